import { openSync, readFileSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { Fault } from '../fault.ts';

const LEAST = 12;

/** Where pass phrases come from: the next one for whoever is named. Throws `bad-argument` for one that is too short or missing. */
export interface Passphrases {
  readonly next: (prompt: string, again?: string) => Promise<string>;
}

/**
 * Reads pass phrases from the lines of a file (`/dev/fd/3` for a descriptor), or from the terminal without showing them.
 * `again` asks a second time, for one that is being chosen.
 */
export function openPassphrases(file: string | undefined): Passphrases {
  const lines = file === undefined ? null : readFileSync(file, 'utf8').split(/\r?\n/);
  let at = 0;
  return {
    next: async (prompt, again) => {
      const typed = lines === null ? await readHidden(prompt) : lines[at++];
      if (typed === undefined || typed.normalize('NFKC').trim().length < LEAST)
        throw new Fault('bad-argument', `${prompt}: ${LEAST} characters at least / 至少 ${LEAST} 个字符`);
      if (lines === null && again !== undefined && (await readHidden(again)) !== typed) throw new Fault('bad-argument', again);
      return typed;
    },
  };
}

/** One line from the terminal of this session, with nothing shown of it. Throws `bad-argument` when there is none. */
async function readHidden(prompt: string): Promise<string> {
  const tty = openTerminal();
  process.stderr.write(prompt);
  tty.setRawMode(true);
  try {
    let line = '';
    for await (const chunk of tty as AsyncIterable<Buffer>)
      for (const sign of chunk.toString('utf8')) {
        if (sign === '\r' || sign === '\n') return line;
        if (sign === '\u0003' || sign === '\u0004') throw new Fault('bad-argument', prompt);
        line = sign === '\u007f' || sign === '\b' ? [...line].slice(0, -1).join('') : line + sign;
      }
    return line;
  } finally {
    if (!tty.destroyed) tty.setRawMode(false);
    tty.destroy();
    process.stderr.write('\n');
  }
}

function openTerminal(): ReadStream {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    throw new Fault('bad-argument', '--passphrase-file');
  }
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '..', 'bin', 'liangjian.js');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a user would, with the given language and nothing of our own environment that could change it. */
export function liangjian(
  args: readonly string[],
  options: { readonly lang?: string; readonly env?: NodeJS.ProcessEnv; readonly onSpawn?: (pid: number) => void } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: options.lang ?? 'zh_CN.UTF-8', ...options.env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (status) => resolve({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
    if (child.pid) options.onSpawn?.(child.pid);
  });
}

import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

export interface PipeBrowser {
  send(method: string, params?: object, session?: string): Promise<Record<string, unknown>>;
  on(listener: (event: { method: string; params: Record<string, unknown>; sessionId?: string }) => void): void;
  close(): Promise<void>;
}

/** Starts a headless browser with an empty profile and talks DevTools over a pipe. For tests of the surface only. */
export async function openPipeBrowser(flags: readonly string[]): Promise<PipeBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'liangjian-surface-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    await browserPath(),
    [
      ...[
        '--headless',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
      ],
      ...[
        '--disable-sync',
        '--no-default-browser-check',
        '--disable-domain-reliability',
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
      ],
      ...root,
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, FONTCONFIG_FILE: await fontConfig(profile) } },
  );
  const out = child.stdio[3] as Writable;
  const back = child.stdio[4] as Readable;
  const waiting = new Map<number, { done: (value: Record<string, unknown>) => void; fail: (error: Error) => void }>();
  const listeners: ((event: { method: string; params: Record<string, unknown>; sessionId?: string }) => void)[] = [];
  let last = 0;
  let rest = '';
  back.setEncoding('utf8');
  back.on('data', (chunk: string) => {
    const pieces = (rest + chunk).split('\0');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      const message = JSON.parse(piece);
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (!entry) for (const listener of listeners) listener(message);
      else if (message.error) entry.fail(new Error(message.error.message));
      else entry.done(message.result);
    }
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', () => {
    for (const entry of waiting.values()) entry.fail(new Error('the browser ended'));
    waiting.clear();
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((done, fail) => {
        const id = ++last;
        waiting.set(id, { done, fail });
        out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      }),
    on: (listener) => void listeners.push(listener),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

const here = createRequire(import.meta.url);

/** `LIANGJIAN_BROWSER`, or the npm browser unpacked once into the temporary folder. */
async function browserPath(): Promise<string> {
  const given = process.env['LIANGJIAN_BROWSER'];
  if (given) return given;
  const packed = join(dirname(here.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'chromium.br');
  const folder = join(tmpdir(), `liangjian-surface-browser-${process.getuid?.() ?? 'user'}`);
  const path = join(folder, 'chromium-153.0.0');
  try {
    await access(path);
  } catch {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const half = `${path}.${process.pid}`;
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(half));
    await chmod(half, 0o700);
    await rename(half, path);
  }
  return path;
}

async function fontConfig(folder: string): Promise<string> {
  const fonts = dirname(here.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const file = join(folder, 'fonts.conf');
  const dirs = [join(fonts, '400Regular'), join(fonts, '700Bold'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`);
  return file;
}

import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const here = createRequire(import.meta.url);

/** No browser could be found or unpacked. `code` is a key of the error catalogue. */
export class BrowserMissing extends Error {
  readonly code = 'browser-missing';
}

const NAMES = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS'];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * Path of a browser to drive: `LIANGJIAN_BROWSER`, one of the machine, else the one that the npm package `@sparticuz/chromium`
 * carries, unpacked once into the user's cache. Throws `BrowserMissing`.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const given = env['LIANGJIAN_BROWSER'];
  if (given) {
    if (runnable(given)) return given;
    throw new BrowserMissing(`LIANGJIAN_BROWSER is not a program: ${given}`);
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...PLACES].filter((folder) => folder !== '');
  for (const name of NAMES) for (const folder of folders) if (runnable(join(folder, name))) return join(folder, name);
  return unpackCarried(env);
}

/** The user's own cache; a shared temporary folder would let another user plant a browser. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base =
    env['XDG_CACHE_HOME'] ||
    (homedir() && existsSync(homedir()) ? join(homedir(), '.cache') : join(tmpdir(), `liangjian-${process.getuid?.() ?? 'user'}`));
  for (const folder of [join(base, 'liangjian'), join(tmpdir(), `liangjian-${process.getuid?.() ?? 'user'}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.W_OK);
      const owner = statSync(folder).uid;
      if (process.getuid === undefined || owner === process.getuid()) return folder;
    } catch {}
  }
  throw new BrowserMissing('no writable cache folder');
}

async function unpackCarried(env: NodeJS.ProcessEnv): Promise<string> {
  let packed: string;
  let version: string;
  try {
    const folder = join(dirname(here.resolve('@sparticuz/chromium')), '..');
    packed = [join(folder, 'bin', 'chromium.br'), join(folder, '..', 'bin', 'chromium.br')].find((path) => existsSync(path)) ?? '';
    version = JSON.parse(readFileSync(join(dirname(dirname(packed)), 'package.json'), 'utf8')).version;
  } catch {
    throw new BrowserMissing('no browser on this machine, and the carried one is not installed');
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new BrowserMissing(`the carried browser is for Linux x64, this is ${process.platform} ${process.arch}`);
  const path = join(cacheFolder(env), `headless-shell-${version}`);
  if (runnable(path) && stampMatches(path)) return path;
  const half = `${path}.${process.pid}.part`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(half, { mode: 0o700 }));
  writeFileSync(`${path}.stamp`, `${statSync(half).size} ${await sha256OfFile(half)}`);
  // Two processes may unpack at once: the last whole file wins, nobody sees half of one.
  renameSync(half, path);
  rmSync(half, { force: true });
  return path;
}

function stampMatches(path: string): boolean {
  try {
    return readFileSync(`${path}.stamp`, 'utf8').split(' ')[0] === String(statSync(path).size);
  } catch {
    return false;
  }
}

/** SHA-256 of a file's bytes, streaming. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** SHA-256 of the browser binary, kept beside the cache by size and time so that 200 MB are hashed once. */
export async function browserDigest(path: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { size, mtimeMs } = statSync(path);
  const key = createHash('sha256').update(`${path} ${size} ${mtimeMs}`).digest('hex').slice(0, 24);
  const note = join(cacheFolder(env), `digest-${key}`);
  if (existsSync(note)) return readFileSync(note, 'utf8');
  const digest = await sha256OfFile(path);
  writeFileSync(note, digest);
  return digest;
}

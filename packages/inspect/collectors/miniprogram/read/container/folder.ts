import { closeSync, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Unread } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { unread } from '../unread.ts';
import type { Container, Entry } from './container.ts';

/** Folders that never hold what a program ships: history, editors, caches. */
const NEVER = new Set([
  '.git',
  '.svn',
  '.hg',
  '.idea',
  '.vscode',
  '.hbuilderx',
  '.cache',
  '.DS_Store',
  '__MACOSX',
  'coverage',
  '.nyc_output',
  '.gradle',
  '.mvn',
  '.bin',
  '.pnpm',
]);

const MOST_SCRATCH = 8 * 1024 * 1024;

/**
 * Lists a folder without following symbolic links: a link may lead out of what was handed over.
 * `wanted` decides by the name alone which files are worth a size and a place in memory.
 */
export function openFolder(root: string, limits: ReadLimits, wanted: (name: string) => boolean): Container {
  const entries: Entry[] = [];
  const notRead: Unread[] = [];
  const pending: { path: string; depth: number }[] = [{ path: '', depth: 0 }];
  let links = 0;
  let full = false;
  for (let next = pending.pop(); next && !full; next = pending.pop()) {
    const { path, depth } = next;
    const listed = list(join(root, path));
    if (!listed) {
      notRead.push(unread(path || '.', '没有权限打开这个目录', 'this folder could not be opened'));
      continue;
    }
    for (const item of listed) {
      if (NEVER.has(item.name)) continue;
      const inside = path === '' ? item.name : `${path}/${item.name}`;
      const installed = inside.includes('node_modules/');
      if (item.isSymbolicLink()) {
        // A package manager links what it installed: that is no part of what somebody wrote.
        if (installed) continue;
        links += 1;
        if (links <= 20) {
          notRead.push(
            unread(inside, '是符号链接，为防止越出所给目录，没有跟随', 'a symbolic link; not followed, since it may lead outside'),
          );
        }
      } else if (item.isDirectory()) {
        if (installed && item.name === 'node_modules') continue;
        if (depth >= limits.depth) {
          notRead.push(unread(inside, '目录层级过深', 'folders are nested too deeply'));
        } else pending.push({ path: inside, depth: depth + 1 });
      } else if (item.isFile() && wanted(item.name)) {
        if (entries.length >= limits.files) {
          full = true;
          notRead.push(unread('.', `文件超过 ${limits.files} 个，其余没有读`, `more than ${limits.files} files; the rest was not read`));
          break;
        }
        entries.push(entry(root, inside));
      }
    }
  }
  return { kind: 'folder', entries, unread: notRead };
}

function list(folder: string): Dirent[] | null {
  try {
    // One order on every machine: reports are compared with each other.
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

function entry(root: string, path: string): Entry {
  const full = join(root, path);
  return {
    path,
    get size() {
      try {
        return lstatSync(full).size;
      } catch {
        return -1;
      }
    },
    bytes: () => readFileSync(full),
    peek: () => peekFile(full),
  };
}

/** One piece of memory for all reading: thousands of buffers would wait for the collector together. */
let scratch = Buffer.alloc(256 * 1024);

function peekFile(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > MOST_SCRATCH) return readFileSync(file);
    if (size > scratch.length) scratch = Buffer.alloc(Math.min(MOST_SCRATCH, size * 2));
    let read = 0;
    for (let n = 1; n > 0 && read < size; read += n) n = readSync(file, scratch, read, size - read, read);
    return scratch.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

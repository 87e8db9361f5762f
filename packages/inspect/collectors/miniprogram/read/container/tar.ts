import type { Unread } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { unread } from '../unread.ts';
import type { Container, Entry } from './container.ts';
import { safePath } from './safe-path.ts';

const BLOCK = 512;

/** True when the first header's own checksum is right: tar has no magic that every writer sets. */
export function isTar(bytes: Buffer): boolean {
  if (bytes.length < BLOCK * 2 || bytes[0] === 0) return false;
  const stated = Number.parseInt(bytes.toString('latin1', 148, 156).trim(), 8);
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : (bytes[i] ?? 0);
  return stated === sum;
}

/** Files of a tar archive, as Alipay's packages are; links, devices and names that lead outside are not read. */
export function openTar(bytes: Buffer, name: string, limits: ReadLimits): Container {
  const entries: Entry[] = [];
  const notRead: Unread[] = [];
  let at = 0;
  let longName: string | null = null;
  while (at + BLOCK <= bytes.length && entries.length < limits.files && bytes[at] !== 0) {
    const size = Number.parseInt(field(bytes, at + 124, 12), 8);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const begin = at + BLOCK;
    if (!Number.isInteger(size) || size < 0 || begin + size > bytes.length) {
      notRead.push(unread(name, '归档文件不完整，后面的内容没有读', 'the archive is cut off; the rest was not read'));
      break;
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') {
      longName = field(bytes, begin, Math.min(size, 4096));
      continue;
    }
    const prefix = field(bytes, begin - BLOCK + 345, 155);
    const stored: string = longName ?? (prefix === '' ? field(bytes, begin - BLOCK, 100) : `${prefix}/${field(bytes, begin - BLOCK, 100)}`);
    longName = null;
    if (type !== '0' && type !== '\0') continue;
    const path = safePath(stored);
    if (path === null) notRead.push(unread(name, '归档内有指向外部的文件名，没有读', 'a name leads outside the archive; not read'));
    else entries.push({ path, size, bytes: () => bytes.subarray(begin, begin + size) });
  }
  return { kind: 'tar', entries, unread: notRead };
}

function field(bytes: Buffer, at: number, length: number): string {
  const raw = bytes.subarray(at, at + length);
  const end = raw.indexOf(0);
  return raw.toString('utf8', 0, end === -1 ? length : end).trim();
}

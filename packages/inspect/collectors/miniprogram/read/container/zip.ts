import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import type { Unread } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { unread, unreadNamed } from '../unread.ts';
import type { Container, Entry } from './container.ts';
import { safePath } from './safe-path.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export const isZip = (bytes: Buffer): boolean => bytes.length > 22 && bytes.readUInt32LE(0) === LOCAL;

/**
 * Files of a ZIP by its central directory. Members are unpacked when asked for, never above what was stated, and all together
 * within the limits; encrypted members, links and names that lead outside are not read.
 */
export function openZip(bytes: Buffer, name: string, limits: ReadLimits): Container {
  const entries: Entry[] = [];
  const notRead: Unread[] = [];
  const end = endOf(bytes);
  if (end === -1) {
    return { kind: 'zip', entries, unread: [unread(name, '压缩包不完整，没有目录', 'the archive is cut off: it has no directory')] };
  }
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const budget = Math.min(limits.unpackedBytes, Math.max(bytes.length, 4096) * limits.unpackRatio);
  let total = 0;
  const refused = { encrypted: 0, outside: 0 };
  const seen = new Set<string>();
  for (let i = 0; i < count && entries.length < limits.files; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) {
      notRead.push(unread(name, '压缩包目录损坏，后面的文件没有读', 'the directory of the archive is damaged; later files were not read'));
      break;
    }
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const link = ((bytes.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000;
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const stored = nameOf(raw, flags);
    if (stored.endsWith('/') || link) continue;
    const path = safePath(stored);
    if (path === null) refused.outside += 1;
    else if ((flags & 1) === 1) refused.encrypted += 1;
    else if (!seen.has(path)) {
      seen.add(path);
      total += size;
      if (total > budget) {
        notRead.push(
          unread(name, '解压后的体积超出上限，后面的文件没有读', 'it unpacks to more than the limit; later files were not read'),
        );
        break;
      }
      entries.push({ path, size, bytes: () => unpack(bytes, { local, packed, size, method }) });
    }
  }
  if (refused.encrypted > 0) {
    notRead.push(
      unreadNamed(
        `${name}（${refused.encrypted} 个文件）`,
        '压缩包加了密码，没有读',
        `${name} (${refused.encrypted} files)`,
        'protected by a password; not read',
      ),
    );
  }
  if (refused.outside > 0) {
    notRead.push(
      unreadNamed(
        `${name}（${refused.outside} 个文件）`,
        '文件名指向压缩包外，没有读',
        `${name} (${refused.outside} files)`,
        'their names lead outside the archive; not read',
      ),
    );
  }
  return { kind: 'zip', entries, unread: notRead };
}

function endOf(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - 65_536);
  for (let at = bytes.length - 22; at >= least; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

/** Names are UTF-8 when marked or valid as such, and else what Chinese Windows writes. */
const nameOf = (raw: Buffer, flags: number): string =>
  (flags & 0x800) !== 0 || isUtf8(raw) ? raw.toString('utf8') : new TextDecoder('gb18030').decode(raw);

function unpack(bytes: Buffer, member: { local: number; packed: number; size: number; method: number }): Buffer {
  const { local, packed, size, method } = member;
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new Error('no such member');
  const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const body = bytes.subarray(begin, begin + packed);
  if (method === 0) return body;
  if (method !== 8) throw new Error('unknown compression');
  return inflateRawSync(body, { maxOutputLength: Math.max(size, 1) });
}

import type { Unread } from '../../program.ts';
import type { ReadLimits } from '../limits.ts';
import { unread } from '../unread.ts';
import type { Container, Entry } from './container.ts';
import { safePath } from './safe-path.ts';

const HEADER = 14;
const LONGEST_NAME = 1024;

export const isWxapkg = (bytes: Buffer): boolean => bytes.length > HEADER + 4 && bytes[0] === 0xbe && bytes[13] === 0xed;

/**
 * The files of a `.wxapkg`: big-endian numbers, index length at 5, body length at 9, file count at 14, then name length, name,
 * absolute offset, size of each file. What is cut off or leads outside is named; the rest is read. Bytes are views, not copies.
 */
export function openWxapkg(bytes: Buffer, name: string, limits: ReadLimits): Container {
  const entries: Entry[] = [];
  const notRead: Unread[] = [];
  const indexEnd = HEADER + bytes.readUInt32BE(5);
  const end = Math.min(bytes.length, Math.max(indexEnd, HEADER + 4));
  const count = bytes.readUInt32BE(HEADER);
  const stated = indexEnd + bytes.readUInt32BE(9);
  if (stated > bytes.length) {
    notRead.push(
      unread(
        name,
        `文件不完整：应有 ${stated} 字节，只有 ${bytes.length} 字节`,
        `incomplete: ${stated} bytes stated, ${bytes.length} present`,
      ),
    );
  }
  const seen = new Set<string>();
  let at = HEADER + 4;
  let total = 0;
  let left = count;
  for (; left > 0 && entries.length < limits.files; left -= 1) {
    if (at + 12 > end) break;
    const length = bytes.readUInt32BE(at);
    if (length > LONGEST_NAME || at + 12 + length > end) break;
    const stored = bytes.toString('utf8', at + 4, at + 4 + length);
    const offset = bytes.readUInt32BE(at + 4 + length);
    const size = bytes.readUInt32BE(at + 8 + length);
    at += 12 + length;
    const path = safePath(stored);
    const shown = `${name}/${path ?? printable(stored)}`;
    if (path === null) {
      notRead.push(unread(shown, '包内文件名不安全（指向包外），没有读', 'the name leads outside the package; not read'));
    } else if (offset + size > bytes.length) {
      const left = Math.max(0, bytes.length - offset);
      const share = Math.floor((left / size) * 100);
      notRead.push(
        unread(shown, `文件内容超出包的末尾，只有 ${share}%`, `the content reaches past the end of the package; ${share} % of it is there`),
      );
      // A script that is cut off still shows what stands before the cut.
      if (left > 0 && offset >= indexEnd && total + left <= bytes.length && !seen.has(path)) {
        seen.add(path);
        total += left;
        entries.push({ path, size: left, bytes: () => bytes.subarray(offset) });
      }
    } else if (total + size > bytes.length) {
      notRead.push(unread(shown, '文件内容与其他文件重叠，没有读', 'its content overlaps that of other files; not read'));
    } else if (seen.has(path)) {
      notRead.push(unread(shown, '包内有同名文件，只读了第一个', 'the package holds this name twice; the first was read'));
    } else {
      seen.add(path);
      total += size;
      entries.push({ path, size, bytes: () => bytes.subarray(offset, offset + size) });
    }
    if (notRead.length > 200) break;
  }
  if (left > 0) {
    notRead.push(
      unread(
        name,
        `索引损坏：声明了 ${count} 个文件，读出 ${count - left} 个`,
        `damaged index: ${count} files stated, ${count - left} found`,
      ),
    );
  }
  return { kind: 'wxapkg', entries, unread: notRead };
}

const printable = (name: string): string => name.slice(0, 120).replaceAll(/[^\w./\u4e00-\u9fff -]/g, '?');

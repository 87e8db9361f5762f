import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';

export interface ZipMember {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
  /** Where the member's header, its data and the next thing begin. */
  readonly headerAt: number;
  readonly dataAt: number;
}

/** What a zip can lie about. Two programs that read such a file may see two different contents, so each is a fault. */
export type ZipFaultKind =
  | 'not-a-zip'
  | 'trailing-data'
  | 'comment'
  | 'duplicate-member'
  | 'same-name-other-case'
  | 'overlap'
  | 'hidden-data'
  | 'header-mismatch'
  | 'bad-name'
  | 'compressed-member'
  | 'unsupported';

export interface ZipFault {
  readonly kind: ZipFaultKind;
  readonly member: string | null;
  readonly detail: string;
}

export interface ZipListing {
  readonly members: readonly ZipMember[];
  readonly faults: readonly ZipFault[];
}

const MAX32 = 0xffff_ffff;
const MAX_DIRECTORY = 512 << 20;

/** Synchronous on purpose: a listing is tens of thousands of tiny reads, and each would cost a turn of the thread pool. */
const read = (file: number, at: number, length: number): Buffer => {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, at));
};

const nameFault = (name: string, raw: Buffer): string | null => {
  if (name.includes('\ufffd') || !Buffer.from(name, 'utf8').equals(raw)) return 'not UTF-8';
  if (name === '' || name.startsWith('/') || /^[a-zA-Z]:/.test(name)) return 'an absolute or empty path';
  if (name.includes('\\') || [...name].some((c) => c < ' ')) return 'a character that means different things to different programs';
  if (name.endsWith('/')) return 'a folder entry';
  if (name.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'a path that leaves its folder';
  return null;
};

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

const readEnd = (file: number, size: number, faults: ZipFault[]): Directory | null => {
  const tail = read(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const base = size - tail.length;
  // The last signature whose stated comment fits is what a lenient reader would take.
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== 0x06054b50) at -= 1;
  if (at < 0) return null;
  const comment = tail.readUInt16LE(at + 20);
  const after = tail.length - at - 22;
  if (comment > 0) faults.push({ kind: 'comment', member: null, detail: `${comment} bytes of comment` });
  if (after !== comment) faults.push({ kind: 'trailing-data', member: null, detail: `${after - comment} bytes after the end` });
  const found = { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) };
  const endAt = base + at;
  if (found.count !== 0xffff && found.size !== MAX32 && found.start !== MAX32) {
    if (found.start + found.size !== endAt)
      faults.push({ kind: 'hidden-data', member: null, detail: `${endAt - found.start - found.size} bytes between directory and end` });
    return found;
  }
  const locator = read(file, endAt - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return found;
  const end64At = Number(locator.readBigUInt64LE(8));
  const end64 = read(file, end64At, 56);
  if (end64.length < 56 || end64.readUInt32LE(0) !== 0x06064b50) return null;
  const wide = {
    count: Number(end64.readBigUInt64LE(32)),
    size: Number(end64.readBigUInt64LE(40)),
    start: Number(end64.readBigUInt64LE(48)),
  };
  if (wide.start + wide.size !== end64At || end64At + 56 + 20 !== endAt)
    faults.push({ kind: 'hidden-data', member: null, detail: 'bytes between directory and end' });
  return wide;
};

interface CentralEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly bytes: number;
  readonly headerAt: number;
  readonly raw: Buffer;
  readonly length: number;
}

/** Replaces 32-bit markers by the zip64 values, in the order the format fixes. */
const widen = (values: number[], extra: Buffer): number[] => {
  let at = 0;
  while (at + 4 <= extra.length) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      return values.map((value) => {
        if (value !== MAX32 || from + 8 > at + 4 + size || from + 8 > extra.length) return value;
        from += 8;
        return Number(extra.readBigUInt64LE(from - 8));
      });
    }
    at += 4 + size;
  }
  return values;
};

const parseCentral = (directory: Buffer, at: number): CentralEntry | null => {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => directory.readUInt16LE(at + o)) as [number, number, number];
  const length = 46 + nameLength + extraLength + commentLength;
  if (at + length > directory.length) return null;
  const raw = directory.subarray(at + 46, at + 46 + nameLength);
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [bytes, packed, headerAt] = widen(
    [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
    extra,
  );
  return {
    name: raw.toString('utf8'),
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10),
    crc32: directory.readUInt32LE(at + 16),
    packed: packed as number,
    bytes: bytes as number,
    headerAt: headerAt as number,
    raw,
    length,
  };
};

const checkLocal = (file: number, entry: CentralEntry, faults: ZipFault[]): number => {
  const fail = (detail: string) => faults.push({ kind: 'header-mismatch', member: entry.name, detail });
  const fixed = read(file, entry.headerAt, 30);
  if (fixed.length < 30 || fixed.readUInt32LE(0) !== 0x04034b50) {
    fail('no local header where the directory says');
    return entry.headerAt;
  }
  const [nameLength, extraLength] = [fixed.readUInt16LE(26), fixed.readUInt16LE(28)];
  const rest = read(file, entry.headerAt + 30, nameLength + extraLength);
  const [bytes, packed] = widen([fixed.readUInt32LE(22), fixed.readUInt32LE(18)], rest.subarray(nameLength));
  if (!rest.subarray(0, nameLength).equals(entry.raw)) fail(`the local header says "${rest.subarray(0, nameLength).toString('utf8')}"`);
  if (fixed.readUInt16LE(6) !== entry.flags || fixed.readUInt16LE(8) !== entry.method) fail('flags or method differ');
  if (fixed.readUInt32LE(14) !== entry.crc32 || bytes !== entry.bytes || packed !== entry.packed) fail('size or CRC differ');
  return entry.headerAt + 30 + nameLength + extraLength;
};

const entryFaults = (entry: CentralEntry): ZipFault[] => {
  const faults: ZipFault[] = [];
  const badName = nameFault(entry.name, entry.raw);
  if (badName) faults.push({ kind: 'bad-name', member: entry.name, detail: badName });
  if (entry.method !== 0 || entry.packed !== entry.bytes)
    faults.push({ kind: 'compressed-member', member: entry.name, detail: `method ${entry.method}` });
  if ((entry.flags & ~0x800) !== 0) faults.push({ kind: 'unsupported', member: entry.name, detail: `flags ${entry.flags}` });
  return faults;
};

const nameClashes = (members: readonly ZipMember[]): ZipFault[] => {
  const seen = new Map<string, string>();
  return members.flatMap(({ name }) => {
    const folded = name.normalize('NFC').toLowerCase();
    const before = seen.get(folded);
    seen.set(folded, name);
    if (before === undefined) return [];
    return [
      {
        kind: before === name ? ('duplicate-member' as const) : ('same-name-other-case' as const),
        member: name,
        detail: `also "${before}"`,
      },
    ];
  });
};

/** Every byte before the directory belongs to exactly one member. */
const tilingFaults = (members: readonly ZipMember[], end: number): ZipFault[] => {
  const faults: ZipFault[] = [];
  let expected = 0;
  for (const member of members.toSorted((a, b) => a.headerAt - b.headerAt)) {
    if (member.headerAt < expected)
      faults.push({ kind: 'overlap', member: member.name, detail: `begins at ${member.headerAt}, inside another` });
    if (member.headerAt > expected)
      faults.push({
        kind: 'hidden-data',
        member: member.name,
        detail: `${member.headerAt - expected} bytes before it belong to no member`,
      });
    expected = Math.max(expected, member.dataAt + member.bytes);
  }
  if (expected !== end)
    faults.push({
      kind: expected > end ? 'overlap' : 'hidden-data',
      member: null,
      detail: 'the members do not end where the directory begins',
    });
  return faults;
};

/**
 * Lists a zip strictly: the directory must describe every byte of the file once. Never throws on content; what is wrong is in
 * `faults`, and `members` holds what could still be read. Throws only when the file cannot be opened.
 */
export const listZip = async (path: string): Promise<ZipListing> => {
  const file = openSync(path, 'r');
  try {
    const faults: ZipFault[] = [];
    const { size } = fstatSync(file);
    const end = readEnd(file, size, faults);
    if (!end || end.size > MAX_DIRECTORY || end.start + end.size > size || !Number.isSafeInteger(end.start + end.size))
      return { members: [], faults: [...faults, { kind: 'not-a-zip', member: null, detail: 'no usable directory at the end' }] };
    const directory = read(file, end.start, end.size);
    const members: ZipMember[] = [];
    let at = 0;
    for (let entry = parseCentral(directory, at); entry; entry = parseCentral(directory, at)) {
      at += entry.length;
      faults.push(...entryFaults(entry));
      const dataAt = checkLocal(file, entry, faults);
      members.push({ name: entry.name, bytes: entry.packed, crc32: entry.crc32, headerAt: entry.headerAt, dataAt });
    }
    if (at !== directory.length || members.length !== end.count)
      faults.push({ kind: 'hidden-data', member: null, detail: `the directory says ${end.count} members and holds ${members.length}` });
    return { members, faults: [...faults, ...nameClashes(members), ...tilingFaults(members, end.start)] };
  } finally {
    closeSync(file);
  }
};

/** Bytes of a member, or of a part of it, as a stream. */
export const memberStream = (path: string, member: ZipMember, from = 0, length = member.bytes - from): AsyncIterable<Buffer> =>
  length <= 0
    ? (async function* () {})()
    : (createReadStream(path, {
        start: member.dataAt + from,
        end: member.dataAt + from + length - 1,
        highWaterMark: 1 << 18,
      }) as AsyncIterable<Buffer>);

/** A whole member in memory. Throws when it is larger than `max` bytes. */
export const readMember = async (path: string, member: ZipMember, max = 256 << 20): Promise<Buffer> => {
  if (member.bytes > max) throw new Error(`${member.name} is larger than ${max} bytes`);
  const chunks: Buffer[] = [];
  for await (const chunk of memberStream(path, member)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

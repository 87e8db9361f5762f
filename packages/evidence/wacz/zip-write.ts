import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** One member to be written: size and CRC-32 are known before, so that headers can be plain and checked. */
export interface ZipSource {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What a header needs to know of a member. */
export type ZipEntry = Omit<ZipSource, 'open'>;

const MAX32 = 0xffff_ffff;
const MAX16 = 0xffff;

const dosTime = (date: Date): { time: number; day: number } => ({
  time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
  day: (Math.max(0, date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
});

const zip64Extra = (values: readonly number[]): Buffer => {
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
};

/** Local header (`offset` null) or directory entry of a member, byte for byte. */
export const zipHeader = (source: ZipEntry, date: Date, offset: number | null, limit = MAX32): Buffer => {
  const name = Buffer.from(source.name, 'utf8');
  const big = source.bytes >= limit;
  const far = offset !== null && offset >= limit;
  const extra = zip64Extra([...(big ? [source.bytes, source.bytes] : []), ...(far ? [offset] : [])]);
  const { time, day } = dosTime(date);
  const central = offset !== null;
  const fixed = Buffer.alloc(central ? 46 : 30);
  let at = fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) at = fixed.writeUInt16LE((3 << 8) | 45, at);
  at = fixed.writeUInt16LE(big || far ? 45 : 10, at);
  // Bit 11: the name is UTF-8. Only said when it matters, as the WACZ players read plain names without it.
  at = fixed.writeUInt16LE(name.length === source.name.length ? 0 : 0x800, at);
  at = fixed.writeUInt16LE(0, at);
  at = fixed.writeUInt16LE(time, at);
  at = fixed.writeUInt16LE(day, at);
  at = fixed.writeUInt32LE(source.crc32, at);
  at = fixed.writeUInt32LE(big ? MAX32 : source.bytes, at);
  at = fixed.writeUInt32LE(big ? MAX32 : source.bytes, at);
  at = fixed.writeUInt16LE(name.length, at);
  at = fixed.writeUInt16LE(extra.length, at);
  if (central) {
    at = fixed.writeUInt16LE(0, at);
    at = fixed.writeUInt16LE(0, at);
    at = fixed.writeUInt16LE(0, at);
    at = fixed.writeUInt32LE((0o100444 << 16) >>> 0, at);
    fixed.writeUInt32LE(far ? MAX32 : offset, at);
  }
  return Buffer.concat([fixed, name, extra]);
};

/** What stands after the directory. */
export const zipEnding = (count: number, start: number, size: number, limit = MAX32): Buffer => {
  const wide = count >= MAX16 || start >= limit || size >= limit;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(wide ? MAX16 : count, 8);
  end.writeUInt16LE(wide ? MAX16 : count, 10);
  end.writeUInt32LE(wide ? MAX32 : size, 12);
  end.writeUInt32LE(wide ? MAX32 : start, 16);
  if (!wide) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE((3 << 8) | 45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
};

/**
 * Writes a store-only zip: members in the order given, one fixed date, no data descriptors, no comments; zip64 only where needed.
 * The same members give the same bytes. Memory is constant. Throws when a source is not what its size and CRC-32 said.
 * @param limit size from which zip64 fields are used; only tests set it lower
 */
export const writeZip = async (path: string, sources: readonly ZipSource[], date: Date, limit = MAX32): Promise<void> => {
  const file = await open(path, 'w');
  try {
    let offset = 0;
    let pending: Buffer[] = [];
    let waiting = 0;
    const flush = async () => {
      if (pending.length > 0) await file.writev(pending);
      pending = [];
      waiting = 0;
    };
    const put = async (bytes: Uint8Array) => {
      offset += bytes.length;
      waiting += bytes.length;
      pending.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (waiting > 1 << 20 || pending.length > 512) await flush();
    };
    const offsets: number[] = [];
    for (const source of sources) {
      offsets.push(offset);
      await put(zipHeader(source, date, null, limit));
      let bytes = 0;
      let crc = 0;
      for await (const chunk of source.open()) {
        bytes += chunk.length;
        crc = crc32(chunk, crc);
        await put(chunk);
      }
      if (bytes !== source.bytes || crc !== source.crc32) throw new Error(`${source.name} changed while it was being sealed`);
    }
    const start = offset;
    for (const [index, source] of sources.entries()) await put(zipHeader(source, date, offsets[index] as number, limit));
    await put(zipEnding(sources.length, start, offset - start, limit));
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
};

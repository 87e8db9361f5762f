import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';

/** Bytes at hand, or a file whose size is known. */
export type Part = Uint8Array | { readonly file: string; readonly bytes: number };

export interface WarcRecord {
  readonly type: 'warcinfo' | 'response' | 'request' | 'resource' | 'revisit';
  readonly id: string;
  readonly uri: string | null;
  /** ISO 8601 instant. */
  readonly date: string;
  readonly contentType: string;
  readonly block: readonly Part[];
  /** SHA-256 of the payload, hex. */
  readonly payload: string | null;
  readonly headers?: readonly (readonly [string, string])[];
}

/** Where a record's gzip member lies in the WARC file, and the SHA-256 of that member. */
export interface Placed {
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
}

/** Up to here a record is built in memory, which is much quicker than a stream; above, memory stays constant. */
const IN_MEMORY = 1 << 20;

const sizeOf = (part: Part): number => (part instanceof Uint8Array ? part.length : part.bytes);

async function* bytesOf(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part;
    else yield* createReadStream(part.file, { highWaterMark: 1 << 18 });
  }
}

const blockDigest = async (parts: readonly Part[]): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(parts)) hash.update(chunk);
  return hash.digest('hex');
};

/** No line of a header may be split by what a page chose as its address. */
const line = (value: string): string => value.replaceAll(/[\r\n\0]/g, ' ').trim();

const head = (record: WarcRecord, length: number, digest: string): Buffer => {
  const fields: [string, string][] = [
    ['WARC-Type', record.type],
    ['WARC-Record-ID', record.id],
    ['WARC-Date', record.date],
    ...(record.uri === null ? [] : [['WARC-Target-URI', record.uri] as [string, string]]),
    ...(record.headers ?? []).map(([k, v]) => [k, v] as [string, string]),
    ...(record.payload === null ? [] : [['WARC-Payload-Digest', `sha256:${record.payload}`] as [string, string]]),
    ['WARC-Block-Digest', `sha256:${digest}`],
    ['Content-Type', record.contentType],
    ['Content-Length', String(length)],
  ];
  return Buffer.from(`WARC/1.1\r\n${fields.map(([k, v]) => `${k}: ${line(v)}\r\n`).join('')}\r\n`, 'utf8');
};

/** Byte 9 of a gzip header names the operating system; "unknown" everywhere keeps output equal across machines. */
const anonymise = (member: Buffer): Buffer => {
  member[9] = 255;
  return member;
};

const END = Buffer.from('\r\n\r\n');

/** Writes a WARC/1.1 file, one gzip member per record (ISO 28500 Annex D), with constant memory. */
export const openWarc = async (path: string) => {
  const file = await open(path, 'w');
  let offset = 0;

  const compressed = async function* (parts: readonly Part[], size: number): AsyncGenerator<Buffer> {
    if (size <= IN_MEMORY) {
      const whole = await Promise.all(parts.map(async (part) => (part instanceof Uint8Array ? part : readFile(part.file))));
      yield anonymise(gzipSync(Buffer.concat(whole), { level: 6 }));
      return;
    }
    let first = true;
    for await (const chunk of Readable.from(bytesOf(parts)).pipe(createGzip({ level: 6 })) as AsyncIterable<Buffer>) {
      yield first ? anonymise(chunk) : chunk;
      first = false;
    }
  };

  return {
    async write(record: WarcRecord): Promise<Placed> {
      const length = record.block.reduce((sum, part) => sum + sizeOf(part), 0);
      const digest = await blockDigest(record.block);
      const start = offset;
      const hash = createHash('sha256');
      const parts = [head(record, length, digest), ...record.block, END];
      for await (const chunk of compressed(parts, length)) {
        hash.update(chunk);
        await file.write(chunk);
        offset += chunk.length;
      }
      return { offset: start, length: offset - start, sha256: hash.digest('hex') };
    },
    close: () => file.close(),
  };
};

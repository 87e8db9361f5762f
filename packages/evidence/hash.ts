import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Digests of one byte string. Hex is lower case. */
export interface Digests {
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: number;
  readonly crc32: number;
}

/** SHA-256 as lower-case hex. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** SM3 (GB/T 32905) as lower-case hex. */
export const sm3 = (data: Uint8Array | string): string => createHash('sm3').update(data).digest('hex');

/** Streaming digester: `update` as often as needed, `digest` once. SHA-256, SM3 and CRC-32 in one pass over the bytes. */
export const createDigester = () => {
  const a = createHash('sha256');
  const b = createHash('sm3');
  let crc = 0;
  let bytes = 0;
  return {
    update(chunk: Uint8Array): void {
      a.update(chunk);
      b.update(chunk);
      crc = crc32(chunk, crc);
      bytes += chunk.length;
    },
    digest: (): Digests => ({ sha256: a.digest('hex'), sm3: b.digest('hex'), bytes, crc32: crc }),
  };
};

/** All digests of bytes in memory. */
export const digestBytes = (data: Uint8Array): Digests => {
  const digester = createDigester();
  digester.update(data);
  return digester.digest();
};

/** All digests of a stream of chunks, with constant memory. */
export const digestStream = async (chunks: AsyncIterable<Uint8Array>): Promise<Digests> => {
  const digester = createDigester();
  for await (const chunk of chunks) digester.update(chunk);
  return digester.digest();
};

/** All digests of a file, with constant memory. Throws the file system's error when it cannot be read. */
export const digestFile = (path: string): Promise<Digests> => digestStream(createReadStream(path, { highWaterMark: 1 << 20 }));

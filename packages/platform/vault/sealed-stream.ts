import { randomBytes } from 'node:crypto';
import { VaultFault } from './fault.ts';
import { type Place, placeBytes } from './sealed.ts';
import type { Suite } from './suite.ts';
import { suiteByMark } from './suites.ts';

/**
 * Files sealed in chunks (the STREAM construction): every chunk is authenticated by itself, its nonce holds its number, and the last one
 * says that it is the last. What was cut, doubled, or put in another order does not open, and no more than one chunk is in memory.
 */
export const CHUNK = 64 * 1024;
const SALT = 32;
/** Mark of the suite, then the salt of this file. */
export const STREAM_HEADER = 1 + SALT;

/** What is needed to seal or open one file. */
export interface StreamKey {
  readonly suite: Suite;
  readonly key: Buffer;
  readonly header: Buffer;
}

const keyOf = (suite: Suite, key: Uint8Array, header: Buffer, place: Place): StreamKey => ({
  suite,
  key: suite.derive(key, header.subarray(1), `liangjian/file/1/${placeBytes(place).toString('utf8')}`),
  header,
});

/** Begins a file: a fresh salt gives it a key of its own, so that chunk numbers may serve as nonces. */
export const newStream = (suite: Suite, key: Uint8Array, place: Place): StreamKey =>
  keyOf(suite, key, Buffer.concat([Buffer.from([suite.mark]), randomBytes(SALT)]), place);

/** Takes a file up again from its first bytes. Throws `vault-tampered` for a header of no suite. */
export const resumeStream = (header: Uint8Array, key: Uint8Array, place: Place): StreamKey => {
  if (header.length !== STREAM_HEADER) throw new VaultFault('vault-tampered');
  return keyOf(suiteByMark(header[0]), key, Buffer.from(header), place);
};

const nonceOf = (index: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
};

/** Seals one chunk. Every chunk but the last is full. */
export const sealChunk = (stream: StreamKey, index: number, last: boolean, plain: Uint8Array): Buffer =>
  stream.suite.encrypt(stream.key, nonceOf(index, last), plain, stream.header);

/** Opens one chunk. Throws `vault-tampered`. */
export const openChunk = (stream: StreamKey, index: number, last: boolean, sealed: Uint8Array): Buffer =>
  stream.suite.decrypt(stream.key, nonceOf(index, last), sealed, stream.header);

/** Bytes of a file once sealed. An empty file still has its one, last chunk. */
export const sealedSize = (suite: Suite, plainBytes: number): number =>
  STREAM_HEADER + plainBytes + Math.max(1, Math.ceil(plainBytes / CHUNK)) * suite.tagBytes;

/** Cuts any stream of bytes into pieces of one size; the last one may be shorter, and is empty only when there was nothing at all. */
export async function* pieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const part of source) {
    let rest = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    // A full piece leaves only when a byte follows it: before that it might be the last one.
    while (held + rest.length > size) {
      const take = size - held;
      yield { bytes: Buffer.concat([...waiting, rest.subarray(0, take)]), last: false };
      rest = rest.subarray(take);
      waiting = [];
      held = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    held += rest.length;
  }
  yield { bytes: Buffer.concat(waiting), last: true };
}

/** Seals a whole file. */
export async function* sealFile(suite: Suite, key: Uint8Array, place: Place, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const stream = newStream(suite, key, place);
  yield stream.header;
  let index = 0;
  for await (const piece of pieces(source, CHUNK)) {
    yield sealChunk(stream, index, piece.last, piece.bytes);
    index += 1;
  }
}

/** Opens a whole file chunk by chunk. Throws `vault-tampered`; what came before has been proved, but is not the whole file. */
export async function* openFile(key: Uint8Array, place: Place, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const iterator = sealed[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < STREAM_HEADER) {
    const next = await iterator.next();
    if (next.done === true) throw new VaultFault('vault-tampered');
    head = Buffer.concat([head, next.value]);
  }
  const stream = resumeStream(head.subarray(0, STREAM_HEADER), key, place);
  const rest = {
    [Symbol.asyncIterator]: async function* () {
      yield head.subarray(STREAM_HEADER);
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    },
  };
  let index = 0;
  try {
    for await (const piece of pieces(rest, CHUNK + stream.suite.tagBytes)) {
      yield openChunk(stream, index, piece.last, piece.bytes);
      index += 1;
    }
  } finally {
    await iterator.return?.();
  }
}

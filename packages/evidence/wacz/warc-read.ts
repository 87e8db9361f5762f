import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { createDigester, type Digests } from '../hash.ts';
import { memberStream, type ZipMember } from './zip-read.ts';

export interface ReadRecord {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Digests;
  /** The record's own digests of block and payload agree with its bytes. */
  readonly blockOk: boolean;
  readonly payloadOk: boolean;
}

const MAX_HEAD = 1 << 20;

const splitHead = (buffer: Buffer): { head: string; rest: Buffer } | null => {
  const at = buffer.indexOf('\r\n\r\n');
  return at < 0 ? null : { head: buffer.subarray(0, at).toString('utf8'), rest: buffer.subarray(at + 4) };
};

const parseHead = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );

/**
 * Reads one record of a stored WARC and digests its payload with constant memory; `sink` gets the payload's bytes.
 * Throws when the place holds no whole record (gzip broken, head missing, length wrong) or a payload longer than `max` bytes:
 * a few kilobytes of gzip can unfold to gigabytes.
 */
export const readRecord = async (
  file: string,
  member: ZipMember,
  place: { readonly offset: number; readonly length: number; readonly max?: number },
  sink?: (chunk: Buffer) => Promise<void> | void,
): Promise<ReadRecord> => {
  if (place.offset < 0 || place.length <= 0 || place.offset + place.length > member.bytes)
    throw new Error('the place lies outside the archive');
  const gunzip = createGunzip();
  const source = Readable.from(memberStream(file, member, place.offset, place.length));
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);

  let waiting = Buffer.alloc(0);
  let headers: Record<string, string> | null = null;
  let inPayload = false;
  let left = 0;
  let size = 0;
  const block = createHash('sha256');
  const payload = createDigester();

  const take = async (bytes: Buffer): Promise<void> => {
    if (bytes.length === 0) return;
    payload.update(bytes);
    size += bytes.length;
    if (size > (place.max ?? Number.POSITIVE_INFINITY)) throw new Error(`the payload is longer than ${place.max} bytes`);
    await sink?.(bytes);
  };
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let bytes = chunk;
    if (!headers) {
      waiting = Buffer.concat([waiting, bytes]);
      const split = splitHead(waiting);
      if (!split && waiting.length > MAX_HEAD) throw new Error('the record has no end of head');
      if (!split) continue;
      headers = parseHead(split.head);
      left = Number(headers['content-length']);
      if (!split.head.startsWith('WARC/1.1') || !Number.isSafeInteger(left)) throw new Error('not a WARC/1.1 record');
      inPayload = !(headers['content-type'] ?? '').startsWith('application/http');
      waiting = Buffer.alloc(0);
      bytes = split.rest;
    }
    const mine = bytes.subarray(0, left);
    left -= mine.length;
    block.update(mine);
    if (inPayload) {
      await take(mine);
      continue;
    }
    waiting = Buffer.concat([waiting, mine]);
    const split = splitHead(waiting);
    if (!split && waiting.length > MAX_HEAD) throw new Error('the message has no end of head');
    if (!split) continue;
    inPayload = true;
    waiting = Buffer.alloc(0);
    await take(split.rest);
  }
  if (!headers || left !== 0) throw new Error('the record ends early');
  const digests = payload.digest();
  const stated = headers['warc-payload-digest'];
  return {
    headers,
    payload: digests,
    blockOk: headers['warc-block-digest'] === `sha256:${block.digest('hex')}`,
    payloadOk: stated === undefined || headers['warc-type'] === 'revisit' || stated === `sha256:${digests.sha256}`,
  };
};

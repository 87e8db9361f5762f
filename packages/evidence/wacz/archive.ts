import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { artefactPath } from '../store/store.ts';
import { type IndexEntry, requestBodyKey } from './cdxj.ts';
import { type Headers, mediaTypeOf, requestHead, responseHead } from './http-message.ts';
import { openWarc, type Part, type Placed } from './warc-write.ts';

/** One exchange as the caller saw it. Bodies are artefacts of the capture folder, named by SHA-256, or bytes for requests. */
export interface HttpExchange {
  readonly url: string;
  readonly method: string;
  readonly requestHeaders: Headers;
  readonly requestBody?: Uint8Array;
  readonly requestBodySha256?: string;
  readonly status: number;
  readonly statusText?: string;
  readonly responseHeaders: Headers;
  /** Absent: the body could not be had; the record then says it is cut. */
  readonly bodySha256?: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** An artefact stored in the archive itself rather than as a file of the bundle. */
export interface Located extends Placed {
  readonly url: string;
}

export interface CaptureArtefact {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly role: string;
}

const recordId = (...parts: (string | number)[]): string => {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
  // A version 8 UUID (RFC 9562): its bits are ours to choose, here a digest, so that the same input gives the same id.
  return `<urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}>`;
};

const EMPTY = createHash('sha256').digest('hex');

/**
 * Writes the WARC of a bundle: the exchanges in order, then pictures as resource records. A body seen before is not stored
 * again but referred to (revisit record). Returns the index and where each artefact lies.
 */
export const writeArchive = async (input: {
  readonly path: string;
  readonly captureDir: string;
  readonly artefacts: ReadonlyMap<string, CaptureArtefact>;
  readonly http: AsyncIterable<HttpExchange> | Iterable<HttpExchange>;
  readonly created: string;
  readonly software: string;
}): Promise<{ index: IndexEntry[]; located: Map<string, Located> }> => {
  const { captureDir, artefacts, created } = input;
  const warc = await openWarc(input.path);
  const index: IndexEntry[] = [];
  const located = new Map<string, Located>();
  const first = new Map<string, { id: string; url: string; date: string }>();
  const partOf = (sha256: string): Part => {
    const artefact = artefacts.get(sha256);
    if (!artefact) throw new Error(`the body ${sha256} is not an artefact of the capture`);
    return { file: join(captureDir, artefactPath(sha256)), bytes: artefact.bytes };
  };

  const exchange = async (one: HttpExchange, number: number): Promise<void> => {
    const date = new Date(one.at).toISOString();
    const id = recordId(created, number, 'response');
    const body = one.bodySha256 === undefined ? null : partOf(one.bodySha256);
    const bytes = body === null ? 0 : (body as { bytes: number }).bytes;
    const head = responseHead(one.status, one.statusText ?? '', one.responseHeaders, bytes);
    const digest = one.bodySha256 ?? EMPTY;
    const before = bytes > 0 ? first.get(digest) : undefined;
    const placed = await warc.write({
      type: before ? 'revisit' : 'response',
      id,
      uri: one.url,
      date,
      contentType: 'application/http; msgtype=response',
      payload: digest,
      block: before || body === null ? [head] : [head, body],
      headers: before
        ? [
            ['WARC-Profile', 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'],
            ['WARC-Refers-To', before.id],
            ['WARC-Refers-To-Target-URI', before.url],
            ['WARC-Refers-To-Date', before.date],
          ]
        : body === null
          ? [['WARC-Truncated', 'unspecified']]
          : [],
    });
    if (body !== null && !before) {
      first.set(digest, { id, url: one.url, date });
      located.set(digest, { ...placed, url: one.url });
    }
    const requestPart = one.requestBody ?? (one.requestBodySha256 === undefined ? null : partOf(one.requestBodySha256));
    const placedRequest = await warc.write({
      type: 'request',
      id: recordId(created, number, 'request'),
      uri: one.url,
      date,
      contentType: 'application/http; msgtype=request',
      payload:
        one.requestBodySha256 ??
        createHash('sha256')
          .update(one.requestBody ?? '')
          .digest('hex'),
      block: [requestHead(one.method, one.url, one.requestHeaders), ...(requestPart ? [requestPart] : [])],
      headers: [['WARC-Concurrent-To', id]],
    });
    if (one.requestBodySha256 !== undefined && !located.has(one.requestBodySha256))
      located.set(one.requestBodySha256, { ...placedRequest, url: one.url });
    const mime = before ? 'warc/revisit' : mediaTypeOf(one.responseHeaders);
    const method = one.method.toUpperCase() === 'GET' ? {} : { method: one.method.toUpperCase(), requestBody: await bodyKey(one) };
    index.push({ url: one.url, date, mime, status: one.status, digest: `sha256:${digest}`, ...span(placed), ...method });
  };

  const bodyKey = async (one: HttpExchange): Promise<string> => {
    const type = mediaTypeOf(one.requestHeaders);
    if (one.requestBody) return requestBodyKey(type, one.requestBody);
    const artefact = one.requestBodySha256 === undefined ? undefined : artefacts.get(one.requestBodySha256);
    if (!artefact || artefact.bytes > 16_384) return '';
    return requestBodyKey(type, await readFile(join(captureDir, artefactPath(artefact.sha256))));
  };

  const picture = async (artefact: CaptureArtefact): Promise<void> => {
    const url = `urn:liangjian:artefact:${artefact.sha256}`;
    const placed = await warc.write({
      type: 'resource',
      id: recordId(created, url),
      uri: url,
      date: created,
      contentType: artefact.mediaType,
      payload: artefact.sha256,
      block: [partOf(artefact.sha256)],
    });
    located.set(artefact.sha256, { ...placed, url });
    index.push({ url, date: created, mime: artefact.mediaType, status: 200, digest: `sha256:${artefact.sha256}`, ...span(placed) });
  };

  try {
    const info = Buffer.from(`software: ${input.software}\r\nformat: WARC File Format 1.1\r\n`, 'utf8');
    const payload = createHash('sha256').update(info).digest('hex');
    await warc.write({
      type: 'warcinfo',
      id: recordId(created, 'warcinfo'),
      uri: null,
      date: created,
      contentType: 'application/warc-fields',
      payload,
      block: [info],
    });
    let number = 0;
    for await (const one of input.http) await exchange(one, number++);
    const pictures = [...artefacts.values()].filter((a) => a.mediaType.startsWith('image/') && !located.has(a.sha256));
    for (const artefact of pictures.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) await picture(artefact);
  } finally {
    await warc.close();
  }
  return { index, located };
};

const span = (placed: Placed) => ({ offset: placed.offset, length: placed.length, recordDigest: `sha256:${placed.sha256}` });

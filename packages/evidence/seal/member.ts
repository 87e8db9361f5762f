import { createReadStream } from 'node:fs';
import { type Digests, digestBytes, digestFile } from '../hash.ts';
import type { ZipSource } from '../wacz/zip-write.ts';
import type { Item } from './item.ts';

/** A file of the bundle to be: where its bytes come from and what they are. */
export interface Member extends ZipSource {
  readonly digests: Digests;
  readonly mediaType: string;
  readonly role?: string;
}

const MEDIA: Partial<Record<string, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  sarif: 'application/sarif+json',
};

/** Media type by the ending of a name. */
export const mediaOf = (path: string): string => MEDIA[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

export const inMemory = (name: string, data: Uint8Array | string, mediaType = mediaOf(name)): Member => {
  const bytes = Buffer.from(data as string);
  const digests = digestBytes(bytes);
  return {
    name,
    ...digests,
    digests,
    mediaType,
    open: async function* () {
      yield bytes;
    },
  };
};

/** Digests a file now; its bytes are read again, and compared, when the bundle is written. */
export const onDisk = async (name: string, file: string, mediaType: string, role?: string): Promise<Member> => {
  const digests = await digestFile(file);
  const open = () => createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  return { name, ...digests, digests, mediaType, open, ...(role === undefined ? {} : { role }) };
};

/** The manifest's entry for a member. */
export const itemOf = (member: Member): Item => {
  const { sha256: hash, sm3, bytes } = member.digests;
  return {
    path: member.name,
    kind: 'member',
    sha256: hash,
    sm3,
    bytes,
    mediaType: member.mediaType,
    ...(member.role ? { role: member.role } : {}),
  };
};

import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import {
  CHUNK,
  newStream,
  openChunk,
  openFile,
  pieces,
  resumeStream,
  sealChunk,
  STREAM_HEADER,
  type StreamKey,
} from '../vault/sealed-stream.ts';
import type { Suite } from '../vault/suite.ts';
import { IntakeFault } from './fault.ts';
import { draftKey, formHash, readForm } from './form-token.ts';
import { readNote, uploadIds, type UploadNote, uploadPath, type UploadPlace, writeNote } from './upload-note.ts';

export interface UploadLimits {
  readonly fileBytes: number;
  /** More than one sending may hold: a page without script sends its files again with every correction. */
  readonly filesPerForm: number;
  readonly bytesPerForm: number;
  /** Bytes of the disk that uploads leave free, so that a flood of files stops no database. */
  readonly keepFree: number;
}

export const UPLOAD_LIMITS: UploadLimits = { fileBytes: 2 ** 31, filesPerForm: 60, bytesPerForm: 2 ** 32, keepFree: 5 * 2 ** 30 };

/** What uploading needs. Files wait in `folder`, one folder a form, until a tip takes them or a day has passed. */
export interface Uploads {
  readonly folder: string;
  readonly suite: Suite;
  /** Secret of the forms (`PortalSecrets.form`). */
  readonly secret: Buffer;
  readonly limits: UploadLimits;
}

export interface UploadState {
  readonly id: string;
  readonly name: string;
  /** Bytes that are in: the sender goes on from here. */
  readonly offset: number;
  readonly complete: boolean;
  /** SHA-256 of the whole file, for the sender to compare; null until complete. */
  readonly sha256: string | null;
}

const LIFE_MS = 24 * 3_600_000;
const ID = /^[0-9a-f]{40}$/;

/** Hashes under way, so that a file sent without interruption is read only once. Lost with the process: then it is read again. */
const running = new Map<string, { offset: number; plain: Hash; sealed: Hash }>();
const busy = new Set<string>();
const MOST_RUNNING = 500;

/** Keeps hashes for the next request; the oldest give way. */
const remember = (id: string, hashes: { offset: number; plain: Hash; sealed: Hash } | undefined): void => {
  if (hashes === undefined) return;
  const [oldest] = running.size >= MOST_RUNNING ? running.keys() : [];
  if (oldest !== undefined) running.delete(oldest);
  running.set(id, hashes);
};

/** Where the uploads of a form lie. Throws `form-expired`. */
export const placeOf = ({ folder, suite, secret }: Uploads, token: string): UploadPlace => {
  const form = readForm(secret, token);
  return { suite, folder: join(folder, formHash(secret, form).toString('hex').slice(0, 40)), key: draftKey(secret, form) };
};

const stepOf = (suite: Suite): number => CHUNK + suite.tagBytes;

const stateOf = async (place: UploadPlace, id: string, note: UploadNote): Promise<UploadState> => {
  if (note.done) return { id, name: note.name, offset: note.done.bytes, complete: true, sha256: note.done.sha256 };
  const { size } = await stat(uploadPath(place, id));
  const whole = Math.max(0, Math.floor((size - STREAM_HEADER) / stepOf(place.suite)));
  // The last chunk says that it is the last, and its note was not written: it is sealed again.
  const chunks = Math.min(whole, Math.max(0, Math.ceil((note.expected ?? Number.POSITIVE_INFINITY) / CHUNK) - 1));
  return { id, name: note.name, offset: chunks * CHUNK, complete: false, sha256: null };
};

const noteOf = async (place: UploadPlace, id: string): Promise<UploadNote> => {
  const note = ID.test(id) ? await readNote(place, id) : undefined;
  if (note === undefined) throw new IntakeFault('not-found');
  return note;
};

/** Every upload of a form, oldest first. */
export const listUploads = async (uploads: Uploads, form: string): Promise<readonly UploadState[]> => {
  const place = placeOf(uploads, form);
  return Promise.all((await uploadIds(place)).map(async (id) => stateOf(place, id, await noteOf(place, id))));
};

/** State of one upload. Throws `not-found`. */
export const uploadState = async (uploads: Uploads, form: string, id: string): Promise<UploadState> => {
  const place = placeOf(uploads, form);
  return stateOf(place, id, await noteOf(place, id));
};

/** Begins an upload. Throws `payload-too-large`, `quota-exceeded` or `storage-full` before a byte is taken. */
export const beginUpload = async (
  uploads: Uploads,
  { form, name, bytes }: { readonly form: string; readonly name: string; readonly bytes: number | null },
): Promise<UploadState> => {
  const place = placeOf(uploads, form);
  if (bytes !== null && (!Number.isSafeInteger(bytes) || bytes < 0)) throw new IntakeFault('invalid-input');
  if ((bytes ?? 0) > uploads.limits.fileBytes) throw new IntakeFault('payload-too-large');
  const notes = await Promise.all((await uploadIds(place)).map((id) => noteOf(place, id)));
  const promised = notes.reduce((sum, note) => sum + (note.done?.bytes ?? note.expected ?? 0), bytes ?? 0);
  if (notes.length >= uploads.limits.filesPerForm || promised > uploads.limits.bytesPerForm) throw new IntakeFault('quota-exceeded');
  const id = Date.now().toString(16).padStart(12, '0') + randomBytes(14).toString('hex');
  const key = randomBytes(32);
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(place.folder);
  if (bavail * bsize - (bytes ?? 0) < uploads.limits.keepFree) throw new IntakeFault('storage-full');
  await writeFile(uploadPath(place, id), newStream(place.suite, key, ['file', id]).header, { mode: 0o600 });
  const note: UploadNote = { name: cleanName(name), expected: bytes, key: key.toString('base64'), done: null };
  await writeNote(place, id, note);
  return stateOf(place, id, note);
};

/** A file's name as a text for people: no folders, no control and no direction signs, 200 signs at most. */
const cleanName = (name: string): string =>
  (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Bidi_C}]/gu, '')
    .trim()
    .slice(0, 200) || 'file';

/**
 * Takes bytes in from `offset` on. What does not fill a chunk is kept only when it ends the file, so the sender must go on from the
 * offset in the answer. Ends the file when the told size is reached, or with `last`. Throws `upload-moved` when `offset` is not where
 * the file stands or another request is writing it, `payload-too-large` when more comes than was told or allowed.
 */
export const appendUpload = async (
  uploads: Uploads,
  { form, id, offset, last = false }: { readonly form: string; readonly id: string; readonly offset: number; readonly last?: boolean },
  bytes: AsyncIterable<Uint8Array>,
): Promise<UploadState> => {
  const place = placeOf(uploads, form);
  const note = await noteOf(place, id);
  const before = await stateOf(place, id, note);
  if (before.complete || before.offset !== offset || busy.has(id)) throw new IntakeFault('upload-moved');
  busy.add(id);
  try {
    const most = Math.min(note.expected ?? uploads.limits.fileBytes, uploads.limits.fileBytes);
    const end = await writeChunks(place, id, note, offset, bytes, most, (total) => last || total === note.expected);
    if (end === undefined) return await stateOf(place, id, note);
    const done: UploadNote = { ...note, done: { bytes: end, ...(await finish(place, id, note, end)) } };
    await writeNote(place, id, done);
    return await stateOf(place, id, done);
  } finally {
    busy.delete(id);
  }
};

/** Seals and appends; gives the size of the file when this was its end. */
const writeChunks = async (
  place: UploadPlace,
  id: string,
  note: UploadNote,
  offset: number,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  endsAt: (total: number) => boolean,
): Promise<number | undefined> => {
  const file = await open(uploadPath(place, id), 'r+');
  try {
    const stream = await headerOf(id, note, file);
    let index = offset / CHUNK;
    let at = STREAM_HEADER + index * stepOf(place.suite);
    // The rest of a chunk that was being written when the machine went down.
    await file.truncate(at);
    const hashes =
      offset === 0 ? { offset: 0, plain: createHash('sha256'), sealed: createHash('sha256').update(stream.header) } : running.get(id);
    running.delete(id);
    let total = offset;
    for await (const piece of pieces(bytes, CHUNK)) {
      total += piece.bytes.length;
      if (total > most) throw new IntakeFault('payload-too-large');
      const ends = piece.last && endsAt(total);
      if (!ends && piece.bytes.length < CHUNK) break;
      const sealed = sealChunk(stream, index, ends, piece.bytes);
      await file.write(sealed, 0, sealed.length, at);
      index += 1;
      at += sealed.length;
      if (hashes?.offset === total - piece.bytes.length) {
        hashes.plain.update(piece.bytes);
        hashes.sealed.update(sealed);
        hashes.offset = total;
      }
      remember(id, hashes);
      if (ends) {
        await file.sync();
        return total;
      }
    }
    return undefined;
  } finally {
    await file.close();
  }
};

const headerOf = async (
  id: string,
  note: UploadNote,
  file: { read: (buffer: Buffer, offset: number, length: number, position: number) => Promise<unknown> },
): Promise<StreamKey> => {
  const header = Buffer.alloc(STREAM_HEADER);
  await file.read(header, 0, STREAM_HEADER, 0);
  return resumeStream(header, Buffer.from(note.key, 'base64'), ['file', id]);
};

/** Digests and type of a complete file; reads it once more unless it came in one go. */
const finish = async (place: UploadPlace, id: string, note: UploadNote, bytes: number) => {
  const known = running.get(id);
  running.delete(id);
  const path = uploadPath(place, id);
  const hashes = known?.offset === bytes ? known : await rehash(path, Buffer.from(note.key, 'base64'), id);
  const file = await open(path, 'r');
  try {
    const stream = await headerOf(id, note, file);
    const sealed = Buffer.alloc(stepOf(place.suite));
    const { bytesRead } = await file.read(sealed, 0, sealed.length, STREAM_HEADER);
    const { size } = await file.stat();
    const first = openChunk(stream, 0, size <= STREAM_HEADER + sealed.length, sealed.subarray(0, bytesRead));
    const type = await fileTypeFromBuffer(first).catch(() => undefined);
    return { sha256: hashes.plain.digest('hex'), object: hashes.sealed.digest('hex'), mediaType: type?.mime ?? 'application/octet-stream' };
  } finally {
    await file.close();
  }
};

const rehash = async (path: string, key: Buffer, id: string): Promise<{ plain: Hash; sealed: Hash }> => {
  const hashes = { plain: createHash('sha256'), sealed: createHash('sha256') };
  const tapped = async function* () {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      hashes.sealed.update(part);
      yield part;
    }
  };
  for await (const part of openFile(key, ['file', id], tapped())) hashes.plain.update(part);
  return hashes;
};

/** Takes an upload back. Throws `not-found`. */
export const dropUpload = async (uploads: Uploads, form: string, id: string): Promise<void> => {
  const place = placeOf(uploads, form);
  await noteOf(place, id);
  running.delete(id);
  await Promise.all([uploadPath(place, id), `${uploadPath(place, id)}.note`].map((path) => rm(path, { force: true })));
};

/** Removes forms whose uploads nobody sent within a day. Gives their number. */
export const sweepUploads = async ({ folder }: Uploads, now = Date.now()): Promise<number> => {
  const names = await readdir(folder).catch(() => []);
  const ages = await Promise.all(names.map(async (name) => ({ name, changed: (await stat(join(folder, name))).mtimeMs })));
  const old = ages.filter(({ changed }) => now - changed > LIFE_MS);
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
  return old.length;
};

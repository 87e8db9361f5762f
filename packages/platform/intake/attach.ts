import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { sealJson, unsealJson } from '../vault/sealed.ts';
import type { Suite } from '../vault/suite.ts';
import { uuidv7 } from '../vault/uuid.ts';
import type { SentFile } from './answers.ts';
import { IntakeFault } from './fault.ts';
import type { ObjectStore } from './object-store.ts';
import { readNote, uploadIds, type UploadNote, uploadPath } from './upload-note.ts';
import { placeOf, type Uploads } from './uploads.ts';

/** A complete upload of a form, ready to belong to a tip. */
export interface Arrived {
  /** Id of the upload: the sealed file is bound to it. */
  readonly upload: string;
  readonly note: UploadNote & { readonly done: NonNullable<UploadNote['done']> };
}

/** What is sealed beside a file under the key of its tip. */
export const fileFacts = z.object({ name: z.string(), upload: z.string(), key: z.string(), sha256: z.string(), bytes: z.number() });
export type FileFacts = z.output<typeof fileFacts>;

/** A row of `vault.attachment`. */
export interface FileRow {
  readonly id: string;
  readonly ordinal: number;
  readonly bytes: number;
  readonly mediaType: string;
  /** Sealed `FileFacts`. */
  readonly facts: Buffer;
  readonly object: string;
}

/** Files that one sending may hold. */
const MOST_FILES = 20;

/**
 * Complete uploads of a form, oldest first; only the chosen ones when some are chosen. A file that was sent twice counts once.
 * Throws `upload-unfinished` while one is not complete, `quota-exceeded` for too many.
 */
export const arrivedFiles = async (uploads: Uploads, form: string, chosen?: readonly string[]): Promise<readonly Arrived[]> => {
  if (chosen?.length === 0) return [];
  const place = placeOf(uploads, form);
  const ids = (await uploadIds(place)).filter((id) => chosen === undefined || chosen.includes(id));
  if (chosen !== undefined && ids.length < new Set(chosen).size) throw new IntakeFault('upload-unfinished');
  const found = await Promise.all(
    ids.map(async (upload) => {
      const note = await readNote(place, upload);
      if (!note?.done) throw new IntakeFault('upload-unfinished');
      return { upload, note: { ...note, done: note.done } };
    }),
  );
  const same = (one: Arrived, other: Arrived) => one.note.name === other.note.name && one.note.done.sha256 === other.note.done.sha256;
  const files = found.filter((file, at) => found.findIndex((other) => same(file, other)) === at);
  if (files.length > MOST_FILES) throw new IntakeFault('quota-exceeded');
  return files;
};

/** Puts the files into the object store. They stay among the uploads until the tip is written. */
export const storeFiles = async (uploads: Uploads, form: string, objects: ObjectStore, files: readonly Arrived[]): Promise<void> => {
  const place = placeOf(uploads, form);
  for (const { upload, note } of files) await objects.take(uploadPath(place, upload), note.done.object);
};

/** Forgets these uploads of a form, or all of them. */
export const clearUploads = async (uploads: Uploads, form: string, chosen?: readonly string[]): Promise<void> => {
  const place = placeOf(uploads, form);
  if (chosen === undefined) return rm(place.folder, { recursive: true, force: true });
  const ids = (await uploadIds(place)).filter((id) => chosen.includes(id));
  const paths = ids.flatMap((id) => [uploadPath(place, id), `${uploadPath(place, id)}.note`]);
  await Promise.all(paths.map((path) => rm(path, { force: true })));
};

/** Rows for one tip: the key of each file is sealed with the key of the tip. */
export const fileRows = (suite: Suite, tip: string, tipKey: Uint8Array, files: readonly Arrived[], from = 0): readonly FileRow[] =>
  files.map(({ upload, note }, at) => {
    const id = uuidv7();
    const { bytes, sha256, object, mediaType } = note.done;
    const facts: FileFacts = { name: note.name, upload, key: note.key, sha256, bytes };
    return {
      id,
      ordinal: from + at + 1,
      bytes,
      mediaType,
      facts: sealJson(suite, tipKey, facts, ['tip', tip, 'file', id]),
      object,
    };
  });

/** Opens the facts of a row. Throws `vault-tampered`. */
export const openFacts = (tip: string, id: string, tipKey: Uint8Array, sealed: Uint8Array): FileFacts =>
  fileFacts.parse(unsealJson(tipKey, sealed, ['tip', tip, 'file', id]));

export const sentFile = ({ name, bytes, sha256 }: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>): SentFile => ({ name, bytes, sha256 });

import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sealJson, unsealJson } from '../vault/sealed.ts';
import type { Suite } from '../vault/suite.ts';

/** What is known about an upload. It lies beside the upload, sealed with the key of its form: even a file's name can name a person. */
const uploadNote = z.object({
  name: z.string(),
  /** Size told before; null when the sender does not know it. */
  expected: z.number().nullable(),
  /** Key of this one file, in base64. */
  key: z.string(),
  /** Set once the last byte is in. */
  done: z
    .object({
      bytes: z.number(),
      /** SHA-256 of the file as it was sent. */
      sha256: z.string(),
      /** SHA-256 of the sealed bytes: the name in the object store. */
      object: z.string(),
      /** By its first bytes, never by its name; `application/octet-stream` when unknown. */
      mediaType: z.string(),
    })
    .nullable(),
});
export type UploadNote = z.output<typeof uploadNote>;

/** Key of one form over its uploads, and where they lie. */
export interface UploadPlace {
  readonly suite: Suite;
  readonly folder: string;
  readonly key: Buffer;
}

export const uploadPath = ({ folder }: UploadPlace, id: string): string => join(folder, id);
const notePath = (place: UploadPlace, id: string): string => `${uploadPath(place, id)}.note`;

/** Writes a note in one step: whoever reads sees the old one or the new one. */
export const writeNote = async (place: UploadPlace, id: string, note: UploadNote): Promise<void> => {
  const temporary = `${notePath(place, id)}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, sealJson(place.suite, place.key, note, ['upload', id]), { mode: 0o600, flush: true });
  await rename(temporary, notePath(place, id));
};

/** Note of an upload; undefined when there is none. Throws `vault-tampered`. */
export const readNote = async (place: UploadPlace, id: string): Promise<UploadNote | undefined> => {
  const sealed = await readFile(notePath(place, id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return sealed && uploadNote.parse(unsealJson(place.key, sealed, ['upload', id]));
};

/** Ids of the uploads of a form, oldest first (an id begins with its time). */
export const uploadIds = async ({ folder }: UploadPlace): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^[0-9a-f]{40}\.note$/.test(name))
    .map((name) => name.slice(0, -5))
    .sort();
};

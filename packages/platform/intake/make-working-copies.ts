import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import { workerContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import { tipKeyOfOffice, type VaultAccess } from '../vault/access.ts';
import { openFile, sealFile } from '../vault/sealed-stream.ts';
import type { Suite } from '../vault/suite.ts';
import { openFacts } from './attach.ts';
import type { ObjectStore } from './object-store.ts';
import { workingCopy, worksOn } from './working-copy.ts';

interface ArrivedRow {
  readonly id: string;
  readonly facts: Buffer;
  readonly mediaType: string | null;
  readonly bytes: number;
  readonly object: string;
}

/** What the worker needs for files. `folder` is on the disk of the object store. */
export interface FileWork extends Pick<VaultAccess, 'worker' | 'keyring' | 'suite'> {
  readonly objects: ObjectStore;
  readonly folder: string;
}

/**
 * Makes the working copies of a tip's files that have just arrived: pictures drawn anew, everything else stays closed. The job of
 * `tip.received` and `tip.material`; doing it twice is harmless. Gives the number of files looked at.
 */
export const makeWorkingCopies = async (work: FileWork, tip: string): Promise<number> => {
  const { files, tipKey } = await within(work.worker, workerContext, async (tx) => {
    const { rows } = await sql<ArrivedRow>`
      select id, sealed_name as facts, media_type as "mediaType", bytes_received as bytes, original_object as object
      from vault.attachment where tip = ${tip} and state = 'arrived' order by ordinal`.execute(tx);
    return { files: rows, tipKey: rows.length === 0 ? Buffer.alloc(0) : await tipKeyOfOffice(tx, work, tip) };
  });
  for (const file of files) {
    const { state, object } = await copyOf(work, tip, tipKey, file);
    await within(work.worker, workerContext, async (tx) => {
      await sql`update vault.attachment set state = ${state}, working_object = ${object} where id = ${file.id} and state = 'arrived'`.execute(
        tx,
      );
      await append(tx, [{ act: 'file.work', kind: 'tip', subject: tip, detail: { file: file.id, state, copy: object !== null } }]);
    });
  }
  tipKey.fill(0);
  if (files.length > 0) {
    // Whoever added them may not write to the tip, and lists show how many there are.
    await within(work.worker, workerContext, (tx) =>
      sql`update app.tip set attachments = (select count(*) from vault.attachment a where a.tip = ${tip}) where id = ${tip}`.execute(tx),
    );
  }
  return files.length;
};

const copyOf = async (
  { suite, objects, folder }: FileWork,
  tip: string,
  tipKey: Buffer,
  { id, facts, mediaType, bytes, object }: ArrivedRow,
): Promise<{ state: 'ready' | 'unreadable'; object: string | null }> => {
  const { key, upload } = openFacts(tip, id, tipKey, facts);
  const fileKey = Buffer.from(key, 'base64');
  if (!worksOn(mediaType ?? '', bytes)) return { state: 'ready', object: null };
  const parts: Buffer[] = [];
  for await (const part of openFile(fileKey, ['file', upload], objects.read(object))) parts.push(part);
  const copy = await workingCopy(Buffer.concat(parts), mediaType ?? '');
  return 'reason' in copy
    ? { state: 'unreadable', object: null }
    : { state: 'ready', object: await keep(suite, objects, folder, fileKey, id, copy.bytes) };
};

const keep = async (suite: Suite, objects: ObjectStore, folder: string, key: Buffer, id: string, bytes: Buffer): Promise<string> => {
  const sealed: Buffer[] = [];
  const source = async function* () {
    yield bytes;
  };
  for await (const part of sealFile(suite, key, ['working', id], source())) sealed.push(part);
  const whole = Buffer.concat(sealed);
  const name = createHash('sha256').update(whole).digest('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `working-${randomUUID()}`);
  await writeFile(path, whole, { mode: 0o600, flush: true });
  try {
    await objects.take(path, name);
  } finally {
    await rm(path, { force: true });
  }
  return name;
};

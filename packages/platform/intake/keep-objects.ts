import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../store/connect.ts';
import { workerContext } from '../store/context.ts';
import { within } from '../store/within.ts';
import type { ObjectStore } from './object-store.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Which of these names no attachment has. */
const strangers = (worker: Db, names: readonly string[]): Promise<readonly string[]> =>
  within(worker, workerContext, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select name from unnest(${names}::text[]) name
      where not exists (select from vault.attachment a where a.original_object = name or a.working_object = name)`.execute(tx);
    return rows.map(({ name }) => name);
  });

/**
 * Removes sealed files that no tip names: a file comes before the transaction that names it, and that one may have failed. Only what is
 * older than a day, so that nothing on its way is taken. Gives the number.
 */
export const sweepObjects = async (worker: Db, objects: ObjectStore, now = Date.now()): Promise<number> => {
  let removed = 0;
  let names: string[] = [];
  const flush = async (): Promise<void> => {
    for (const name of await strangers(worker, names)) {
      await objects.remove(name);
      removed += 1;
    }
    names = [];
  };
  for await (const { name, since } of objects.list()) {
    if (now - since > DAY_MS) names.push(name);
    if (names.length === BATCH) await flush();
  }
  await flush();
  return removed;
};

/** A sealed file that is not what it was. */
export interface DamagedObject {
  readonly tip: string;
  readonly object: string;
  readonly fault: 'missing' | 'changed';
}

/**
 * Reads sealed files again and holds them against their names, without any key: `limit` of them, those of a random sample. Gives the damaged
 * ones; what to do about them is for a person.
 */
export const checkObjects = async (worker: Db, objects: ObjectStore, limit: number): Promise<readonly DamagedObject[]> => {
  const rows = await within(worker, workerContext, async (tx) => {
    const found = await sql<{ tip: string; object: string }>`
      select a.tip, o.object from vault.attachment a cross join lateral (values (original_object), (working_object)) o(object)
      where a.tip is not null and o.object is not null order by random() limit ${limit}`.execute(tx);
    return found.rows;
  });
  const damaged: DamagedObject[] = [];
  for (const { tip, object } of rows) {
    const hash = createHash('sha256');
    try {
      for await (const part of objects.read(object)) hash.update(part);
      if (hash.digest('hex') !== object) damaged.push({ tip, object, fault: 'changed' });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      damaged.push({ tip, object, fault: 'missing' });
    }
  }
  return damaged;
};

import { randomUUID } from 'node:crypto';
import { append, type AuditEntry } from '../audit/index.ts';
import type { Act } from '../command/index.ts';
import { type Context, type Db, within } from '../store/index.ts';
import type { TestStore } from '../store/testing/open-test-store.ts';

export const clerk: Context = { actor: 'clerk-1', roles: ['clerk'], office: 'samr-xuhui', districts: ['310104'] };
export const unitHead: Context = { ...clerk, actor: 'unit-head-1', roles: ['unit-head'] };
export const commander: Context = {
  actor: 'command-1',
  roles: ['command'],
  office: 'samr-city',
  districts: ['310000', '310104', '310115'],
};

/** Offices of a small town: the city, two districts under it. */
export async function makeOffices(store: TestStore): Promise<void> {
  const office = (id: string, district: string, superior: string | null) => ({
    id,
    line: 'samr' as const,
    level: superior === null ? ('city' as const) : ('district' as const),
    district,
    name_zh: id,
    name_en: id,
    superior,
  });
  await store.owner
    .insertInto('app.office')
    .values([office('samr-city', '310000', null)])
    .execute();
  await store.owner
    .insertInto('app.office')
    .values([office('samr-xuhui', '310104', 'samr-city'), office('samr-pudong', '310115', 'samr-city')])
    .execute();
}

let running = 0;

/** A tip as it stands after filing, without any clock. */
export async function makeTip(
  store: TestStore,
  more: Partial<{
    kind: 'complaint' | 'report';
    received_on: string;
    office: string;
    district: string;
    anonymous: boolean;
    scene: string | null;
    operator: string | null;
    marks: string[];
    state: string;
  }> = {},
): Promise<string> {
  const id = randomUUID();
  running += 1;
  await store.owner
    .insertInto('app.tip')
    .values({
      id,
      number: `T-${running}`,
      kind: 'report',
      channel: 'portal',
      received_on: '2026-11-03',
      office: 'samr-xuhui',
      district: '310104',
      ...more,
    })
    .execute();
  return id;
}

/** Does part of an act outside a command, with the entries it leaves. */
export async function acting<T>(db: Db, context: Context, work: (act: Pick<Act, 'tx' | 'note'>) => Promise<T>): Promise<T> {
  return await within(db, context, async (tx) => {
    const entries: AuditEntry[] = [];
    const result = await work({ tx, note: (entry) => entries.push(entry) });
    await append(tx, entries);
    return result;
  });
}

/** A call that has just confirmed who it is. */
export const calling = (db: Db, context: Context) => ({ db, context, steppedUpAt: new Date() });

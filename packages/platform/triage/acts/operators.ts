import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { changed, defineCommand, found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';
import { foldName } from '../fold-name.ts';
import { touchpointKey } from '../touchpoint-key.ts';
import { readRegistration } from '../uscc.ts';
import { moveTip, tipFor } from './tip-row.ts';

const name = z.string().trim().min(2).max(200);
const district = z
  .string()
  .regex(/^31\d{4}$/)
  .nullable()
  .default(null);

/**
 * Registers an operator or changes one. A code must be sound (GB 32100); an old licence number of 15 digits is kept as an alias, not as a code.
 * The name that was there before stays as an alias, so that older tips are still found.
 */
export const saveOperator = defineCommand({
  name: 'operator.save',
  permission: 'operator.keep',
  input: z.strictObject({
    id: z.uuid().nullable().default(null),
    version: z.int().min(1).optional(),
    name,
    registration: z.string().max(40).nullable().default(null),
    district,
    address: z.string().trim().max(300).nullable().default(null),
    /** Operator whose shops trade under one name. */
    chain: z.uuid().nullable().default(null),
    people: z.enum(['under-100k', 'from-100k', 'from-1m', 'from-10m']).nullable().default(null),
  }),
  guard: async ({ tx }, { id, registration, chain }) => {
    const read = registration === null || registration.trim() === '' ? null : readRegistration(registration);
    if (read?.kind === 'wrong')
      throw new TriageFault('invalid-input', { zh: `统一社会信用代码有误：${read.why.zh}。`, en: `The code is wrong: ${read.why.en}.` });
    if (chain !== null && chain === id)
      throw new TriageFault('invalid-input', { zh: '不能以自己为总部。', en: 'It cannot be its own chain.' });
    if (chain !== null)
      found(await tx.selectFrom('app.operator').select('id').where('id', '=', chain).where('chain', 'is', null).executeTakeFirst());
    const before = id === null ? null : found(await tx.selectFrom('app.operator').selectAll().where('id', '=', id).executeTakeFirst());
    if (read?.kind === 'uscc') {
      const other = await tx.selectFrom('app.operator').select('id').where('uscc', '=', read.code).executeTakeFirst();
      if (other !== undefined && other.id !== id)
        throw new TriageFault('wrong-state', { zh: '该代码已登记给另一经营者。', en: 'The code belongs to another operator already.' });
    }
    return { before, read };
  },
  effect: async ({ tx }, input, { before, read }) => {
    const row = {
      name: input.name,
      name_key: foldName(input.name).key,
      uscc: read?.kind === 'uscc' ? read.code : (before?.uscc ?? null),
      district: input.district,
      address: input.address,
      chain: input.chain,
      people_band: input.people,
    };
    let { id } = input;
    if (id === null) id = (await tx.insertInto('app.operator').values(row).returning('id').executeTakeFirstOrThrow()).id;
    else
      changed(
        await tx
          .updateTable('app.operator')
          .set({ ...row, version: sql`version + 1` })
          .where('id', '=', id)
          .where('version', '=', input.version ?? 0)
          .executeTakeFirst(),
      );
    const aliases = [
      ...(before !== null && foldName(before.name).key !== row.name_key ? [{ alias: before.name, source: 'former-name' }] : []),
      ...(read?.kind === 'old-licence' ? [{ alias: read.code, source: 'old-licence' }] : []),
    ];
    for (const { alias, source } of aliases) await addAlias(tx, id, alias, source);
    return { id, oldLicence: read?.kind === 'old-licence' };
  },
  audit: (_input, { before }, { id }) => ({ kind: 'operator', subject: id, detail: { before: before?.version ?? null } }),
});

async function addAlias(tx: Tx, operator: string, alias: string, source: string): Promise<void> {
  await tx
    .insertInto('app.operator_alias')
    .values({ operator, alias, alias_key: foldName(alias).key || alias, source })
    .onConflict((conflict) => conflict.columns(['operator', 'alias_key']).doNothing())
    .execute();
}

/** Another name under which an operator is known: a sign, a brand, an app. */
export const nameOperator = defineCommand({
  name: 'operator.name',
  permission: 'operator.keep',
  input: z.strictObject({ operator: z.uuid(), alias: name, source: z.enum(['sign', 'brand', 'app', 'press', 'officer']) }),
  guard: async ({ tx }, { operator }) =>
    found(await tx.selectFrom('app.operator').select('id').where('id', '=', operator).executeTakeFirst()),
  effect: async ({ tx }, { operator, alias, source }) => await addAlias(tx, operator, alias, source),
  audit: ({ operator, source }) => ({ kind: 'operator', subject: operator, detail: { source } }),
});

/** Registers where a consumer meets an operator. The same address in another spelling is the same touchpoint. */
export const saveTouchpoint = defineCommand({
  name: 'touchpoint.save',
  permission: 'operator.keep',
  input: z.strictObject({
    locator: z.string().trim().min(4).max(4000),
    operator: z.uuid().nullable().default(null),
    shop: z.uuid().nullable().default(null),
    scene: z.string().max(8).nullable().default(null),
  }),
  guard: (_act, { locator }) => {
    const key = touchpointKey(locator);
    if (key === null)
      throw new TriageFault('invalid-input', {
        zh: '不是网址、小程序或者二维码内容。',
        en: 'It is no address, mini-program or content of a code.',
      });
    return Promise.resolve(key);
  },
  effect: async ({ tx }, { locator, operator, shop, scene }, { kind, key }) =>
    await tx
      .insertInto('app.touchpoint')
      .values({ kind, locator, locator_key: key, operator, shop, scene })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'locator_key']).doUpdateSet(({ ref }) => ({
          operator: sql`coalesce(${ref('excluded.operator')}, app.touchpoint.operator)`,
          shop: sql`coalesce(${ref('excluded.shop')}, app.touchpoint.shop)`,
          scene: sql`coalesce(${ref('excluded.scene')}, app.touchpoint.scene)`,
        })),
      )
      .returning('id')
      .executeTakeFirstOrThrow(),
  audit: (_input, { kind }, { id }) => ({ kind: 'operator', subject: id, detail: { touchpoint: kind } }),
});

/** Names the operator (and shop, touchpoint) a tip is about. */
export const attachOperator = defineCommand({
  name: 'tip.attach-operator',
  permission: 'tip.triage',
  input: z.strictObject({
    tip: z.uuid(),
    version: z.int().min(1),
    operator: z.uuid().nullable(),
    shop: z.uuid().nullable().default(null),
    touchpoint: z.uuid().nullable().default(null),
  }),
  guard: async ({ tx }, { tip, version }) =>
    await tipFor(tx, tip, version, ['received', 'triage', 'returned', 'transferred', 'accepted', 'verification', 'mediation']),
  effect: async ({ tx }, { operator, shop, touchpoint }, row) =>
    await moveTip(tx, row, 'operator', { set: { operator, shop, touchpoint }, detail: { operator, shop, touchpoint } }),
  audit: ({ tip, operator }, row) => ({ kind: 'tip', subject: tip, detail: { operator, before: row.operator }, district: row.district }),
});

export interface FoundOperator {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly chain: string | null;
  readonly district: string | null;
  /** What it was found by. */
  readonly by: 'uscc' | 'name' | 'alias' | 'touchpoint';
}

/** Operators that a code, a name or an address may mean, the surest first. */
export async function findOperators(
  tx: Tx,
  what: { readonly registration?: string; readonly name?: string; readonly locator?: string },
): Promise<readonly FoundOperator[]> {
  const read = what.registration === undefined ? null : readRegistration(what.registration);
  const code = read === null || read.kind === 'wrong' ? null : read.code;
  const key = what.name === undefined ? '' : foldName(what.name).key;
  const touchpoint = what.locator === undefined ? null : touchpointKey(what.locator);
  const { rows } = await sql<FoundOperator>`
    select distinct on (o.id) o.id, o.name, o.uscc, o.chain, o.district, f.by from (
      select id, 'uscc' as by, 1 as rank from app.operator where uscc = ${code}
      union all select p.operator, 'touchpoint', 2 from app.touchpoint p where p.kind = ${touchpoint?.kind ?? null} and p.locator_key = ${touchpoint?.key ?? null}
      union all select a.operator, 'alias', 3 from app.operator_alias a where a.alias_key in (nullif(${key}, ''), ${code})
      union all select id, 'name', 4 from app.operator where name_key = nullif(${key}, '')
    ) f join app.operator o on o.id = f.id order by o.id, f.rank limit 50`.execute(tx);
  const order = ['uscc', 'touchpoint', 'alias', 'name'];
  return [...rows].sort((one, other) => order.indexOf(one.by) - order.indexOf(other.by));
}

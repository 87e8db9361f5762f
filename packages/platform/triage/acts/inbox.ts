import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { changed, defineCommand } from '../../command/index.ts';
import type { Context, Tx } from '../../store/index.ts';

const list = z.array(z.string().min(1).max(40)).max(40).optional();

/** What an inbox is narrowed to; everything left out is not asked about. */
export const inboxFilter = z.strictObject({
  states: list,
  kinds: z.array(z.enum(['complaint', 'report'])).optional(),
  channels: list,
  scenes: list,
  /** Kinds of violation, confirmed or suggested. */
  violations: list,
  districts: list,
  offices: list,
  /** Officer; `none` for tips without one. */
  handler: z.union([z.uuid(), z.literal('none')]).optional(),
  operator: z.uuid().optional(),
  batch: z.uuid().optional(),
  receivedFrom: z.iso.date().optional(),
  receivedTo: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  /** Number of the tip or of the hotline's order, from its beginning. */
  number: z.string().trim().min(2).max(64).optional(),
});
export type InboxFilter = z.infer<typeof inboxFilter>;

export interface InboxRow {
  readonly id: string;
  readonly number: string;
  readonly orderNumber: string | null;
  readonly kind: 'complaint' | 'report';
  readonly channel: string;
  readonly receivedOn: string;
  readonly district: string;
  readonly office: string;
  readonly state: string;
  readonly scene: string | null;
  readonly violations: readonly string[];
  readonly suggestedScene: string | null;
  readonly dueOn: string | null;
  readonly handler: string | null;
  readonly attachments: number;
  readonly returns: number;
  readonly version: number;
}

/** Roles that look over districts; all others see their office. The database says the same; asked here, it finds the way along an index. */
const OVERSEERS: ReadonlySet<string> = new Set(['command', 'department-head']);

/**
 * A page of tips by their earliest deadline; those without one come last. `after` is the last row of the page before.
 * Goes along the index of each office or district that is looked over, so that the number of tips does not matter.
 */
export async function inbox(
  tx: Tx,
  context: Context,
  filter: InboxFilter,
  page: { readonly limit?: number; readonly after?: { readonly dueOn: string | null; readonly id: string } } = {},
): Promise<readonly InboxRow[]> {
  const { after } = page;
  const limit = Math.min(page.limit ?? 50, 200);
  const due = after?.dueOn ?? null;
  const read = async (part: RawBuilder<unknown>, most: number): Promise<readonly InboxRow[]> =>
    (await slice(context, filter, part, most).execute(tx)).rows;
  const dated =
    after === undefined
      ? await read(sql`t.due_on is not null`, limit)
      : due === null
        ? []
        : await read(sql`(t.due_on, t.id) > (${due}::date, ${after.id}::uuid)`, limit);
  if (dated.length === limit) return dated;
  const undated = due === null && after !== undefined ? sql`t.due_on is null and t.id > ${after.id}::uuid` : sql`t.due_on is null`;
  return [...dated, ...(await read(undated, limit - dated.length))];
}

function slice(context: Context, filter: InboxFilter, part: RawBuilder<unknown>, most: number) {
  const wide = context.roles.some((role) => OVERSEERS.has(role)) && filter.offices === undefined;
  const keys = wide
    ? (filter.districts ?? context.districts ?? [])
    : (filter.offices ?? (context.office === undefined ? [] : [context.office]));
  return sql<InboxRow>`
    select p.* from unnest(${[...keys]}::text[]) k cross join lateral (
      select t.id, t.number, t.order_number as "orderNumber", t.kind, t.channel, t.received_on as "receivedOn", t.district, t.office, t.state, t.scene,
        t.violation_kinds as violations, t.suggestion ->> 'scene' as "suggestedScene", t.due_on as "dueOn", t.handler, t.attachments, t.returns,
        t.version
      from app.tip t
      where ${wide ? sql`t.district = k` : sql`t.office = k`} and ${sql.join(conditions(filter), sql` and `)} and ${part}
      order by t.due_on, t.id limit ${most}
    ) p order by p."dueOn", p.id limit ${most}`;
}

function conditions(filter: InboxFilter) {
  const among = (column: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [sql`${sql.ref(column)} = any(${[...values]}::text[])`];
  return [
    sql`true`,
    ...among('t.state', filter.states),
    ...(filter.states === undefined ? [sql`t.state <> 'import-undone'`] : []),
    ...among('t.kind', filter.kinds),
    ...among('t.channel', filter.channels),
    ...(filter.scenes === undefined ? [] : [sql`coalesce(t.scene, t.suggestion ->> 'scene') = any(${[...filter.scenes]}::text[])`]),
    ...(filter.violations === undefined
      ? []
      : [sql`(t.violation_kinds && ${[...filter.violations]}::text[] or t.suggestion -> 'kinds' ?| ${[...filter.violations]}::text[])`]),
    ...among('t.district', filter.districts),
    ...among('t.office', filter.offices),
    ...(filter.handler === undefined
      ? []
      : [filter.handler === 'none' ? sql`t.handler is null` : sql`t.handler = ${filter.handler}::uuid`]),
    ...(filter.operator === undefined ? [] : [sql`t.operator = ${filter.operator}::uuid`]),
    ...(filter.batch === undefined ? [] : [sql`t.import_batch = ${filter.batch}::uuid`]),
    ...(filter.receivedFrom === undefined ? [] : [sql`t.received_on >= ${filter.receivedFrom}::date`]),
    ...(filter.receivedTo === undefined ? [] : [sql`t.received_on <= ${filter.receivedTo}::date`]),
    ...(filter.dueTo === undefined ? [] : [sql`t.due_on <= ${filter.dueTo}::date`]),
    ...(filter.number === undefined
      ? []
      : [sql`(starts_with(t.number, ${filter.number}) or starts_with(t.order_number, ${filter.number}))`]),
  ];
}

/** Keeps a filter under a name, for the officer alone; the same name again replaces it. */
export const saveFilter = defineCommand({
  name: 'filter.save',
  permission: 'filter.keep',
  input: z.strictObject({ name: z.string().trim().min(1).max(60), filter: inboxFilter, version: z.int().min(1).nullable().default(null) }),
  guard: async ({ tx, context }, { name }) =>
    (await tx
      .selectFrom('app.saved_filter')
      .select(['id', 'version'])
      .where('officer', '=', context.actor)
      .where('name', '=', name)
      .executeTakeFirst()) ?? null,
  effect: async ({ tx }, { name, filter, version }, before) => {
    const value = JSON.stringify(filter);
    if (before === null)
      return await tx.insertInto('app.saved_filter').values({ name, filter: value }).returning('id').executeTakeFirstOrThrow();
    changed(
      await tx
        .updateTable('app.saved_filter')
        .set({ filter: value, version: sql`version + 1` })
        .where('id', '=', before.id)
        .where('version', '=', version ?? 0)
        .executeTakeFirst(),
    );
    return { id: before.id };
  },
  audit: (_input, _before, { id }) => ({ kind: 'list', subject: id }),
});

/** Takes a filter away. */
export const dropFilter = defineCommand({
  name: 'filter.drop',
  permission: 'filter.keep',
  input: z.strictObject({ id: z.uuid() }),
  guard: () => Promise.resolve(null),
  effect: async ({ tx }, { id }) => {
    const { numDeletedRows } = await tx.deleteFrom('app.saved_filter').where('id', '=', id).executeTakeFirst();
    return { dropped: Number(numDeletedRows) };
  },
  audit: ({ id }) => ({ kind: 'list', subject: id }),
});

/** The officer's own filters. A filter written by an older version that cannot be read any more is left out. */
export async function savedFilters(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly name: string; readonly filter: InboxFilter; readonly version: number }[]> {
  const rows = await tx.selectFrom('app.saved_filter').select(['id', 'name', 'filter', 'version']).orderBy('name').execute();
  return rows.flatMap(({ id, name, filter, version }) => {
    const parsed = inboxFilter.safeParse(filter);
    return parsed.success ? [{ id, name, filter: parsed.data, version }] : [];
  });
}

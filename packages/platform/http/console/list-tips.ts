import { sql } from 'kysely';
import { z } from 'zod';
import { append } from '../../audit/append.ts';
import type { Tx } from '../../store/index.ts';

const words = (most: number) => z.string().max(most);

/** What the inbox can be narrowed by; also what a saved filter holds. */
export const tipFilter = z.strictObject({
  state: words(20).optional(),
  kind: z.enum(['complaint', 'report']).optional(),
  scene: words(8).optional(),
  district: z
    .string()
    .regex(/^31\d{4}$/)
    .optional(),
  office: words(40).optional(),
  channel: words(20).optional(),
  handler: z.uuid().optional(),
  violation: words(4).optional(),
  receivedFrom: z.iso.date().optional(),
  receivedUntil: z.iso.date().optional(),
  number: words(40).optional(),
});

export const tipQuery = tipFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: words(200).optional(),
});

export const tipLine = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.string(),
  channel: z.string(),
  receivedOn: z.string(),
  district: z.string(),
  office: z.string(),
  scene: z.string().nullable(),
  violationKinds: z.array(z.string()),
  suggestion: z.unknown(),
  state: z.string(),
  dueOn: z.string().nullable(),
  handler: z.string().nullable(),
  anonymous: z.boolean(),
  attachments: z.number(),
  version: z.number(),
});
type TipLine = z.output<typeof tipLine>;

/** Tips without a deadline come last. */
const LAST = '9999-12-31';
const cursorSchema = z.tuple([z.iso.date(), z.uuid()]);

/** A page of the tips that the context sees, the most urgent first; goes along the index of deadlines. */
export async function listTips(
  tx: Tx,
  { limit, cursor, ...filter }: z.output<typeof tipQuery>,
): Promise<{ readonly tips: readonly TipLine[]; readonly next: string | null }> {
  const conditions = [
    filter.state && sql`t.state = ${filter.state}`,
    filter.kind && sql`t.kind = ${filter.kind}`,
    filter.scene && sql`t.scene = ${filter.scene}`,
    filter.district && sql`t.district = ${filter.district}`,
    filter.office && sql`t.office = ${filter.office}`,
    filter.channel && sql`t.channel = ${filter.channel}`,
    filter.handler && sql`t.handler = ${filter.handler}::uuid`,
    filter.violation && sql`t.violation_kinds @> array[${filter.violation}]`,
    filter.receivedFrom && sql`t.received_on >= ${filter.receivedFrom}::date`,
    filter.receivedUntil && sql`t.received_on <= ${filter.receivedUntil}::date`,
    filter.number && sql`t.number = ${filter.number}`,
    cursor && behind(cursor),
  ].filter((one) => one !== undefined && one !== '');
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const { rows } = await sql<TipLine>`
    select t.id, t.number, t.kind, t.channel, t.received_on as "receivedOn", t.district, t.office, t.scene,
      t.violation_kinds as "violationKinds", t.suggestion, t.state, t.due_on as "dueOn", t.handler, t.anonymous, t.attachments, t.version
    from app.tip t where ${where}
    order by t.due_on nulls last, t.id limit ${limit + 1}`.execute(tx);
  const tips = rows.slice(0, limit);
  const end = tips.at(-1);
  await append(tx, [{ act: 'tip.list', kind: 'list', subject: 'tips', detail: { shown: tips.length } }]);
  const next = rows.length > limit && end ? Buffer.from(JSON.stringify([end.dueOn ?? LAST, end.id])).toString('base64url') : null;
  return { tips, next };
}

function behind(cursor: string) {
  const [due, id] = cursorSchema.parse(readCursor(cursor));
  return due === LAST
    ? sql`(t.due_on is null and t.id > ${id}::uuid)`
    : sql`(t.due_on is null or (t.due_on, t.id) > (${due}::date, ${id}::uuid))`;
}

function readCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

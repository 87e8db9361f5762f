import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { changed, defineCommand, found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';
import { type RoutedTip, type RoutingDryRun, type RoutingRule, routingConditions, tryRouting } from '../route.ts';

const rule = {
  priority: z.int().min(0).max(10_000),
  conditions: routingConditions,
  office: z.string().max(40),
  reason: z.strictObject({ zh: z.string().trim().min(2).max(200), en: z.string().trim().min(2).max(300) }),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
};

/** Adds a rule of routing, or changes one (`id` and `version`). Rules are never deleted: they end on a day. */
export const saveRoutingRule = defineCommand({
  name: 'routing.save',
  permission: 'routing.keep',
  input: z.strictObject({ ...rule, id: z.uuid().nullable().default(null), version: z.int().min(1).optional() }),
  guard: async ({ tx }, { id, office, validFrom, validUntil }) => {
    const target = await tx.selectFrom('app.office').select('id').where('id', '=', office).where('active', '=', true).executeTakeFirst();
    if (target === undefined)
      throw new TriageFault('invalid-input', { zh: '没有这个单位，或者已停用。', en: 'There is no such active office.' });
    if (validUntil !== null && validUntil < validFrom)
      throw new TriageFault('invalid-input', { zh: '失效早于生效。', en: 'It ends before it begins.' });
    return id === null ? null : found(await tx.selectFrom('app.routing_rule').selectAll().where('id', '=', id).executeTakeFirst());
  },
  effect: async ({ tx }, { id, version, ...input }) => {
    const row = {
      priority: input.priority,
      conditions: JSON.stringify(input.conditions),
      office: input.office,
      reason_zh: input.reason.zh,
      reason_en: input.reason.en,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
    };
    if (id === null) return await tx.insertInto('app.routing_rule').values(row).returning('id').executeTakeFirstOrThrow();
    changed(
      await tx
        .updateTable('app.routing_rule')
        .set({ ...row, version: sql`version + 1` })
        .where('id', '=', id)
        .where('version', '=', version ?? 0)
        .executeTakeFirst(),
    );
    return { id };
  },
  audit: ({ office, priority, conditions }, before, { id }) => ({
    kind: 'system',
    subject: id,
    detail: { office, priority, conditions: JSON.stringify(conditions), before: before?.office ?? null },
  }),
});

/** The rules in force on any day, the ended ones included: which applies is for `route` to say. */
export async function routingRules(tx: Tx): Promise<readonly RoutingRule[]> {
  const rows = await tx.selectFrom('app.routing_rule').selectAll().orderBy('priority').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    priority: row.priority,
    conditions: routingConditions.parse(row.conditions),
    office: row.office,
    reason: { zh: row.reason_zh, en: row.reason_en },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}

/** What a set of rules would do to the undecided tips that the context sees, at most the newest `most`. Changes nothing. */
export async function tryRoutingRules(tx: Tx, rules: readonly RoutingRule[], most = 2000): Promise<RoutingDryRun> {
  const { rows } = await sql<RoutedTip & { readonly id: string; readonly office: string }>`
    select t.id, t.office, t.channel, t.kind, coalesce(t.scene, t.suggestion ->> 'scene') as scene, t.violation_kinds as violations, t.district,
      substr(o.uscc, 3, 6) as "registeredIn", o.chain is not null as chain, t.received_on as "receivedOn"
    from app.tip t left join app.operator o on o.id = t.operator
    where t.state in ('received', 'triage', 'returned', 'transferred')
    order by t.received_on desc, t.id limit ${most}`.execute(tx);
  return tryRouting(rows, rules);
}

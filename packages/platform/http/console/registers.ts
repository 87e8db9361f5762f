import type { Text } from '@liangjian/law';
import { sql } from 'kysely';
import { z } from 'zod';
import { append } from '../../audit/append.ts';
import { campaignOf } from '../../campaign/index.ts';
import { found } from '../../command/index.ts';
import { within } from '../../store/index.ts';
import { findOperators, routingConditions, routingRules, tryRoutingRules } from '../../triage/index.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const tag = 'register';
const sought = z.string().trim().min(2).max(400).optional();

const proposed = z.strictObject({
  id: z.string().max(40),
  priority: z.int().min(0).max(100_000),
  conditions: routingConditions,
  office: z.string().max(40),
  reason: z.strictObject({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) }),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
});

/** Registers that tips refer to, and who works where. */
export const registerEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/operators',
    tag,
    title: t('按名称、统一社会信用代码或者网址查找经营者', 'Find operators by name, credit code or address'),
    query: z.object({ registration: sought, name: sought, locator: sought }),
    handle: ({ parts, caller: { context }, query }) =>
      within(parts.store.console, context, async (tx) => {
        const operators = await findOperators(tx, { ...query } as Parameters<typeof findOperators>[1]);
        await append(tx, [{ act: 'operator.find', kind: 'list', subject: 'operators', detail: { shown: operators.length } }]);
        return { operators };
      }),
  }),
  endpoint({
    method: 'GET',
    path: '/routing',
    tag,
    title: t('分派规则', 'Rules of routing'),
    handle: ({ parts, caller: { context } }) => within(parts.store.console, context, async (tx) => ({ rules: await routingRules(tx) })),
  }),
  endpoint({
    method: 'POST',
    path: '/routing/try',
    tag,
    title: t('试运行分派规则，不改变任何数据', 'Try rules of routing on tips at hand; nothing is changed'),
    body: z.strictObject({ rules: z.array(proposed).max(500) }),
    handle: ({ parts, caller: { context }, body }) => within(parts.store.console, context, (tx) => tryRoutingRules(tx, body.rules)),
  }),
  endpoint({
    method: 'GET',
    path: '/campaigns',
    tag,
    title: t('专项行动', 'Campaigns'),
    handle: ({ parts, caller: { context } }) =>
      within(parts.store.console, context, async (tx) => ({
        campaigns: await tx.selectFrom('app.campaign').selectAll().orderBy('id').execute(),
      })),
  }),
  endpoint({
    method: 'GET',
    path: '/campaigns/:id',
    tag,
    title: t('一项专项行动的阶段、场景、重点、单位和目标', 'Phases, scenes, focus, offices and targets of a campaign'),
    params: z.object({ id: z.string().max(60) }),
    handle: ({ parts, caller: { context }, params: { id } }) =>
      within(parts.store.console, context, async (tx) => found((await campaignOf(tx, id)) ?? undefined)),
  }),
  endpoint({
    method: 'GET',
    path: '/officers',
    tag,
    title: t('人员、角色和证件', 'Officers, roles and licences'),
    handle: ({ parts, caller: { context } }) =>
      within(parts.store.console, context, async (tx) => ({
        officers: await tx
          .selectFrom('app.officer as o')
          .select([
            'o.id',
            'o.office',
            'o.log_in',
            'o.name',
            'o.licence',
            'o.licence_from',
            'o.licence_until',
            'o.qualifications',
            'o.state',
            'o.version',
          ])
          .select(
            sql<string[]>`array(select role from app.officer_role r where r.officer = o.id and r.valid_from <= app.today()
              and (r.valid_until is null or r.valid_until >= app.today()) order by role)`.as('roles'),
          )
          // A licence that has ended takes part in no act; whoever assigns work sees it here first.
          .select(sql<boolean>`coalesce(o.licence_until < app.today(), false)`.as('licenceEnded'))
          .orderBy('o.office')
          .orderBy('o.log_in')
          .execute(),
      })),
  }),
];

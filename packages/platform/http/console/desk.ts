import { addWorkingDays, type Text } from '@liangjian/law';
import { z } from 'zod';
import { append } from '../../audit/append.ts';
import { verifyAudit } from '../../audit/index.ts';
import { calendarOf, clockQueue, queueCounts, type QueueOf } from '../../clocks/index.ts';
import { may, whoMayDoWhat } from '../../permission/index.ts';
import { type Context, StoreFault, within } from '../../store/index.ts';
import { savedFilters } from '../../triage/index.ts';
import { today } from '../../triage/acts/tip-row.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const whose = z.enum(['mine', 'office', 'districts']).default('office');
const standing = z.enum(['overdue', 'grace', 'due-soon', 'running', 'paused', 'moved']);

const queueOf = (of: z.output<typeof whose>, context: Context): QueueOf =>
  of === 'mine' ? { officer: context.actor } : of === 'office' ? { office: context.office ?? '' } : { districts: context.districts ?? [] };

const requireMay = (context: Context, permission: string): void => {
  if (!may(context, permission)) throw new StoreFault('not-permitted', permission);
};

/** What an officer, a head, command and the auditor have on their desk. */
export const deskEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/queues',
    tag: 'clocks',
    title: t('各类期限各有多少', 'How many clocks stand how'),
    query: z.object({ of: whose, soon: z.coerce.number().int().min(1).max(30).default(3) }),
    handle: ({ parts, caller: { context }, query: { of, soon } }) => {
      requireMay(context, 'tip.read');
      return within(parts.store.console, context, async (tx) => {
        const [calendar, day] = [await calendarOf(tx), await today(tx)];
        return {
          today: day,
          soonUntil: addWorkingDays(day, soon, calendar),
          counts: await queueCounts(tx, { of: queueOf(of, context), calendar, today: day, soon }),
        };
      });
    },
  }),
  endpoint({
    method: 'GET',
    path: '/queues/:standing',
    tag: 'clocks',
    title: t('一类期限的清单，先到期的在前', 'The clocks that stand so, the most urgent first'),
    params: z.object({ standing }),
    query: z.object({
      of: whose,
      soon: z.coerce.number().int().min(1).max(30).default(3),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      afterDay: z.iso.date().optional(),
      afterId: z.uuid().optional(),
    }),
    handle: ({ parts, caller: { context }, params, query: { of, soon, limit, afterDay, afterId } }) => {
      requireMay(context, 'tip.read');
      return within(parts.store.console, context, async (tx) => {
        const clocks = await clockQueue(tx, {
          of: queueOf(of, context),
          standing: params.standing,
          calendar: await calendarOf(tx),
          today: await today(tx),
          soon,
          limit,
          ...(afterDay && afterId ? { after: { working: afterDay, id: afterId } } : {}),
        });
        await append(tx, [{ act: 'clock.queue', kind: 'list', subject: params.standing, detail: { shown: clocks.length } }]);
        return { clocks };
      });
    },
  }),
  endpoint({
    method: 'GET',
    path: '/filters',
    tag: 'tips',
    title: t('自己保存的筛选', 'Own saved filters'),
    handle: ({ parts, caller: { context } }) => within(parts.store.console, context, async (tx) => ({ filters: await savedFilters(tx) })),
  }),
  endpoint({
    method: 'GET',
    path: '/offices',
    tag: 'register',
    title: t('单位', 'Offices'),
    handle: ({ parts, caller: { context } }) =>
      within(parts.store.console, context, async (tx) => ({
        offices: await tx.selectFrom('app.office').selectAll().orderBy('id').execute(),
      })),
  }),
  endpoint({
    method: 'GET',
    path: '/permissions',
    tag: 'register',
    title: t('谁可以做什么', 'Who may do what'),
    handle: async () => ({ permissions: whoMayDoWhat() }),
  }),
  endpoint({
    method: 'GET',
    path: '/audit',
    tag: 'audit',
    title: t('审计记录，最新的在前；只有行为，没有身份', 'The audit trail, newest first: acts, no identities'),
    query: z.object({
      subject: z.string().max(80).optional(),
      actor: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      before: z.iso.datetime().optional(),
    }),
    handle: ({ parts, caller: { context }, query: { subject, actor, limit, before } }) => {
      requireMay(context, 'audit.read');
      return within(parts.store.console, context, async (tx) => {
        let select = tx
          .selectFrom('audit.entry')
          .select(['chain', 'seq', 'at', 'actor', 'office', 'district', 'act', 'subject_kind', 'subject', 'why', 'detail']);
        if (subject !== undefined) select = select.where('subject', '=', subject);
        if (actor !== undefined) select = select.where('actor', '=', actor);
        if (before !== undefined) select = select.where('at', '<', new Date(before));
        const entries = await select.orderBy('at', 'desc').orderBy('chain').orderBy('seq', 'desc').limit(limit).execute();
        // Looking at the trail is an act of its own.
        await append(tx, [{ act: 'audit.read', kind: 'audit', subject: subject ?? actor ?? 'all', detail: { shown: entries.length } }]);
        return { entries };
      });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/audit/verify',
    tag: 'audit',
    title: t('核验整条审计记录', 'Verify the whole trail'),
    handle: async ({ parts, caller: { context } }) => {
      requireMay(context, 'audit.read');
      const verdict = await verifyAudit(parts.store.worker);
      await within(parts.store.console, context, (tx) =>
        append(tx, [{ act: 'audit.verify', kind: 'audit', subject: 'all', detail: { ok: verdict.ok, entries: verdict.entries } }]),
      );
      return verdict;
    },
  }),
];

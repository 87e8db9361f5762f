import { addWorkingDays, type Calendar } from '@liangjian/law';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../store/index.ts';

/** Whose clocks: an officer's own tips, an office, districts (command), or whatever the context sees. */
export type QueueOf =
  | { readonly officer: string }
  | { readonly office: string }
  | { readonly districts: readonly string[] }
  | { readonly all: true };

export type Standing = 'overdue' | 'grace' | 'due-soon' | 'running' | 'paused' | 'moved';

export interface QueueInput {
  readonly of: QueueOf;
  readonly standing: Standing;
  readonly calendar: Calendar;
  /** Today in Shanghai. */
  readonly today: string;
  /** Working days ahead that count as soon; three unless told. */
  readonly soon?: number;
  readonly limit?: number;
  /** Goes on behind the last row of the page before. */
  readonly after?: { readonly working: string; readonly id: string };
}

export interface QueuedClock {
  readonly id: string;
  readonly tip: string | null;
  readonly number: string | null;
  readonly handler: string | null;
  readonly office: string;
  readonly district: string;
  readonly scene: string | null;
  readonly rule: string;
  readonly earliest: string;
  readonly rolled: string;
  readonly working: string;
  readonly provisional: boolean;
  readonly disputed: boolean;
  readonly standing: Standing;
  readonly moved: unknown;
  readonly version: number;
}

/**
 * A page of a queue, the most urgent first. Goes along the index of working deadlines, one district at a time where there are several,
 * so that the length of the queue does not matter.
 */
export async function clockQueue(tx: Tx, input: QueueInput): Promise<readonly QueuedClock[]> {
  const { today, after, of } = input;
  const limit = sql`${Math.min(input.limit ?? 50, 500)}`;
  const behind = after === undefined ? sql`true` : sql`(q.working, q.id) > (${after.working}::date, ${after.id}::uuid)`;
  const page = (owned: RawBuilder<unknown>) => sql`
    select q.id, q.tip, q.number, q.handler, q.office, q.district, q.scene, q.rule, q.earliest, q.rolled, q.working, q.provisional, q.disputed,
      ${input.standing}::text as standing, q.moved, q.version
    from app.clock_standing q
    where ${owned} and ${stands(input, today)} and ${behind}
    order by q.working, q.id limit ${limit}`;
  const query =
    'districts' in of
      ? sql<QueuedClock>`
          select p.* from unnest(${[...of.districts]}::text[]) d cross join lateral (${page(sql`q.district = d`)}) p
          order by p.working, p.id limit ${limit}`
      : sql<QueuedClock>`${page(ownedBy(of))}`;
  return (await query.execute(tx)).rows;
}

/** How many clocks stand how: what command and an officer see first. */
export async function queueCounts(
  tx: Tx,
  input: Omit<QueueInput, 'standing' | 'after' | 'limit'>,
): Promise<Readonly<Record<Standing, number>>> {
  const soonUntil = addWorkingDays(input.today, input.soon ?? 3, input.calendar);
  const { rows } = await sql<Record<Standing, number>>`
    select count(*) filter (where q.standing = 'overdue') as overdue,
      count(*) filter (where q.standing = 'grace') as grace,
      count(*) filter (where q.standing = 'running' and q.working <= ${soonUntil}::date) as "due-soon",
      count(*) filter (where q.standing = 'running' and q.working > ${soonUntil}::date) as running,
      count(*) filter (where q.standing = 'paused') as paused,
      count(*) filter (where q.moved is not null) as moved
    from app.clock_standing q where ${ownedBy(input.of)}`.execute(tx);
  return rows[0] ?? { overdue: 0, grace: 0, 'due-soon': 0, running: 0, paused: 0, moved: 0 };
}

function ownedBy(of: QueueOf) {
  if ('officer' in of) return sql`q.handler = ${of.officer}::uuid`;
  if ('office' in of) return sql`q.office = ${of.office}`;
  if ('districts' in of) return sql`q.district = any(${[...of.districts]}::text[])`;
  return sql`true`;
}

/** Plain comparisons, so that the planner can tell how many rows there are. Hour clocks hold an instant, which no day is longer than. */
function stands({ standing, soon = 3, calendar }: QueueInput, today: string) {
  const soonUntil = addWorkingDays(today, soon, calendar);
  const passed = (column: 'q.rolled' | 'q.earliest') =>
    sql`(${sql.ref(column)} < ${today} or (length(${sql.ref(column)}) > 10 and ${sql.ref(column)}::timestamptz < now()))`;
  switch (standing) {
    case 'due-soon':
      return sql`q.state = 'running' and not ${passed('q.earliest')} and q.working <= ${soonUntil}::date`;
    case 'running':
      return sql`q.state = 'running' and q.working > ${soonUntil}::date`;
    case 'overdue':
      // Nothing that is past was to be worked on later than today: the index stops there.
      return sql`q.state = 'running' and ${passed('q.rolled')} and q.working <= ${today}::date`;
    case 'grace':
      return sql`q.state = 'running' and ${passed('q.earliest')} and not ${passed('q.rolled')} and q.working <= ${today}::date`;
    case 'paused':
      return sql`q.state = 'paused'`;
    case 'moved':
      return sql`q.moved is not null`;
  }
}

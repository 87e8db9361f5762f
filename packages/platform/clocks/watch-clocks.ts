import { addWorkingDays } from '@liangjian/law';
import { sql } from 'kysely';
import { append } from '../audit/index.ts';
import { type Db, within, workerContext } from '../store/index.ts';
import { calendarOf } from './calendar-store.ts';

export interface Watched {
  readonly offices: number;
  readonly overdue: number;
  readonly soon: number;
}

const SOON_DAYS = 3;

/**
 * Counts for every office what is overdue and what is due within three working days, and keeps the figures as entries of the trail: which
 * office knew what on which morning can be shown later. Offices without either get none.
 */
export const watchClocks = (db: Db): Promise<Watched> =>
  within(db, workerContext, async (tx) => {
    const calendar = await calendarOf(tx);
    const day = await sql<{ today: string }>`select app.today() as today`.execute(tx as never);
    const soonUntil = addWorkingDays(day.rows[0]?.today ?? '', SOON_DAYS, calendar);
    const { rows } = await sql<{ office: string; district: string; overdue: number; soon: number }>`
      select q.office, q.district, count(*) filter (where q.standing = 'overdue') as overdue,
        count(*) filter (where q.standing in ('running', 'grace')) as soon
      from app.clock_standing q
      where q.working <= ${soonUntil}::date and q.standing <> 'paused' group by q.office, q.district order by q.office`.execute(
      tx as never,
    );
    await append(
      tx,
      rows.map(({ office, district, overdue, soon }) => ({
        act: 'clock.watch',
        kind: 'office' as const,
        subject: office,
        district,
        detail: { overdue, soon },
      })),
    );
    const sum = (of: 'overdue' | 'soon') => rows.reduce((total, row) => total + row[of], 0);
    return { offices: rows.length, overdue: sum('overdue'), soon: sum('soon') };
  });

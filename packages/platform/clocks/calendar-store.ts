import { type Calendar, type CalendarNotice, chinaCalendar, extendCalendar, extensionFaults, firstChange } from '@liangjian/law';
import { z } from 'zod';
import { append } from '../audit/index.ts';
import type { Tx } from '../store/index.ts';
import { TriageFault } from './fault.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.strictObject({ zh: z.string().max(300), en: z.string().max(300) });

/** The yearly notice as an administrator enters it. */
export const noticeInput = z.strictObject({
  year: z.int().min(2004).max(2200),
  rest: z.array(day).max(60),
  makeup: z.array(day).max(20),
  source: text,
  publishedOn: day.nullable(),
});
export type NoticeInput = z.infer<typeof noticeInput>;

/** Calendars are few and never change: one per set of notices. */
const built = new Map<string, Calendar>();

/** The calendar with every notice that was loaded, in the order of loading. */
export async function calendarOf(tx: Tx): Promise<Calendar> {
  const rows = await tx
    .selectFrom('app.calendar_notice')
    .select(['year', 'version', 'notice'])
    .orderBy('loaded_at')
    .orderBy('year')
    .execute();
  // The content belongs to the key: another database has other notices under the same numbers.
  const key = JSON.stringify(rows);
  const known = built.get(key);
  if (known !== undefined) return known;
  const calendar = rows.reduce((made, { notice }) => extendCalendar(made, notice as CalendarNotice), chinaCalendar);
  if (built.size > 50) built.clear();
  built.set(key, calendar);
  return calendar;
}

/**
 * Loads a notice: that of the next year, or a corrected one. Returns the first day whose answer changed; clocks that reach it
 * are to be reckoned anew (`recompute`). Throws `calendar-notice-invalid` with every fault.
 */
export async function loadNotice(
  tx: Tx,
  input: NoticeInput,
  by: string,
): Promise<{ readonly version: number; readonly changedFrom: string | null }> {
  const calendar = await calendarOf(tx);
  const notice: CalendarNotice = { ...input, loadedBy: by };
  const faults = extensionFaults(calendar, notice);
  if (faults.length > 0)
    throw new TriageFault('calendar-notice-invalid', { zh: faults.map(({ zh }) => zh).join(''), en: faults.map(({ en }) => en).join(' ') });
  const version = calendar.version + 1;
  await tx
    .insertInto('app.calendar_notice')
    .values({ year: input.year, version, notice: JSON.stringify(notice), source: input.source.zh, loaded_by: by })
    .execute();
  await append(tx, [
    {
      act: 'calendar.load',
      kind: 'calendar',
      subject: String(input.year),
      why: input.source.zh,
      detail: { rest: input.rest.join(' '), makeup: input.makeup.join(' '), version },
    },
  ]);
  return { version, changedFrom: firstChange(calendar, extendCalendar(calendar, notice)) };
}

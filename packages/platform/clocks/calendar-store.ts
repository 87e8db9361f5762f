import { type Calendar, type CalendarNotice, chinaCalendar, extendCalendar, extensionFaults, firstChange } from '@liangjian/law';
import { z } from 'zod';
import { defineCommand } from '../command/index.ts';
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
 * Loads a notice: that of the next year, or a corrected one. The worker then reckons anew what reaches the first day whose answer changed.
 * Throws `calendar-notice-invalid` with every fault.
 */
export const loadNotice = defineCommand({
  name: 'calendar.load',
  permission: 'calendar.load',
  input: noticeInput,
  guard: async ({ tx, context }, input) => {
    const calendar = await calendarOf(tx);
    const notice: CalendarNotice = { ...input, loadedBy: context.actor };
    const faults = extensionFaults(calendar, notice);
    if (faults.length > 0)
      throw new TriageFault('calendar-notice-invalid', {
        zh: faults.map(({ zh }) => zh).join(''),
        en: faults.map(({ en }) => en).join(' '),
      });
    return { calendar, notice };
  },
  effect: async ({ tx, send }, { year, source }, { calendar, notice }) => {
    const version = calendar.version + 1;
    await tx
      .insertInto('app.calendar_notice')
      .values({ year, version, notice: JSON.stringify(notice), source: source.zh })
      .execute();
    const changedFrom = firstChange(calendar, extendCalendar(calendar, notice));
    if (changedFrom !== null) await send('clock.reckon', { from: changedFrom });
    return { version, changedFrom };
  },
  audit: ({ year, source, rest, makeup }, _state, { version }) => ({
    kind: 'calendar',
    subject: String(year),
    why: source.zh,
    detail: { rest: rest.join(' '), makeup: makeup.join(' '), version },
  }),
});

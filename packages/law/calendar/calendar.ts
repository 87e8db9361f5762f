import type { Text } from '../text.ts';
import { calendarNotices } from './calendar.data.ts';
import { weekdayOf } from './civil-date.ts';
import { type CalendarNotice, isFixedHoliday, noticeFaults } from './notice.ts';

/** Working days as far as they are known. An immutable value: a new notice makes a new calendar. */
export interface Calendar {
  /** 1 for the shipped table, one more for every notice loaded; kept beside every date reckoned with it. */
  readonly version: number;
  /** Notices in force, one a year, without a gap. */
  readonly notices: readonly CalendarNotice[];
  /** Notices that a later one for the same year replaced, oldest first. */
  readonly replaced: readonly CalendarNotice[];
  readonly days: ReadonlyMap<string, 'rest' | 'makeup'>;
  readonly coverage: Coverage;
}

/** Why a day is or is not a working day. `unknown`: no notice covers the day. */
export type DayKind = 'weekday' | 'weekend' | 'rest' | 'makeup' | 'unknown';

export interface DayAnswer {
  readonly date: string;
  readonly working: boolean;
  readonly kind: DayKind;
  /** The answer is a presumption: no notice covers the day. */
  readonly provisional: boolean;
  readonly why: Text;
}

export interface Coverage {
  /** First and last day about which a notice speaks. */
  readonly from: string;
  readonly to: string;
}

function build(version: number, notices: readonly CalendarNotice[], replaced: readonly CalendarNotice[]): Calendar {
  const days = new Map<string, 'rest' | 'makeup'>();
  for (const { rest, makeup } of notices) {
    for (const date of rest) days.set(date, 'rest');
    for (const date of makeup) days.set(date, 'makeup');
  }
  const coverage = { from: `${notices[0]?.year}-01-01`, to: `${notices.at(-1)?.year}-12-31` };
  return { version, notices, replaced, days, coverage };
}

/** The table the house ships, 2004–2026. */
export const chinaCalendar: Calendar = build(1, calendarNotices, []);

/** First and last day the calendar answers for without a presumption. */
export function coverageOf(calendar: Calendar): Coverage {
  return calendar.coverage;
}

/**
 * Whether a day is a working day, and why. Outside the coverage weekends and fixed holidays are taken as free,
 * other days as working, and the answer is `provisional`. Throws a RangeError when `date` is not a calendar day.
 */
export function dayAnswer(date: string, calendar: Calendar): DayAnswer {
  const weekend = weekdayOf(date) > 5;
  const arranged = calendar.days.get(date);
  if (arranged === 'rest')
    return answer(date, false, arranged, { zh: '按国务院办公厅通知放假', en: 'a rest day by the notice of the State Council' });
  if (arranged === 'makeup')
    return answer(date, true, arranged, { zh: '按国务院办公厅通知补班', en: 'a make-up working day by the notice of the State Council' });
  if (!covered(date, calendar)) {
    const working = worksOn(date, calendar);
    return { ...answer(date, working, 'unknown', unknownWhy(date, working)), provisional: true };
  }
  return weekend
    ? answer(date, false, 'weekend', { zh: '周末休息', en: 'an ordinary weekend' })
    : answer(date, true, 'weekday', { zh: '普通工作日', en: 'an ordinary working day' });
}

/** True when a notice speaks about the day. */
const covered = (date: string, { coverage }: Calendar): boolean => date >= coverage.from && date <= coverage.to;

/** `dayAnswer(date).working` without its reasons: the bare bit that counting needs, presumption included. */
export function worksOn(date: string, calendar: Calendar): boolean {
  const arranged = calendar.days.get(date);
  if (arranged !== undefined) return arranged === 'makeup';
  return weekdayOf(date) < 6 && (covered(date, calendar) || !isFixedHoliday(date));
}

/** True for a working day. Throws a RangeError outside the coverage: a presumption is no answer (use `dayAnswer`). */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  const { working, provisional } = dayAnswer(date, calendar);
  if (provisional) throw new RangeError(`no notice covers ${date}`);
  return working;
}

/**
 * The calendar with one more notice: that of the next year, or a corrected one for a year already covered.
 * The given calendar stays as it is. Throws a RangeError that names every fault (`extensionFaults` gives them in both languages).
 */
export function extendCalendar(calendar: Calendar, notice: CalendarNotice): Calendar {
  const faults = extensionFaults(calendar, notice);
  if (faults.length > 0) throw new RangeError(faults.map(({ en }) => en).join(' '));
  const kept = calendar.notices.filter(({ year }) => year !== notice.year);
  const gone = calendar.notices.filter(({ year }) => year === notice.year);
  const notices = [...kept, notice].sort((one, other) => one.year - other.year);
  return build(calendar.version + 1, notices, [...calendar.replaced, ...gone]);
}

/** Why a notice cannot extend this calendar; empty when it can. */
export function extensionFaults(calendar: Calendar, notice: CalendarNotice): readonly Text[] {
  const faults = noticeFaults(notice);
  if (faults.length > 0) return faults;
  const first = calendar.notices[0]?.year ?? notice.year;
  const next = (calendar.notices.at(-1)?.year ?? notice.year - 1) + 1;
  if (notice.year > next || notice.year < first)
    return [
      {
        zh: `日历已覆盖${first}年至${next - 1}年，请先载入${next}年的安排，不得跳过年份。`,
        en: `The calendar covers ${first} to ${next - 1}: load ${next} first, no year may be left out.`,
      },
    ];
  // Two notices meet in December: one may not work a day that the other gives off.
  const others = build(
    0,
    calendar.notices.filter(({ year }) => year !== notice.year),
    [],
  ).days;
  const clash = [
    ...notice.rest.filter((date) => others.get(date) === 'makeup'),
    ...notice.makeup.filter((date) => others.get(date) === 'rest'),
  ];
  return clash.map((date) => ({
    zh: `${date}与相邻年份的安排矛盾。`,
    en: `${date} contradicts the arrangement of the year beside it.`,
  }));
}

/**
 * First day whose answer may differ between two calendars; null when no day does. Dates that reach it must be reckoned anew.
 * A year newly covered shows by its first day, which every notice lists.
 */
export function firstChange(before: Calendar, after: Calendar): string | null {
  const changed = new Set<string>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const [date, kind] of one.days) if (other.days.get(date) !== kind) changed.add(date);
  return [...changed].sort()[0] ?? null;
}

function answer(date: string, working: boolean, kind: DayKind, why: Text): DayAnswer {
  return { date, working, kind, provisional: false, why };
}

function unknownWhy(date: string, working: boolean): Text {
  const year = date.slice(0, 4);
  return {
    zh: `尚未载入${year}年节假日安排，暂按${working ? '工作日' : '休息日'}推算`,
    en: `the holidays of ${year} are not loaded; taken for a ${working ? 'working' : 'rest'} day for now`,
  };
}

import type { Text } from '../text.ts';
import { addDays, dayNumber, isCivilDate, weekdayOf } from './civil-date.ts';

/** The State Council's yearly arrangement of rest days, as it is kept. */
export interface CalendarNotice {
  readonly year: number;
  /** Days off by the arrangement (`YYYY-MM-DD`), days in December of the year before included. */
  readonly rest: readonly string[];
  /** Saturdays and Sundays that are working days. */
  readonly makeup: readonly string[];
  /** Name of the notice. */
  readonly source: Text;
  /** Who loaded it; `seed` for what the house ships. */
  readonly loadedBy: string;
  /** Day of publication; null where it was not established. */
  readonly publishedOn: string | null;
  /** Days on which a later notice changed this one. */
  readonly amendedOn?: readonly string[];
  readonly note?: Text;
}

/** Days nobody has to be told: the regulation on holidays fixes them in the solar calendar. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'] as const;
const MOST_REST = 60;
const MOST_MAKEUP = 20;
/** Statutory holidays of a year since 2025; before, ten or eleven. An epidemic or an anniversary added two at most. */
const STATUTORY = { from: 10, to: 16 } as const;

/** True for a day that is a holiday every year, whatever the notice of the year says. */
export function isFixedHoliday(date: string): boolean {
  return (FIXED as readonly string[]).includes(date.slice(5));
}

/**
 * What is wrong with a notice, in words for the person who loads it; empty when it can be used.
 * A day that shifts nothing is a slip of the pen, so a make-up day must be a Saturday or Sunday,
 * and the days won must be the statutory holidays of a year.
 */
export function noticeFaults(notice: CalendarNotice): readonly Text[] {
  const { year, rest, makeup } = notice;
  if (!Number.isInteger(year) || year < 1949 || year > 9999) return [fault(`年份“${year}”无效。`, `The year “${year}” is not valid.`)];
  if (rest.length > MOST_REST || makeup.length > MOST_MAKEUP)
    return [fault('放假或者补班的天数过多，不是一份年度安排。', 'Too many days for the arrangement of one year.')];
  const all = [...rest, ...makeup];
  const unreadable = all.filter((date) => !isCivilDate(date));
  if (unreadable.length > 0) return unreadable.map((date) => fault(`“${date}”不是有效日期。`, `“${date}” is not a calendar day.`));

  const faults: Text[] = [];
  const first = `${year - 1}-12-01`;
  for (const date of all)
    if (date < first || date > `${year}-12-31`)
      faults.push(fault(`${date}不在${year}年的安排范围内。`, `${date} lies outside the arrangement for ${year}.`));
  for (const date of new Set(all.filter((date, at) => all.indexOf(date) !== at)))
    faults.push(fault(`${date}重复出现，或者既放假又补班。`, `${date} stands twice, or is both a rest day and a make-up day.`));
  for (const date of makeup)
    if (weekdayOf(date) < 6)
      faults.push(fault(`补班日${date}不是周六或者周日。`, `The make-up day ${date} is neither a Saturday nor a Sunday.`));
  for (const fixed of FIXED)
    if (!rest.includes(`${year}-${fixed}`))
      faults.push(fault(`缺少法定节日${year}-${fixed}。`, `The statutory holiday ${year}-${fixed} is missing.`));
  const won = workingDaysWon(notice);
  if (won < STATUTORY.from || won > STATUTORY.to)
    faults.push(
      fault(
        `放假占用的工作日减去补班日为${won}天，与全年法定节假日天数不符，请核对是否有遗漏。`,
        `Weekdays off less make-up days are ${won}, which is not the number of statutory holidays of a year: look for a missing day.`,
      ),
    );
  return [...faults, ...originFaults(notice)];
}

/** Weekdays off less make-up days: the statutory holidays of the year, if the notice is whole. */
export function workingDaysWon(notice: Pick<CalendarNotice, 'rest' | 'makeup'>): number {
  return notice.rest.filter((date) => weekdayOf(date) < 6).length - notice.makeup.length;
}

function originFaults({ year, source, loadedBy, publishedOn }: CalendarNotice): Text[] {
  const faults: Text[] = [];
  if (source.zh.trim() === '' || source.en.trim() === '') faults.push(fault('没有写明来源。', 'The source is missing.'));
  if (loadedBy.trim() === '') faults.push(fault('没有写明载入人。', 'Who loaded the notice is missing.'));
  if (publishedOn !== null && (!isCivilDate(publishedOn) || publishedOn < `${year - 1}-01-01` || publishedOn > `${year}-12-31`))
    faults.push(fault(`公布日期“${publishedOn}”与${year}年不符。`, `The day of publication “${publishedOn}” does not fit ${year}.`));
  return faults;
}

const fault = (zh: string, en: string): Text => ({ zh, en });

/**
 * The days of `01-01~01-03 05-01` in a year; a date with its own year stands as it is.
 * Throws a RangeError for a day that does not exist or a run that ends before it begins.
 */
export function daysOf(year: number, runs: string): readonly string[] {
  const whole = (day: string): string => (day.length === 5 ? `${year}-${day}` : day);
  return runs.split(' ').flatMap((run) => {
    const [from = '', to = from] = run.split('~').map(whole);
    const length = dayNumber(to) - dayNumber(from) + 1;
    if (length < 1) throw new RangeError(`the run ${run} ends before it begins`);
    return Array.from({ length }, (_, at) => addDays(from, at));
  });
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Largest day number reached by a civil date (`9999-12-31`). */
const LAST = 2_932_896;

/** ISO weekday: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1–12) of a year. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parts(date: string): Parts | undefined {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  return { year, month, day };
}

function required(date: string): Parts {
  const found = parts(date);
  if (found === undefined) throw new RangeError(`not a calendar day: ${date}`);
  return found;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const text = ({ year, month, day }: Parts): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** True for a real day written `YYYY-MM-DD`. */
export function isCivilDate(date: string): boolean {
  return parts(date) !== undefined;
}

/**
 * Days since 1970-01-01 of a day written `YYYY-MM-DD`.
 * Own arithmetic on the proleptic Gregorian calendar: no `Date`, so no time zone of the machine can move a day.
 * Throws a RangeError when it is not a calendar day.
 */
export function dayNumber(date: string): number {
  const { year, month, day } = required(date);
  // Years begin in March here, so that the leap day comes last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** The day of a day number, `YYYY-MM-DD`. Throws a RangeError outside the years 1–9999. */
export function civilDate(number: number): string {
  if (!Number.isInteger(number) || number < -719_162 || number > LAST) throw new RangeError(`no calendar day has the number ${number}`);
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return text({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** The day `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return civilDate(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later; the last day of the month where the month has no such day (Civil Code 202). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = required(date);
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const index = year * 12 + (month - 1) + months;
  const at = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  if (at.year < 1 || at.year > 9999) throw new RangeError(`no calendar day ${months} months after ${date}`);
  return text({ ...at, day: Math.min(day, daysOfMonth(at.year, at.month)) });
}

export function weekdayOf(date: string): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

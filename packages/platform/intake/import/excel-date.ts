import { civilDate, dayNumber } from '@liangjian/law';

/** Day 0 of the two calendars of Excel. Serials below 61 are a day off there (it believes in 1900-02-29); no order is that old. */
const ORIGIN = { from1900: dayNumber('1899-12-30'), from1904: dayNumber('1904-01-01') } as const;
/** 9999-12-31 in Excel. */
const LAST = 2_958_465;

/** `YYYY-MM-DD HH:MM:SS` of an Excel serial, to the second; undefined when it is no date of an order (before 1900-03-01). */
export function excelDate(serial: number, from1904 = false): string | undefined {
  if (!Number.isFinite(serial) || serial < 61 || serial > LAST) return undefined;
  // Fractions of a day are not exact: 09:05:00 is stored as 09:04:59.9999.
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const time = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
  return `${civilDate((from1904 ? ORIGIN.from1904 : ORIGIN.from1900) + day)} ${time}`;
}

import { civilDate, dayNumber } from '../calendar/civil-date.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/**
 * Milliseconds since 1970 of an instant with its offset (`2026-02-16T23:30:00+08:00`).
 * Throws a RangeError without an offset: the zone of the machine must not decide.
 */
export function instantOf(text: string): number {
  const match = INSTANT.exec(text);
  const [hour, minute, second] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4] ?? 0)];
  if (match === null || hour > 23 || minute > 59 || second > 59) throw new RangeError(`not an instant with an offset: ${text}`);
  const zone = match[6] === 'Z' ? 0 : offset(match[6] ?? '');
  const ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + Number((match[5] ?? '').padEnd(3, '0'));
  return dayNumber(match[1] ?? '') * DAY + ofDay - zone;
}

function offset(text: string): number {
  const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59) throw new RangeError(`no time zone has the offset ${text}`);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** An instant as Shanghai writes it, whole seconds: `2026-02-17T23:30:00+08:00`. China has no summer time since 1992. */
export function shanghaiInstant(instant: number): string {
  const local = instant + SHANGHAI;
  const seconds = Math.floor((local - Math.floor(local / DAY) * DAY) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${civilDate(Math.floor(local / DAY))}T${time}+08:00`;
}

/** The day of an event in Shanghai: a day stays as it is, an instant is taken to Shanghai. Throws a RangeError for anything else. */
export function shanghaiDay(event: string): string {
  if (event.length === 10) return civilDate(dayNumber(event));
  return shanghaiInstant(instantOf(event)).slice(0, 10);
}

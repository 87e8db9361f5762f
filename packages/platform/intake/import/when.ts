import { isCivilDate } from '@liangjian/law';

/** When an order came in: the day in Shanghai, and the moment where a time is given. */
export interface When {
  readonly on: string;
  readonly at: string | null;
}

const DATE_TIME =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]*(上午|下午|晚上)?\s*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?)?分?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

const pad = (value: string | number): string => String(value).padStart(2, '0');

/**
 * Reads the time of an order: `2026/11/3 9:05`, `2026年11月3日`, `20261103`, ISO. Day and month are never guessed:
 * `11/3/2026` and two-digit years are no answer. Undefined when it is no such time.
 */
export function readWhen(raw: string): When | undefined {
  const text = raw.normalize('NFKC').trim();
  const compact = COMPACT.exec(text);
  const match = compact ?? DATE_TIME.exec(text);
  if (match === null) return undefined;
  const on = `${match[1]}-${pad(match[2] ?? '')}-${pad(match[3] ?? '')}`;
  if (!isCivilDate(on)) return undefined;
  const [half, hour, minute, second, zone] =
    compact === null ? [match[4], match[5], match[6], match[7], match[8]] : [undefined, match[4], match[5], match[6], undefined];
  if (hour === undefined) return { on, at: null };
  const hours = half !== undefined && half !== '上午' && Number(hour) < 12 ? Number(hour) + 12 : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const local = `${on}T${pad(hours)}:${pad(minute ?? '')}:${pad(second ?? '00')}`;
  return zone === undefined ? { on, at: `${local}+08:00` } : inShanghai(`${local}${zone}`);
}

/** A moment told with another offset may fall on another day in Shanghai. */
function inShanghai(instant: string): When | undefined {
  const time = Date.parse(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time)) return undefined;
  const local = new Date(time + 8 * 3_600_000).toISOString();
  return { on: local.slice(0, 10), at: `${local.slice(0, 19)}+08:00` };
}

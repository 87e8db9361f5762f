import type { Calendar } from '../calendar/calendar.ts';
import { addDays, daysBetween } from '../calendar/civil-date.ts';
import { workingDaysWithin } from '../calendar/count.ts';
import type { Text } from '../text.ts';
import type { Due } from './due.ts';
import { chineseDay } from './explain.ts';
import { instantOf, shanghaiDay } from './instant.ts';

/** `ended`: a period that ran out by itself. `grace`: past the strict date, not yet past the last lawful one. `met-late`: done after the last lawful date. */
export type ClockState = 'running' | 'due-soon' | 'grace' | 'overdue' | 'paused' | 'ended' | 'met' | 'met-late';

export interface Status {
  readonly state: ClockState;
  /** Days (hours for an hour clock, rounded down) left to the strict date; while `overdue` or `met-late`, 0. */
  readonly left: number;
  /** Days (begun hours for an hour clock) after the last lawful date; 0 while it has not passed. */
  readonly over: number;
  /** Working days left up to the working deadline, the day itself not counted; null for an hour clock. */
  readonly workingDaysLeft: number | null;
  readonly provisional: boolean;
  readonly text: Text;
}

export interface StatusOptions {
  readonly calendar: Calendar;
  /** Working days (hours for an hour clock) before the deadline at which a clock counts as due soon. Three unless told. */
  readonly soon?: number;
  /** Day or instant on which the duty was done. */
  readonly doneOn?: string;
}

const HOUR = 3_600_000;

/**
 * How a clock stands on a day, or at an instant with its offset. An hour clock needs an instant.
 * Nothing is overdue before the last lawful date has passed; from the strict date on it is in `grace`.
 */
export function statusOn(due: Due, at: string, options: StatusOptions): Status {
  return due.earliest.length === 10 ? statusByDay(due, shanghaiDay(at), options) : statusByInstant(due, at, options);
}

function statusByDay(due: Due, day: string, { calendar, soon = 3, doneOn }: StatusOptions): Status {
  const done = doneOn === undefined ? null : shanghaiDay(doneOn);
  const now = done !== null && done <= day ? done : day;
  const left = Math.max(0, daysBetween(now, due.earliest));
  const over = Math.max(0, daysBetween(due.rolled, now));
  const workingDaysLeft = workingDaysWithin(addDays(now, 1), due.working, calendar);
  const known = { left, over, workingDaysLeft, provisional: due.provisional };
  if (now === done) return over > 0 ? { ...known, state: 'met-late', text: metLate(over) } : { ...known, state: 'met', text: MET };
  if (due.pausedFrom !== null && now >= due.pausedFrom)
    return {
      ...known,
      // A running pause keeps what was left on its first day, however long it lasts.
      left: daysBetween(due.pausedFrom, due.earliest),
      over: 0,
      workingDaysLeft: workingDaysWithin(addDays(due.pausedFrom, 1), due.working, calendar),
      state: 'paused',
      text: { zh: `自${chineseDay(due.pausedFrom)}起停止计算，尚未恢复`, en: `not counting since ${due.pausedFrom}` },
    };
  if (over > 0 && due.measure === 'period')
    return { ...known, over: 0, state: 'ended', text: { zh: '期间已满', en: 'the period is over' } };
  if (over > 0) return { ...known, state: 'overdue', text: { zh: `已逾期${over}天`, en: `overdue by ${many(over, 'day')}` } };
  if (now > due.earliest)
    return {
      ...known,
      state: 'grace',
      text: {
        zh: `已过较早期限${chineseDay(due.earliest)}，最迟${chineseDay(due.rolled)}`,
        en: `past the strict date ${due.earliest}, at the latest ${due.rolled}`,
      },
    };
  const text = left === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `还剩${left}天`, en: `${many(left, 'day')} left` };
  return { ...known, state: workingDaysLeft <= soon ? 'due-soon' : 'running', text };
}

function statusByInstant(due: Due, at: string, { soon = 3, doneOn }: StatusOptions): Status {
  const [end, asked] = [instantOf(due.earliest), instantOf(at)];
  const done = doneOn === undefined ? null : instantOf(doneOn);
  const now = done !== null && done <= asked ? done : asked;
  const left = Math.max(0, Math.floor((end - now) / HOUR));
  const over = Math.max(0, Math.ceil((now - end) / HOUR));
  const known = { left, over, workingDaysLeft: null, provisional: due.provisional };
  if (now === done) {
    return over > 0
      ? { ...known, state: 'met-late', text: { zh: `逾期${over}小时完成`, en: `done ${many(over, 'hour')} late` } }
      : { ...known, state: 'met', text: MET };
  }
  if (over > 0) return { ...known, state: 'overdue', text: { zh: `已逾期${over}小时`, en: `overdue by ${many(over, 'hour')}` } };
  return {
    ...known,
    state: left < soon ? 'due-soon' : 'running',
    text: left === 0 ? { zh: '不足1小时', en: 'less than an hour left' } : { zh: `还剩${left}小时`, en: `${many(left, 'hour')} left` },
  };
}

const MET: Text = { zh: '已按期完成', en: 'done in time' };

const metLate = (over: number): Text => ({ zh: `逾期${over}天完成`, en: `done ${many(over, 'day')} late` });

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

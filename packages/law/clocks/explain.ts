import type { Coverage, DayKind } from '../calendar/calendar.ts';
import type { Text } from '../text.ts';
import { type Approver, approvers, type Clock, type Limit, limitText, pauseGrounds } from './clock.ts';
import type { Pause } from './pauses.ts';

/** One sentence of how a date was reckoned, with the articles it rests on. */
export interface Step {
  readonly kind: 'start' | 'limit' | 'pause' | 'extension' | 'end' | 'roll' | 'provisional' | 'note';
  readonly text: Text;
  readonly law: readonly string[];
}

const step = (kind: Step['kind'], zh: string, en: string, law: readonly string[] = []): Step => ({ kind, text: { zh, en }, law });

/** `2026年9月21日`. */
export function chineseDay(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

const chineseInstant = (instant: string): string => `${chineseDay(instant)}${instant.slice(11, 16)}`;

export const started = (clock: Clock, start: string): Step =>
  step(
    'start',
    `${chineseDay(start)}：${clock.start.zh}；当日不计入，自次日起算。`,
    `${start}: ${clock.start.en}; that day is not counted, counting starts the day after.`,
    [clock.counting],
  );

export const startedBefore = (clock: Clock, event: string): Step =>
  step(
    'start',
    `${chineseDay(event)}：${clock.start.zh}；当日不计入，向前推算。`,
    `${event}: ${clock.start.en}; that day is not counted, counting goes back.`,
    [clock.counting],
  );

export const startedAt = (clock: Clock, instant: string): Step =>
  step(
    'start',
    `${chineseInstant(instant)}：${clock.start.zh}；自该时刻起算。`,
    `${instant}: ${clock.start.en}; counting starts at that moment.`,
    [clock.counting],
  );

export const atOnce = (clock: Clock, start: string): Step =>
  step(
    'start',
    `${chineseDay(start)}：${clock.start.zh}；应当立即办理：${clock.duty.zh}。`,
    `${start}: ${clock.start.en}; owed at once: ${clock.duty.en}.`,
    clock.law,
  );

export function limited(clock: Clock, limit: Limit): Step {
  const { zh, en } = limitText(limit);
  const ahead = clock.startRule === 'day-before';
  if (clock.measure === 'target')
    return step(
      'limit',
      `法律未规定天数；本机关自定目标为${zh}。`,
      `Law gives no number of days; the target of the office is ${en}.`,
      clock.law,
    );
  return step('limit', `${clock.duty.zh}：${ahead ? '提前' : ''}${zh}。`, `${en}${ahead ? ' ahead' : ''}: ${clock.duty.en}.`, clock.law);
}

export function paused({ from, to, ground }: Pause): Step {
  const { zh, en } = pauseGrounds[ground];
  return to === null
    ? step(
        'pause',
        `${zh}自${chineseDay(from)}起，尚未结束，其间不计入期限。`,
        `Time for ${en} since ${from} is not counted; it has not ended.`,
      )
    : step('pause', `${zh}时间${chineseDay(from)}至${chineseDay(to)}不计入期限。`, `Time for ${en} from ${from} to ${to} is not counted.`);
}

export function leftOut(clock: Clock, days: Limit, several: boolean): Step {
  const { zh, en } = limitText(days);
  const once = several ? { zh: '重叠的时间只扣一次，', en: 'Overlaps are left out once: ' } : { zh: '', en: '' };
  return step('pause', `${once.zh}共扣除${zh}。`, `${once.en}${en} left out in all.`, clock.law);
}

export function extended(clock: Clock, approver: Approver, grantedOn: string, more: Limit, end: string): Step {
  const { zh, en } = limitText(more);
  return step(
    'extension',
    `${chineseDay(grantedOn)}经${approvers[approver].zh}，延长${zh}，至${chineseDay(end)}。`,
    `Extended by ${en} to ${end} by ${approvers[approver].en} on ${grantedOn}.`,
    clock.law,
  );
}

export const extendedLate = (grantedOn: string, last: string): Step =>
  step(
    'extension',
    `${chineseDay(grantedOn)}批准延长时，期限已于${chineseDay(last)}届满，不计入。`,
    `The extension of ${grantedOn} came after the limit ended on ${last} and does not count.`,
  );

export function ended(earliest: string, { measure, counting }: Clock): Step {
  const [zh, en] = measure === 'target' ? ['自定目标', 'target'] : measure === 'period' ? ['期间', 'period'] : ['期限', 'limit'];
  return step('end', `${zh}于${chineseDay(earliest)}届满。`, `The ${en} ends on ${earliest}.`, [counting]);
}

export const endedAt = (instant: string): Step =>
  step('end', `期限于${chineseInstant(instant)}届满，不因节假日顺延。`, `The limit ends at ${instant}; hours do not roll.`);

export const before = (strict: string, wide: string): Step =>
  step(
    'end',
    `最迟于${chineseDay(strict)}办理；按较宽的理解，可至${chineseDay(wide)}。`,
    `By ${strict} at the latest; by ${wide} on the wider reading.`,
  );

export function rolled(
  clock: Clock,
  earliest: string,
  end: { readonly rolled: string; readonly working: string; readonly disputed: boolean },
  kind: DayKind,
): Step {
  const [zhEnd, zhRolled, zhWorking] = [chineseDay(earliest), chineseDay(end.rolled), chineseDay(end.working)];
  const safe =
    end.working < earliest ? { zh: `稳妥起见，应不晚于${zhWorking}完成。`, en: ` To be safe, act by ${end.working}.` } : { zh: '', en: '' };
  if (clock.otherReading !== undefined)
    return step(
      'roll',
      `规定未写明是否为工作日；按工作日并遇休息日顺延推算，可至${zhRolled}。${safe.zh}`,
      `The text does not say which days; counted in working days and rolled it ends on ${end.rolled}.${safe.en}`,
      [clock.counting],
    );
  if (end.disputed)
    return step(
      'roll',
      `${zhEnd}为休息日，其中普通周末是否属于“法定节假日”有争议；顺延的，至${zhRolled}。${safe.zh || `稳妥起见，应以${zhEnd}为准。`}`,
      `${earliest} is a free day; whether an ordinary weekend is a statutory holiday is disputed. Rolled, the limit ends on ${end.rolled}.${safe.en}`,
      [clock.counting],
    );
  return step(
    'roll',
    `${zhEnd}${kind === 'rest' ? '在法定节假日放假期间' : '为法定节假日'}，顺延至${zhRolled}。${safe.zh}`,
    `${earliest} falls in a holiday and rolls to ${end.rolled}.${safe.en}`,
    [clock.counting],
  );
}

/** December can still be moved by the notice of the next year, as in 2005, 2006, 2007, 2011, 2018 and 2022. */
export function yearEnd(rolledTo: string, { to }: Coverage): readonly Step[] {
  if (rolledTo < `${to.slice(0, 4)}-12-25`) return [];
  const next = Number(to.slice(0, 4)) + 1;
  return [
    step(
      'note',
      `${next}年元旦的放假安排可能调整本年12月末的工作日，公布后须重新推算。`,
      `The notice for ${next} may still move working days at the end of December; reckon anew when it is published.`,
    ),
  ];
}

export const uncovered = ({ from, to }: Coverage): Text => ({
  zh: `工作日日历只覆盖${chineseDay(from)}至${chineseDay(to)}，超出部分为暂推，待国务院办公厅公布放假安排后重新推算`,
  en: `The calendar covers ${from} to ${to} only; beyond that the date is a presumption until the holidays are published`,
});

export const open = ({ from, ground }: Pause): Text => ({
  zh: `自${chineseDay(from)}起的${pauseGrounds[ground].zh}尚未结束，所示日期为最早可能的日期`,
  en: `The time for ${pauseGrounds[ground].en} since ${from} has not ended; the dates shown are the earliest possible`,
});

export const provisional = (why: Text): Step => step('provisional', `${why.zh}。`, `${why.en}.`);

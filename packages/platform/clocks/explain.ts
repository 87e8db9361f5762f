import {
  type Calendar,
  chineseDay,
  clockEvents,
  type ClockEvent,
  pauseGrounds,
  type Status,
  type Step,
  statusOn,
  type Text,
} from '@liangjian/law';
import type { ClockFacts } from './clock-facts.ts';
import type { Reckoned } from './reckon.ts';

/** A clock in words: what it asks, how it stands, what started and paused it, and the articles. */
export interface ClockStory {
  readonly duty: Text;
  readonly status: Status;
  readonly lines: readonly { readonly text: Text; readonly law: readonly string[] }[];
  readonly law: readonly string[];
  /** The number is a target of the office, not of the law. */
  readonly ownTarget: boolean;
}

export interface StoryInput {
  readonly facts: ClockFacts;
  readonly reckoned: Reckoned;
  /** The event that started it, or free words of an officer. */
  readonly startedBy: ClockEvent | string;
  /** Day or instant on which the duty was fulfilled, and until when it is asked about. */
  readonly metOn: string | null;
  readonly at: string;
  readonly calendar: Calendar;
  /** Names of officers by id, as far as the reader may see them. */
  readonly nameOf?: (officer: string) => string;
}

/** Tells a clock from the stored facts alone, in both languages. */
export function explainClock(input: StoryInput): ClockStory {
  const { facts, reckoned, calendar, metOn, at, nameOf = (officer) => officer } = input;
  const { clock, due } = reckoned;
  const event = clockEvents.find((one) => one.event === input.startedBy);
  const cause: Text = event?.label ?? { zh: input.startedBy, en: input.startedBy };
  const lines: { text: Text; law: readonly string[] }[] = [
    { text: { zh: `由“${cause.zh}”启动。`, en: `Started because ${cause.en}.` }, law: [] },
    ...due.steps.map(({ text, law }: Step) => ({ text, law })),
    ...facts.pauses.map(({ from, to, ground, by, why, endedBy }) => ({
      text: {
        zh: `${nameOf(by)}于${chineseDay(from)}以${pauseGrounds[ground].zh}为由暂停：${why}${to === null ? '' : `；${endedBy === null ? '' : nameOf(endedBy)}恢复，扣至${chineseDay(to)}`}。`,
        en: `${nameOf(by)} paused it on ${from} for ${pauseGrounds[ground].en}: ${why}${to === null ? '' : `; resumed${endedBy === null ? '' : ` by ${nameOf(endedBy)}`}, counted out to ${to}`}.`,
      },
      law: clock.law,
    })),
    ...facts.extensions.map(({ grantedOn, by, why }) => ({
      text: {
        zh: `${nameOf(by)}于${chineseDay(grantedOn)}登记延长：${why}。`,
        en: `${nameOf(by)} entered the extension of ${grantedOn}: ${why}.`,
      },
      law: clock.law,
    })),
    ...(metOn === null ? [] : [{ text: { zh: `已于${chineseDay(metOn)}完成。`, en: `Done on ${metOn.slice(0, 10)}.` }, law: [] }]),
  ];
  return {
    duty: clock.duty,
    status: statusOn(due, at, { calendar, ...(metOn === null ? {} : { doneOn: metOn }) }),
    lines,
    law: [...new Set([...clock.law, clock.counting])],
    ownTarget: clock.measure === 'target',
  };
}

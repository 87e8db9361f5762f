import { chinaCalendar, type Calendar } from '@liangjian/law';
import { firstClocks } from '../clocks/first-clocks.ts';
import type { TipKind } from './tip-input.ts';

/** A clock as `app.file_tip` takes it. */
export interface ClockRow {
  readonly slot: string;
  readonly rule: string;
  readonly startedBy: string;
  readonly startOn: string;
  readonly earliest: string;
  readonly rolled: string;
  readonly working: string;
  readonly disputed: boolean;
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/** Clocks that begin when a tip of this kind comes in on a day, and the day by which somebody must have acted. */
export type StartClocks = (kind: TipKind, receivedOn: string) => { readonly clocks: readonly ClockRow[]; readonly dueOn: string | null };

/**
 * Clocks by law over a calendar; the built-in one when left out. Every tip of a day begins with the same clocks, so they are reckoned once
 * a day, and anew when the calendar is another one.
 */
export const clocksBy = (calendarNow: () => Calendar = () => chinaCalendar): StartClocks => {
  let known: { calendar: Calendar; day: string; byKind: Map<TipKind, ReturnType<StartClocks>> } | undefined;
  return (kind, receivedOn) => {
    const calendar = calendarNow();
    if (known?.calendar !== calendar || known.day !== receivedOn) known = { calendar, day: receivedOn, byKind: new Map() };
    const found = known.byKind.get(kind) ?? reckonFirst(kind, receivedOn, calendar);
    known.byKind.set(kind, found);
    return found;
  };
};

const reckonFirst = (kind: TipKind, receivedOn: string, calendar: Calendar): ReturnType<StartClocks> => {
  const { clocks, dueOn } = firstClocks(kind, receivedOn, calendar);
  const rows = clocks.map(({ facts, startedBy, reckoned: { columns } }) => ({
    slot: facts.slot,
    rule: columns.rule,
    startedBy,
    startOn: facts.startOn,
    earliest: columns.earliest,
    rolled: columns.rolled,
    working: columns.working,
    disputed: columns.disputed,
    provisional: columns.provisional,
    calendarVersion: columns.calendarVersion,
  }));
  return { clocks: rows, dueOn };
};

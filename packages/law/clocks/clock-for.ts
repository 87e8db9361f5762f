import { isCivilDate } from '../calendar/civil-date.ts';
import type { Text } from '../text.ts';
import type { Clock } from './clock.ts';
import { clocks } from './clocks.data.ts';

/** The version of a clock for a matter received on a day, or why there is none. */
export type ClockChoice = { readonly ok: true; readonly clock: Clock } | { readonly ok: false; readonly why: Text };

const slots = new Map<string, readonly Clock[]>();
for (const clock of clocks) slots.set(clock.slot, [...(slots.get(clock.slot) ?? []), clock]);

/** True when a clock in this version governs a matter received on `receivedOn`. */
export function governs(clock: Clock, receivedOn: string): boolean {
  return (clock.validFrom === null || clock.validFrom <= receivedOn) && (clock.validTo === null || receivedOn <= clock.validTo);
}

/**
 * The version of a duty (`T01`, `T26a`) that governs a matter received on a day (Asia/Shanghai):
 * what came in before 2026-04-15 stays under Order 20, whatever happens to it later.
 * Throws a RangeError for an unknown duty or a day that is no calendar day.
 */
export function clockFor(slot: string, receivedOn: string): ClockChoice {
  if (!isCivilDate(receivedOn)) throw new RangeError(`not a calendar day: ${receivedOn}`);
  const versions = slots.get(slot);
  if (versions === undefined) throw new RangeError(`no clock ${slot}`);
  const clock = versions.find((one) => governs(one, receivedOn));
  if (clock !== undefined) return { ok: true, clock };
  const why: Text = {
    zh: `${receivedOn}收到的事项没有“${versions[0]?.duty.zh}”这一期限要求。`,
    en: `A matter received on ${receivedOn} carries no such limit: ${versions[0]?.duty.en}.`,
  };
  const note = versions.find((one) => one.note !== undefined)?.note;
  return { ok: false, why: note === undefined ? why : { zh: `${why.zh}${note.zh}`, en: `${why.en} ${note.en}` } };
}

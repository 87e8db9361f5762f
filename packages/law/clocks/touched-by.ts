import type { Due } from './due.ts';

/**
 * True when a date must be reckoned anew because the calendar changed from `day` on (`firstChange`).
 * What ends before that day, rolling included, cannot move; a limit counted back reaches up to its event, which is later than its end.
 */
export function touchedBy(due: Due, day: string): boolean {
  const hasDays = due.earliest.length === 10;
  return hasDays && (due.rolled >= day || due.start > day);
}

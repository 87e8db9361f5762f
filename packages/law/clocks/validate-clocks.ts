import { dayNumber, isCivilDate } from '../calendar/civil-date.ts';
import { citableOn } from '../citable.ts';
import { resolveHook } from '../hook.ts';
import type { Text } from '../text.ts';
import { approvers, type Clock, type Limit, pauseGrounds } from './clock.ts';
import { clocks } from './clocks.data.ts';

const ID = /^(?:T\d{2}|X\d|C\d{2})[a-g]?o?$/;
const CONFIDENCE = new Set(['F', 'F*', 'M', 'U']);
const UNITS = new Set(['working-day', 'calendar-day', 'hour', 'month', 'year']);

/** Faults of the clock data, one sentence each; empty when it is sound. Run by tests, never at start. */
export function clockFaults(list: readonly Clock[] = clocks): readonly string[] {
  const ids = list.map(({ id }) => id);
  return [
    ...[...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `clock ${id} stands twice`),
    ...list.flatMap(faultsOf),
    ...versionFaults(list),
  ];
}

function faultsOf(clock: Clock): string[] {
  const where = `clock ${clock.id}`;
  const faults: string[] = [];
  if (!ID.test(clock.id)) faults.push(`${where}: id has not the form of a row`);
  if (!clock.id.startsWith(clock.slot)) faults.push(`${where}: version of another duty ${clock.slot}`);
  if (clock.law.length === 0) faults.push(`${where}: no article`);
  for (const hook of [...clock.law, clock.counting])
    if (resolveHook(hook) === undefined) faults.push(`${where}: hook ${hook} does not resolve`);
  if (!CONFIDENCE.has(clock.confidence)) faults.push(`${where}: no confidence mark`);
  const numbered = clock.measure === 'limit' || clock.measure === 'period';
  if (numbered !== (clock.limit !== null)) faults.push(`${where}: limits and periods, and only they, have a number`);
  for (const limit of [clock.limit, clock.otherReading, ...clock.extensions.map((rule) => rule.limit)])
    if (limit) faults.push(...limitFaults(where, limit));
  if ((clock.limit?.unit === 'hour') !== (clock.startRule === 'instant'))
    faults.push(`${where}: hours, and only they, start at the instant`);
  for (const { approver, times } of clock.extensions)
    if (!(approver in approvers) || !Number.isInteger(times) || times < 1) faults.push(`${where}: an extension nobody can grant`);
  for (const ground of clock.notCounted) if (!(ground in pauseGrounds)) faults.push(`${where}: unknown ground ${ground}`);
  if (clock.startRule !== 'day-after' && clock.notCounted.length + clock.extensions.length > 0)
    faults.push(`${where}: only limits counted forward in days can pause or be extended`);
  for (const [name, text] of [
    ['start', clock.start],
    ['duty', clock.duty],
    ['note', clock.note],
  ] as const)
    if (text !== undefined) faults.push(...textFaults(`${where}.${name}`, text));
  return [...faults, ...validityFaults(where, clock)];
}

const limitFaults = (where: string, { value, unit }: Limit): string[] =>
  Number.isInteger(value) && value > 0 && UNITS.has(unit) ? [] : [`${where}: ${value} ${unit} is not a limit`];

function textFaults(where: string, { zh, en }: Text): string[] {
  const faults: string[] = [];
  if (!/\p{Script=Han}/u.test(zh)) faults.push(`${where}: Chinese text is missing`);
  if (!/[a-z]/i.test(en) || /\p{Script=Han}/u.test(en)) faults.push(`${where}: English text is missing`);
  return faults;
}

/** The articles of a version may be cited on its first and on its last day. */
function validityFaults(where: string, clock: Clock): string[] {
  const bounds = [clock.validFrom, clock.validTo].filter((day) => day !== null);
  const notDays = bounds.filter((day) => !isCivilDate(day)).map((day) => `${where}: ${day} is not a day`);
  if (notDays.length > 0) return notDays;
  if (clock.validFrom !== null && clock.validTo !== null && clock.validFrom > clock.validTo) return [`${where}: ends before it begins`];
  const hooks = [...clock.law, clock.counting].filter((hook) => resolveHook(hook) !== undefined);
  return bounds.flatMap((day) =>
    hooks.filter((hook) => !citableOn(hook, day).ok).map((hook) => `${where}: ${hook} is not in force on ${day}`),
  );
}

/** Versions of one duty follow each other without overlap and without gap. */
function versionFaults(list: readonly Clock[]): string[] {
  return [...new Set(list.map(({ slot }) => slot))].flatMap((slot) => {
    const versions = list
      .filter((clock) => clock.slot === slot)
      .sort((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1));
    return versions.slice(1).flatMap((version, at) => {
      const before = versions[at]?.validTo ?? null;
      const from = version.validFrom;
      if (before === null || from === null || !isCivilDate(before) || !isCivilDate(from))
        return [`clock ${slot}: two versions are valid at once`];
      return dayNumber(from) === dayNumber(before) + 1
        ? []
        : [`clock ${slot}: ${version.id} does not begin the day after the version before`];
    });
  });
}

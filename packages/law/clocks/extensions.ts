import { isCivilDate } from '../calendar/civil-date.ts';
import { type Approver, approvers, type Clock, type ExtensionRule, type Limit, limitText } from './clock.ts';
import * as say from './explain.ts';

/** A permission to take longer. */
export interface Extension {
  /** Needed where the decision fixes the term; otherwise what the rule gives, or less. */
  readonly limit?: Limit;
  readonly approver: Approver;
  readonly grantedOn: string;
}

export interface Extended {
  readonly end: string;
  readonly steps: readonly say.Step[];
}

/**
 * Lengthens a limit that ends on `base`. `advance` finds the end of a further term, `reach` the last lawful day of an end.
 * A permission given after the limit ran out lengthens nothing and says so. Throws a RangeError for one the rule does not allow.
 */
export function extend(
  clock: Clock,
  base: string,
  extensions: readonly Extension[],
  advance: (from: string, more: Limit) => string,
  reach: (end: string) => string,
): Extended {
  const rules = clock.extensions.flatMap((rule) => Array.from({ length: rule.times }, () => rule));
  const steps: say.Step[] = [];
  let end = base;
  let used = 0;
  const inOrder = [...extensions].sort((one, other) => (one.grantedOn < other.grantedOn ? -1 : one.grantedOn > other.grantedOn ? 1 : 0));
  for (const extension of inOrder) {
    const more = termOf(clock, rules[used], extension);
    if (extension.grantedOn > reach(end)) {
      steps.push(say.extendedLate(extension.grantedOn, reach(end)));
      continue;
    }
    used += 1;
    end = advance(end, more);
    steps.push(say.extended(clock, extension.approver, extension.grantedOn, more, end));
  }
  return { end, steps };
}

function termOf(clock: Clock, rule: ExtensionRule | undefined, { limit, approver, grantedOn }: Extension): Limit {
  if (rule === undefined) throw new RangeError(`${clock.id}: the rule allows no further extension`);
  if (!isCivilDate(grantedOn)) throw new RangeError(`${clock.id}: not a calendar day: ${grantedOn}`);
  if (approver !== rule.approver) throw new RangeError(`${clock.id}: this extension needs ${approvers[rule.approver].en}`);
  if (limit === undefined) {
    if (rule.limit === null) throw new RangeError(`${clock.id}: the decision must fix the further term`);
    return rule.limit;
  }
  if (limit.unit === 'hour') throw new RangeError(`${clock.id}: a limit of days is not extended by hours`);
  if (rule.limit !== null && (limit.unit !== rule.limit.unit || limit.value > rule.limit.value))
    throw new RangeError(`${clock.id}: more than the ${limitText(rule.limit).en} of the rule`);
  return limit;
}

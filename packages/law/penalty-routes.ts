import { citableOn } from './citable.ts';
import { penaltyRanges } from './penalties.data.ts';
import type { AuthorityLevel, PenaltyRange, PenaltyRoute } from './penalty.ts';
import { penaltyRoutes } from './penalty-routes.data.ts';
import type { ViolationKind } from './requirement.ts';
import type { Text } from './text.ts';
import { violationKind } from './violation-kinds.data.ts';

/** A route an officer may choose. */
export interface OfferedRoute {
  readonly route: PenaltyRoute;
  readonly penalty: PenaltyRange;
  /** Steps to the penalty article that can be cited on the day. */
  readonly via: readonly string[];
}

export interface RouteList {
  /** Articles of the kind that can be cited on the day. */
  readonly violated: readonly string[];
  readonly offered: readonly OfferedRoute[];
  /** Routes closed here, with the reason. */
  readonly closed: readonly { readonly route: PenaltyRoute; readonly why: Text }[];
}

const byCode: ReadonlyMap<string, PenaltyRange> = new Map(penaltyRanges.map((range) => [range.code, range]));

/** Penalty range by code. Throws a RangeError for an unknown code. */
export function penaltyRange(code: string): PenaltyRange {
  const range = byCode.get(code);
  if (range === undefined) throw new RangeError(`unknown penalty range ${code}`);
  return range;
}

/**
 * Routes for a kind of violation committed on `day`, seen from an authority of `level`.
 * A list to choose from, never a choice: APL 29 forbids two fines for one act, and CPL 56 yields to special law.
 * Throws a RangeError for an unknown kind or a false day.
 */
export function routesFor(kind: ViolationKind, day: string, level: AuthorityLevel): RouteList {
  const offered: OfferedRoute[] = [];
  const closed: { route: PenaltyRoute; why: Text }[] = [];
  const isCitable = (hook: string): boolean => citableOn(hook, day).ok;
  const violated = violationKind(kind).violated.filter(isCitable);
  for (const route of penaltyRoutes.filter((one) => one.kinds.includes(kind))) {
    const penalty = penaltyRange(route.penalty);
    const citable = citableOn(penalty.law, day);
    if (!citable.ok) closed.push({ route, why: citable.why });
    else if (penalty.minLevel === 'municipal' && level === 'district') {
      closed.push({
        route,
        why: {
          zh: '该处罚由省级（在上海为市级）以上部门决定，区级部门应当报送市级部门。',
          en: 'This penalty is decided at province level, in Shanghai the municipality; a district refers the case upwards.',
        },
      });
    } else {
      const via = route.via.filter(isCitable);
      if (route.via.length > 0 && via.length === 0) closed.push({ route, why: noStep(day) });
      else offered.push({ route, penalty, via });
    }
  }
  return { violated, offered, closed };
}

function noStep(day: string): Text {
  return {
    zh: `违法行为发生于${day}，通往该罚则的条文当时均不适用。`,
    en: `None of the articles that lead to this penalty applied on ${day}.`,
  };
}

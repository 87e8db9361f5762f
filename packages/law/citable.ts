import { isDay } from './date.ts';
import { hookLabel, hookStatus, resolveHook } from './hook.ts';
import { articleSuccessors } from './instruments/index.ts';
import type { Text } from './text.ts';

export type NotCitable = 'unknown-hook' | 'draft' | 'not-yet-in-force' | 'no-longer-in-force';

/** Whether a hook may be cited for an act of a given day. */
export type Citability =
  | {
      readonly ok: true;
      /** `law` can carry a decision; `reference` (methods, notices, guidance) only helps to describe the act. */
      readonly weight: 'law' | 'reference';
      /** `unverified` when a lawyer must still check the instrument. */
      readonly status: 'verified' | 'unverified';
    }
  | { readonly ok: false; readonly reason: NotCitable; readonly why: Text; readonly instead: string | null };

/**
 * Whether `hook` may be cited for an act committed on `day` (`YYYY-MM-DD`, Asia/Shanghai).
 * The law of the time of the act applies unless the newer law is milder (APL 37); that comparison stays with the officer.
 * Throws a RangeError when `day` is not a calendar day.
 */
export function citableOn(hook: string, day: string): Citability {
  if (!isDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  const resolved = resolveHook(hook);
  if (resolved === undefined) {
    return {
      ok: false,
      reason: 'unknown-hook',
      why: { zh: `法律依据库中没有“${hook}”。`, en: `The library of law does not know “${hook}”.` },
      instead: null,
    };
  }
  if (resolved.type === 'guidance') {
    return { ok: true, weight: 'reference', status: hookStatus(hook) };
  }
  const { instrument } = resolved;
  const name = hookLabel(instrument.key);
  if (instrument.state === 'draft' || instrument.validFrom === null) {
    return {
      ok: false,
      reason: 'draft',
      why: { zh: `${name.zh}尚未生效，不得作为依据。`, en: `${name.en} is not in force and cannot be a legal basis.` },
      instead: null,
    };
  }
  if (day < instrument.validFrom) {
    return {
      ok: false,
      reason: 'not-yet-in-force',
      why: {
        zh: `${name.zh}自${instrument.validFrom}起施行，行为发生于${day}，不得适用。`,
        en: `${name.en} took effect on ${instrument.validFrom}; the act of ${day} is earlier.`,
      },
      instead: predecessorOf(hook),
    };
  }
  if (instrument.validTo !== null && day > instrument.validTo) {
    return {
      ok: false,
      reason: 'no-longer-in-force',
      why: {
        zh: `${name.zh}的有效期截至${instrument.validTo}，行为发生于${day}，不得引用。`,
        en: `${name.en} was valid until ${instrument.validTo}; the act of ${day} is later.`,
      },
      instead: successorOf(hook, instrument.supersededBy),
    };
  }
  return { ok: true, weight: instrument.penaltyBasis ? 'law' : 'reference', status: hookStatus(hook) };
}

const bare = (hook: string): string => hook.replace(/\(.*$/, '');

function successorOf(hook: string, key: string | null): string | null {
  const known = articleSuccessors[bare(hook)];
  return known === undefined ? key : known;
}

function predecessorOf(hook: string): string | null {
  return Object.keys(articleSuccessors).find((old) => articleSuccessors[old] === bare(hook)) ?? null;
}

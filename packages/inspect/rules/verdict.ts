import type { Text } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { Verdict } from './rule.ts';

const NOTHING_LEFT: Text = { zh: '本项暂无需进一步核验。', en: 'Nothing further to verify for this point.' };

/** The requirement was seen to be kept as far as this observer could see. */
export function pass(message: Text, facts: readonly Fact[] = [], officer: Text = NOTHING_LEFT): Verdict {
  return { outcome: 'pass', message: sentence(message), facts, officer };
}

/** A lead: what was seen speaks against the requirement; an officer confirms or rejects it. */
export function fail(message: Text, facts: readonly Fact[], officer: Text): Verdict {
  return { outcome: 'fail', message: sentence(message), facts, officer };
}

/** Not enough was seen, or what was seen can be read both ways; the message carries the true reason. */
export function cannotTell(message: Text, facts: readonly Fact[], officer: Text): Verdict {
  return { outcome: 'cannot-tell', message: sentence(message), facts, officer };
}

/** Parts are put together in any order; an English sentence still begins with a capital. */
function sentence({ zh, en }: Text): Text {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

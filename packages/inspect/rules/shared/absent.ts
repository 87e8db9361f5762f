import type { Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, pass } from '../verdict.ts';
import { notSeenIn } from './arms.ts';
import { programOf, readWhole } from './coded.ts';
import { walksOf } from './gates.ts';
import { lookedEnough, maybeMissed, whyNotSeen } from './looked.ts';
import { sentences, text } from './text.ts';

/**
 * Answer of a prohibition when the bad thing was not met: pass when enough was looked at (`enough` widens it, for instance
 * "consent controls were seen"), else cannot tell with the true reason. `bad` names the thing ("默认勾选的同意框").
 * A refusing visit that ended at one of `stops` clears nobody.
 */
export function notMet(
  facts: FactView,
  context: JudgeContext,
  bad: Text,
  more: { enough?: boolean; seen?: readonly Fact[]; stops?: readonly string[] } = {},
): Verdict {
  const seen = more.seen ?? [];
  const stopped = walksOf(facts, 'refuse').some(({ detail }) => detail.reached !== 'yes' && more.stops?.includes(detail.stoppedBy ?? ''));
  // Controls that were read clear nothing that was not read.
  const partly = programOf(facts) !== undefined && !readWhole(facts, context);
  if (!stopped && !partly && (more.enough || lookedEnough(facts, context))) {
    const where = notSeenIn(context);
    return pass(sentences(text(`${where.zh}未见${bad.zh}。`, `No ${bad.en} was met ${where.en}.`), maybeMissed(facts, context)), seen);
  }
  const why = whyNotSeen(facts, context);
  return cannotTell(
    text(`所见范围内未见${bad.zh}，但不能据此认定没有：${why.zh}。`, `No ${bad.en} was met, which does not mean there is none: ${why.en}.`),
    seen,
    text(
      '请在真机上用新身份走完基本功能，再看是否出现上述情形。',
      'Walk through the basic function on a real phone with a fresh identity and look again.',
    ),
  );
}

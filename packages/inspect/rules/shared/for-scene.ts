import type { Text } from '@liangjian/law';
import type { Verdict } from '../rule.ts';

/** A common row's answer said for a scene: the same facts, led by the scene's own words ("点餐前："), and the scene's next act. */
export function forScene(verdict: Verdict, lead: Text, officer: Text): Verdict {
  return {
    ...verdict,
    message: { zh: `${lead.zh}：${verdict.message.zh}`, en: `${lead.en}: ${verdict.message.en}` },
    officer: verdict.outcome === 'pass' ? verdict.officer : officer,
  };
}

/** The worst of several answers first: one lead is a lead, one open question leaves the whole open. */
export function worstOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  const outcome = (['fail', 'cannot-tell', 'pass'] as const).find((one) => verdicts.some((verdict) => verdict.outcome === one));
  return verdicts.filter((verdict) => verdict.outcome === outcome);
}

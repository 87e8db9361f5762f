import { g01 } from './g01-policy-exists.ts';
import { g04 } from './g04-policy-legible.ts';
import { g05 } from './g05-policy-contents.ts';
import type { Rule } from './rule.ts';
import { forScene, worstOf } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { sentences, text } from './shared/text.ts';

/** The payment page carries a policy that is whole and clear. */
export const b05: Rule = {
  requirement: 'B05',
  kinds: SCREENS,
  needs: [...new Set([...g01.needs, ...g04.needs, ...g05.needs])],
  judge(facts, context) {
    const verdicts = worstOf([g01, g04, g05].map((rule) => rule.judge(facts, context)));
    const [first] = verdicts;
    const together = {
      outcome: first?.outcome ?? 'cannot-tell',
      message: sentences(...verdicts.map(({ message }) => message)),
      facts: [...new Set(verdicts.flatMap((verdict) => verdict.facts))],
      officer: first?.officer ?? text('请人工核验。', 'Check by hand.'),
    } as const;
    return forScene(
      together,
      text('停车缴费页面的隐私政策', 'Policy on the parking payment page'),
      text(
        '请在缴费页面查找隐私政策，对照法定要素逐项检查，并记录查找路径。',
        'Look for the policy on the payment page, check it against the elements the law requires, and record the path searched.',
      ),
    );
  },
};

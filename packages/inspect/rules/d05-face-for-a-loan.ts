import type { Rule } from './rule.ts';
import { FACE } from './shared/apart.ts';
import { elementVerdict, isMissing } from './shared/clauses.ts';
import { SCREENS } from './shared/kinds.ts';
import { judgeSensitive } from './shared/sensitive.ts';
import { sentences, text } from './shared/text.ts';

/** Face and liveness data: a consent of its own, the necessity told, the retention stated. */
export const d05: Rule = {
  requirement: 'D05',
  kinds: SCREENS,
  needs: ['field', 'gate', 'tick-box', 'prompt', 'policy-clause', 'function-reached'],
  judge(facts, context) {
    const verdict = judgeSensitive(facts, context, {
      categories: ['biometric'],
      matters: [FACE],
      what: text('人脸信息', 'face data'),
      officer: text(
        '请查看进入人脸采集之前有无单独的告知和同意，是否说明必要性，政策是否写明保存期限，能否改用其他方式核验。',
        'See whether a separate notice and consent come before the face step, whether the necessity is told, whether the policy states the retention, and whether another way is possible.',
      ),
    });
    return verdict.outcome === 'fail' && isMissing(elementVerdict(facts, 'retention'))
      ? {
          ...verdict,
          message: sentences(verdict.message, text('隐私政策也没有写明保存期限。', 'Nor does the policy state how long they are kept.')),
        }
      : verdict;
  },
};

import type { Rule } from './rule.ts';
import { judgeSensitive } from './shared/sensitive.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Sensitive information needs a specific purpose, told necessity, and a consent of its own. */
export const g37: Rule = {
  requirement: 'G37',
  kinds: SCREENS,
  needs: ['field', 'gate', 'tick-box', 'prompt', 'policy-clause', 'function-reached'],
  judge: (facts, context) =>
    judgeSensitive(facts, context, {
      what: text('敏感个人信息', 'sensitive information'),
      officer: text(
        '请在该步骤查看有无单独的提示页面或勾选项（包括提交之后才出现的），政策中有无必要性和影响的说明，并核对是否确有必要。',
        'At that step look for a separate screen or box (also one that comes up only after sending), for the statement of necessity and effect in the policy, and judge whether the data are really needed.',
      ),
    }),
};

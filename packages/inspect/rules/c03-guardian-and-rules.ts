import type { Rule } from './rule.ts';
import { judgeChildren } from './shared/children.ts';
import { forScene } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

const OFFICER = text(
  '请查看监护人同意环节和儿童个人信息处理规则，调取同意记录，核对学员中不满十四周岁的人数。',
  'Look at the guardian’s step and the rules for children, obtain the records of consent, and count the pupils under fourteen.',
);

/** Training of children: data under fourteen as sensitive, with a guardian's consent and rules of their own. */
export const c03: Rule = {
  requirement: 'C03',
  kinds: SCREENS,
  needs: ['field', 'prompt', 'tick-box', 'policy-link', 'policy-text', 'policy-clause', 'function-reached'],
  judge: (facts, context) => forScene(judgeChildren(facts, context, OFFICER), text('学员信息', 'Data of pupils'), OFFICER),
};

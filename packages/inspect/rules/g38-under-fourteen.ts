import type { Rule } from './rule.ts';
import { judgeChildren } from './shared/children.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Data of children under fourteen: a guardian's consent and rules of their own. */
export const g38: Rule = {
  requirement: 'G38',
  kinds: SCREENS,
  needs: ['field', 'prompt', 'tick-box', 'policy-link', 'policy-text', 'policy-clause', 'function-reached'],
  judge: (facts, context) =>
    judgeChildren(
      facts,
      context,
      text(
        '请核实服务是否面向不满十四周岁儿童，调取监护人同意记录和儿童个人信息处理规则；年龄提示不等于已核实年龄。',
        'Establish whether children under fourteen are addressed, and obtain the records of guardians’ consent and the rules for children; an age prompt proves no age.',
      ),
    ),
};

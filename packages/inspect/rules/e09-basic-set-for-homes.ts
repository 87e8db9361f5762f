import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** Renting and selling homes takes phone, and address, area, layout and price of the home. */
export const e09: Rule = {
  requirement: 'E09',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text('房屋租售', 'renting and selling homes'),
      officer: text(
        '请将必填字段与房屋租售类必要信息比对（条文须先核对原文），签约所需的身份信息另行判断。',
        'Compare the required fields with the row for housing (check its wording first); identity data for signing a contract are judged apart.',
      ),
    }),
};

import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessity, stepOf } from './shared/necessary.ts';
import { text } from './shared/text.ts';

/** Enrolment takes four items: the child's name and month of birth, the parent's name and contact. */
export const c02: Rule = {
  requirement: 'C02',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text(
        '正式报名（只收孩子姓名、出生年月、家长姓名、联系方式四项）',
        'enrolment (four items: name and month of birth of the child, name and contact of the parent)',
      ),
      fields: (field) => stepOf(field, context) === 'enrolment',
      need: (_, category) => necessity(category, context, 'enrolment'),
      unseen: text('走过的页面没有到正式报名的表单', 'The pages walked did not come to the form for enrolment'),
      asking: true,
      officer: text(
        '请将报名表、报名页面的字段与四项比对，问明多出各项的用途和依据。',
        'Compare the fields of the enrolment form with the four items, and ask what each further item is for and on what ground.',
      ),
    }),
};

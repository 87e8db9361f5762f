import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessity, stepOf } from './shared/necessary.ts';
import { text } from './shared/text.ts';

/** Loans and investment take the basic set: phone, name, identity document, bank card. */
export const d01: Rule = {
  requirement: 'D01',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text('借款、理财申请', 'applying for a loan or an investment'),
      need: (field, category) =>
        // No duty of a lender calls for these; income and work may serve to judge the loan, so they stay open.
        category === 'marital' || category === 'religion'
          ? 'not-necessary'
          : necessity(category, context, stepOf(field, context) === 'invest' ? 'invest' : 'loan'),
      officer: text(
        '请将申请流程的必填字段与网络借贷类、投资理财类必要信息比对（条文须先核对原文），问明其余各项是否为审贷所依法必需。',
        'Compare the required fields with the rows for loans and investment (check their wording first), and ask whether the others are required by law for judging the loan.',
      ),
    }),
};

import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { SCREENS } from './shared/kinds.ts';
import { stepOf } from './shared/necessary.ts';
import { text } from './shared/text.ts';

const PRICE = /价|报价|询价|车型|price|quote/i;

/** What one's own car would fetch is a price too. */
const ESTIMATE = /估价|估值/;

/** Asking for a price does not force name and phone number. */
export const i01: Rule = {
  requirement: 'I01',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge: (facts, context) =>
    judgeDemand(facts, context, {
      needs: ['phone', 'login', 'fields'],
      categories: ['phone', 'name'],
      fields: (field) => stepOf(field, context) === 'enquiry' || ESTIMATE.test(field.detail.form),
      gates: ({ detail }) => PRICE.test(detail.how),
      step: text('询价', 'asking for a price'),
      what: text('姓名和手机号', 'name and phone number'),
      officer: text(
        '请在线上和门店分别询价，拒绝留下姓名、手机号，查看能否得到报价；用测试号码观察后续来电。',
        'Ask for a price online and in the showroom, refuse name and phone number, see whether a price is given, and watch a test number for calls.',
      ),
    }),
};

import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** The page opened by the scan does not demand phone, nickname or picture before anything is rented. */
export const f01: Rule = {
  requirement: 'F01',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'field', 'control', 'function-reached'],
  judge: (facts, context) =>
    judgeDemand(facts, context, {
      needs: ['phone', 'profile', 'login'],
      categories: ['phone', 'nickname-avatar'],
      step: text('扫码后、租借前', 'the step after scanning and before renting'),
      what: text('手机号、昵称或头像', 'a phone number, nickname or picture'),
      officer: text(
        '请扫码后不租借，记录首页提出的每项要求，逐项拒绝后查看能否继续；押金、免押核验环节另行判断。',
        'Scan without renting, record everything the first page asks for, refuse each and see whether one can go on; the deposit or credit-free check is judged apart.',
      ),
    }),
};

import { type PiCategory } from '@liangjian/law';
import type { Rule } from './rule.ts';
import { judgeBeyondList } from './shared/beyond-list.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessityAt } from './shared/necessary.ts';
import { text } from './shared/text.ts';

/** What the guidance for restaurants names. */
const NAMED: readonly PiCategory[] = ['name', 'birth-date', 'sex', 'phone', 'address', 'id-number', 'bank-card'];

/** Eating in: order and pay without name, birthday, sex, phone, address, identity number or bank account. */
export const a01: Rule = {
  requirement: 'A01',
  kinds: SCREENS,
  needs: ['field', 'function-reached'],
  judge: (facts, context) =>
    judgeBeyondList(facts, context, {
      step: text('堂食点餐和付款', 'ordering and paying when eating in'),
      need: (field, category) =>
        NAMED.includes(category) ? 'not-necessary' : necessityAt(field, category, { ...context, channel: 'dine-in' }),
      doubt:
        context.channel === 'dine-in'
          ? null
          : text('不知道是不是堂食（外卖需要其中几项）', 'whether this is eating in is not known (delivery needs some of them)'),
      officer: text(
        '请在店内用新身份扫桌码，拒绝所有提示完成点餐，核对是否必须填写上述信息。',
        'In the shop scan the table code with a fresh identity, refuse every prompt, order, and see whether any of these must be given.',
      ),
    }),
};

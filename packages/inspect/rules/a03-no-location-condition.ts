import type { Rule } from './rule.ts';
import { judgeDemand } from './shared/demand.ts';
import { offered } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { pass } from './verdict.ts';

/** The table code tells the shop, so turning on location is no condition for ordering. */
export const a03: Rule = {
  requirement: 'A03',
  kinds: SCREENS,
  needs: ['gate', 'prompt', 'choice', 'control', 'function-reached'],
  judge(facts, context) {
    const verdict = judgeDemand(facts, context, {
      needs: ['location'],
      categories: [],
      step: text('点餐', 'ordering'),
      what: text('开启定位', 'turning on location'),
      doubt:
        context.channel === 'delivery'
          ? text('外卖配送要确定能否送达', 'delivery must know whether it can get there')
          : context.channel === null
            ? text('不知道是不是外卖', 'whether this is delivery is not known')
            : null,
      officer: text(
        '请在店内扫桌码后拒绝定位，查看能否进入菜单并下单。',
        'Scan the table code in the shop, refuse location, and see whether the menu opens and an order can be placed.',
      ),
    });
    const manual = offered(facts, 'manual-location');
    return verdict.outcome === 'fail' && manual.length > 0
      ? pass(text('要求定位之处可以手动选择门店。', 'Where location is asked for, the shop can be chosen by hand.'), [
          ...verdict.facts,
          ...manual,
        ])
      : verdict;
  },
};

import { g30 } from './g30-one-tap-refusable.ts';
import type { Rule } from './rule.ts';
import { forScene } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

/** One-tap sharing of nickname, picture or number can be refused while shopping. */
export const h03: Rule = {
  requirement: 'H03',
  kinds: SCREENS,
  needs: g30.needs,
  judge: (facts, context) =>
    forScene(
      g30.judge(facts, context),
      text('浏览和购物', 'Browsing and buying'),
      text(
        '请在授权提示中选择拒绝，查看能否继续浏览和购物；平台自身的授权弹窗另行区分。',
        'Refuse in the prompt and see whether browsing and buying go on; keep the platform’s own sheet apart.',
      ),
    ),
};

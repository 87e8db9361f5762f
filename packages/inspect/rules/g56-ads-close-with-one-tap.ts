import type { Rule } from './rule.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';
import { judgeAds } from './shared/ads.ts';

/** Pop-up advertisements close with one tap. */
export const g56: Rule = {
  requirement: 'G56',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'function-reached'],
  judge: (facts, context) =>
    judgeAds(
      facts,
      context,
      text(
        '请在真机上点击关闭标志一次并录屏，记录有无倒计时、是否需要再次点击、在同一页面是否又弹出。',
        'On a real phone tap the closing mark once and record on video: any countdown, a second tap, and whether it comes back on the same page.',
      ),
    ),
};

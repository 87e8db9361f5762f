import type { Rule } from './rule.ts';
import { judgeAds } from './shared/ads.ts';
import { forScene } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { text } from './shared/text.ts';

const OFFICER = text(
  '请在租借流程中点击广告的关闭标志一次并录屏，记录是否关闭、有无倒计时或者再次弹出。',
  'In the rental flow tap the closing mark of an advertisement once on video, and record whether it closes, any countdown, and whether it returns.',
);

/** Advertisements in the rental flow close with one tap. */
export const f07: Rule = {
  requirement: 'F07',
  kinds: SCREENS,
  needs: ['prompt', 'choice', 'function-reached'],
  judge: (facts, context) => forScene(judgeAds(facts, context, OFFICER), text('租借流程', 'Rental flow'), OFFICER),
};

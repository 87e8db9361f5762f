import type { Rule } from './rule.ts';
import { CREDIT, FACE, TRACK } from './shared/apart.ts';
import { SCREENS } from './shared/kinds.ts';
import { judgeSensitive } from './shared/sensitive.ts';
import { text } from './shared/text.ts';

/** Biometrics, tracks and credit of car buyers: the necessity told at that moment, and a consent of its own. */
export const i04: Rule = {
  requirement: 'I04',
  kinds: SCREENS,
  needs: ['field', 'gate', 'tick-box', 'prompt', 'function-reached'],
  judge: (facts, context) =>
    judgeSensitive(facts, context, {
      categories: ['biometric', 'location-background', 'credit'],
      matters: [FACE, TRACK, CREDIT],
      what: text('生物识别、行踪轨迹或征信信息', 'biometrics, tracks or credit records'),
      officer: text(
        '请查看收集人脸、轨迹、征信时有无单独的告知和同意，并核对该环节是否确有必要。',
        'See whether a separate notice and consent accompany face, track and credit data, and judge whether that step needs them.',
      ),
    }),
};

import type { Fact } from '../facts/fact.ts';
import { g02 } from './g02-policy-shown-at-first-run.ts';
import type { Rule } from './rule.ts';
import { seenIn } from './shared/arms.ts';
import { forScene } from './shared/for-scene.ts';
import { SCREENS } from './shared/kinds.ts';
import { askedAtLoad, isLocation, permissionWords } from './shared/permissions.ts';
import { distinct, list, text } from './shared/text.ts';
import { fail } from './verdict.ts';

const OFFICER = text(
  '请用新身份打开并录屏，记录隐私政策弹窗与位置、存储权限申请出现的先后。',
  'Open with a fresh identity on video and record in which order the policy pop-up and the requests for location and storage appear.',
);

const isStorage = ({ detail }: Fact<'permission'>): boolean => /storage|files?$/i.test(detail.permission);

/** First run shows the policy in a pop-up, and neither location nor storage is asked for before consent. */
export const h02: Rule = {
  requirement: 'H02',
  kinds: SCREENS,
  needs: [...new Set([...g02.needs, 'permission' as const])],
  judge(facts, context) {
    const early = facts
      .of('permission')
      .filter(
        (fact) =>
          (fact.phase === 'before-choice' || fact.phase === 'no-choice') &&
          fact.detail.stage !== 'read' &&
          askedAtLoad(fact) &&
          (isLocation(fact) || isStorage(fact)),
      );
    if (early.length > 0) {
      const where = seenIn(early, context);
      const what = list(distinct(early.map(permissionWords)));
      return fail(
        text(
          `${where.zh}，消费者作出同意之前，页面已申请${what.zh}权限。`,
          `${where.en}, the page asked for ${what.en} before the consumer had agreed.`,
        ),
        early,
        OFFICER,
      );
    }
    return forScene(g02.judge(facts, context), text('首次运行', 'First run'), OFFICER);
  },
};

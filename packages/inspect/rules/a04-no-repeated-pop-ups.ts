import type { PromptRole } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { inArm, seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { promptsOf, SURE } from './shared/prompts.ts';
import { sentences, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

/** Our own line; the guidance sets no number for "again and again". */
const REPEATED = 3;
const OFFICER = text(
  '请走完登录、排队、加菜、付款各环节并录屏，分别统计位置、手机号、入会弹窗的次数。',
  'Walk through log-in, queueing, adding dishes and paying on video, and count the pop-ups for location, phone and membership at each.',
);
/** What each kind is called, and how a pop-up of another kind (a coupon, a log-in) asks for it along the way. */
const KINDS: readonly (readonly [PromptRole, ReturnType<typeof text>, RegExp])[] = [
  ['location', text('位置', 'location'), /(授权|获取|开启|打开|允许|共享)[^。；\n《]{0,8}(位置|定位)/],
  ['phone', text('手机号', 'phone'), /(授权|绑定|获取|提供|填写|验证|留下)[^。；\n《]{0,8}(手机|号码)|一键登录/],
  ['membership', text('入会', 'membership'), /(加入|成为|注册|开通|升级)[^。；\n《]{0,6}会员|入会/],
];
const ALONG: readonly PromptRole[] = ['coupon', 'login', 'phone', 'membership', 'location', 'profile', 'permission', 'marketing'];

/** During one meal the page does not keep popping up for location, phone or membership. */
export const a04: Rule = {
  requirement: 'A04',
  kinds: SCREENS,
  needs: ['prompt', 'function-reached'],
  judge(facts, context) {
    const counted = KINDS.map(([role, name, asks]) => {
      const prompts = promptsOf(facts, role, ...ALONG).filter(
        ({ detail }) => detail.confidence >= SURE && (detail.role === role || asks.test(detail.text)),
      );
      // One visit is one meal: showings in different visits are never added up.
      const perArm = (['untouched', 'refuse', 'accept', 'control'] as const).map((arm) =>
        prompts.filter((prompt) => inArm(prompt, arm)).reduce((sum, { detail }) => sum + detail.count, 0),
      );
      return { name, prompts, most: Math.max(0, ...perArm), again: Math.max(0, ...prompts.map(({ detail }) => detail.afterRefusal)) };
    });
    // Declined and up again within one meal is a repetition however small the count.
    const many = counted.filter(({ most, again }) => most >= REPEATED || (most > 1 && again > 0));
    if (many.length > 0) {
      return fail(
        sentences(
          ...many.map(({ name, prompts, most, again }) =>
            text(
              `${seenIn(prompts, context).zh}出现${name.zh}弹窗，一次访问内最多 ${most} 次，其中拒绝或关闭之后又出现 ${again} 次（“反复”没有法定数值，${REPEATED} 次或关闭后再现为本工具自定的界线）。`,
              `Pop-ups for ${name.en} came up ${seenIn(prompts, context).en}, at most ${most} times within one visit, ${again} of them after being declined or closed ("again and again" has no legal number; ${REPEATED}, or a return after being declined, is our own line).`,
            ),
          ),
        ),
        many.flatMap(({ prompts }) => prompts),
        OFFICER,
      );
    }
    const twice = counted.filter(({ most }) => most > 1);
    if (twice.length > 0) {
      return cannotTell(
        sentences(
          ...twice.map(({ name, most }) =>
            text(
              `${name.zh}弹窗在一次访问内出现 ${most} 次，是否属于“反复”须人工判断。`,
              `Pop-ups for ${name.en} came up ${most} times within one visit; whether that is "again and again" needs a person.`,
            ),
          ),
        ),
        twice.flatMap(({ prompts }) => prompts),
        OFFICER,
      );
    }
    const seen = counted.flatMap(({ prompts }) => prompts);
    if (seen.length > 0) {
      return pass(
        text(
          '位置、手机号、入会弹窗在一次访问内各不超过一次。',
          'Pop-ups for location, phone and membership came up once at most within one visit.',
        ),
        seen,
      );
    }
    return notMet(facts, context, text('索取位置、手机号或引导入会的弹窗', 'pop-up for location, phone or membership'));
  },
};

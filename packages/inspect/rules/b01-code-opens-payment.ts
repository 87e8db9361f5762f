import type { Rule } from './rule.ts';
import { seenIn } from './shared/arms.ts';
import { gatesOf, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请到场拍摄主要点位的二维码并逐个扫描，核对首个页面是不是输入车牌或缴费；本结论只涉及所检查的这一个入口。',
  'Photograph the codes at the main points on site, scan each and see whether the first page is the one for the plate or the payment; this answer is about the one entry inspected.',
);
const WORDS: Readonly<Record<string, ReturnType<typeof text>>> = {
  membership: text('会员注册页', 'a membership page'),
  login: text('登录页', 'a log-in page'),
  follow: text('关注公众号页', 'a page to follow an account'),
};

/** The parking code opens the page for the plate or the payment. */
export const b01: Rule = {
  requirement: 'B01',
  kinds: SCREENS,
  needs: ['landing', 'gate', 'function-reached', 'limit'],
  judge(facts, context) {
    const landings = facts.of('landing');
    const direct = landings.filter(({ detail }) => detail.page === 'plate-payment');
    const other = landings.filter(({ detail }) => WORDS[detail.page] !== undefined);
    const BARS = ['membership', 'follow', 'login', 'phone'] as const;
    const walled = [
      ...gatesOf(facts, ...BARS).filter(({ detail }) => detail.refusable === 'no'),
      ...walksOf(facts, 'refuse').filter(({ detail }) => BARS.some((bar) => bar === detail.stoppedBy)),
    ];
    const elsewhere = landings.filter(({ detail }) => ['shop', 'menu', 'membership', 'login', 'follow'].includes(detail.page));
    if (direct.length === 0 && (other.length > 0 || (elsewhere.length > 0 && walled.length > 0))) {
      const used = other.length > 0 ? other : elsewhere;
      const where = seenIn(used, context);
      const page = WORDS[used[0]?.detail.page ?? ''] ?? text('商场或会员中心页', 'a mall or member centre page');
      return fail(
        text(
          `${where.zh}，停车入口首先打开的是${page.zh}，不是输入车牌或缴费的页面。`,
          `${where.en}, the parking entry first opened ${page.en} and not the page for the plate or the payment.`,
        ),
        [...used, ...walled],
        OFFICER,
      );
    }
    if (direct.length > 0 && direct.length === landings.length) {
      return pass(
        text('入口直接打开输入车牌或缴费的页面。', 'The entry opens the page for the plate or the payment directly.'),
        direct,
        OFFICER,
      );
    }
    const why =
      landings.length > 0
        ? text('首个页面的性质看不出，或者各次访问不一致', 'what the first page is could not be made out, or the visits differ')
        : whyNotSeen(facts, context);
    return cannotTell(
      text(`入口是否直达缴费没有定论：${why.zh}。`, `Whether the entry leads straight to payment was not settled: ${why.en}.`),
      landings,
      OFFICER,
    );
  },
};

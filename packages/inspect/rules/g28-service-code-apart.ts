import type { Rule } from './rule.ts';
import { seenIn } from './shared/arms.ts';
import { gatesOf, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, stopWords, whyNotSeen } from './shared/looked.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请到现场拍摄该二维码及其周围文字，确认它标示的是服务码还是会员码，并找有无单独的服务码。',
  'Photograph the code and the words around it on site; see whether it is labelled a service code or a member code, and whether a separate service code hangs there.',
);

const ONE_CODE = /一码通用|(入会|会员)[^。\n]{0,8}(同一?码|合一)|扫码(结账|点餐|缴费|支付)[（(]会员码/;

const PAGES = {
  membership: text('会员页面', 'a membership page'),
  follow: text('关注账号的页面', 'a page to follow an account'),
  login: text('登录页面', 'a log-in page'),
} as const;

/** The code for the service opens the service, not membership or an account to follow. */
export const g28: Rule = {
  requirement: 'G28',
  kinds: SCREENS,
  needs: ['landing', 'gate', 'function-reached', 'limit'],
  judge(facts, context) {
    const landings = facts.of('landing');
    const aside = landings.filter(({ detail }) => detail.page === 'membership' || detail.page === 'follow');
    const service = landings.filter(({ detail }) => !['membership', 'follow', 'login', 'wall', 'error', 'unknown'].includes(detail.page));
    const where = seenIn(landings, context);
    if (aside.length > 0 && service.length === 0 && context.scene !== null) {
      const page = PAGES[aside[0]?.detail.page === 'follow' ? 'follow' : 'membership'];
      const stopped = facts.of('function-reached').filter(({ detail }) => detail.reached === 'no');
      const blocked = gatesOf(facts, 'membership', 'follow', 'login').some(({ detail }) => detail.refusable === 'no');
      if (
        !reachedWithoutYes(facts) &&
        (blocked || stopped.some(({ detail }) => detail.stoppedBy === 'membership' || detail.stoppedBy === 'follow'))
      ) {
        return fail(
          text(
            `${where.zh}，该码打开的是${page.zh}，由此到不了本场景的服务；现场是否标明为会员码须核对。`,
            `${where.en}, the code opens ${page.en} from which the service of this scene is not reached; whether it is labelled a member code must be checked on site.`,
          ),
          [...aside, ...gatesOf(facts, 'membership', 'follow')],
          OFFICER,
        );
      }
    }
    const joining = gatesOf(facts, 'membership', 'follow').filter(({ detail }) => detail.refusable === 'no');
    if (service.length > 0 && aside.length === 0 && joining.length > 0 && !reachedWithoutYes(facts) && context.scene !== null) {
      if (joining.some(({ detail }) => ONE_CODE.test(detail.how)))
        return fail(
          text(
            `${where.zh}，页面写明服务与会员共用一码，不入会或者不关注就到不了本场景的服务。`,
            `${where.en}, the page says that one code serves both service and membership, and the service is not reached without joining or following.`,
          ),
          [...landings, ...joining],
          OFFICER,
        );
      return cannotTell(
        text(
          `${where.zh}，该码打开服务页面，但停在要求入会或关注的一步；另有无单独的服务码，要看现场。`,
          `${where.en}, the code opens the service, which stops at a demand to join or follow; whether a separate service code hangs there depends on the site.`,
        ),
        [...landings, ...joining],
        OFFICER,
      );
    }
    if (service.length > 0 && aside.length === 0)
      return pass(text(`${where.zh}，该码直接打开服务页面。`, `${where.en}, the code opens the service itself.`), service);
    // Whatever it is, it asks for neither, and the visits went through it.
    const plain = landings.length > 0 && landings.every(({ detail }) => detail.page === 'unknown');
    if (plain && gatesOf(facts, 'membership', 'follow', 'login').length === 0 && lookedEnough(facts, context))
      return pass(
        text(
          `${where.zh}，该码打开的不是会员页面，也没有要求关注账号或登录。`,
          `${where.en}, the code opened no membership page, and neither following an account nor a log-in was demanded.`,
        ),
        landings,
      );
    const odd = landings.find(({ detail }) => detail.page in PAGES);
    if (odd) {
      const page = PAGES[odd.detail.page as keyof typeof PAGES];
      return cannotTell(
        text(
          `${where.zh}，该码打开的是${page.zh}；它是否本应是服务码，要看现场标示。`,
          `${where.en}, the code opens ${page.en}; whether it was meant to be the service code depends on its label.`,
        ),
        landings,
        OFFICER,
      );
    }
    const stop = facts.of('function-reached').find(({ detail }) => detail.reached !== 'yes');
    const why = facts.of('limit').length > 0 || !stop ? whyNotSeen(facts, context) : stopWords(stop.detail.stoppedBy);
    return cannotTell(
      text(`看不出该码打开的是什么页面：${why.zh}。`, `What the code opens could not be told: ${why.en}.`),
      landings,
      OFFICER,
    );
  },
};

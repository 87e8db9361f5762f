import type { Fact, Purpose } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { flawVerdict } from './shared/coded.ts';
import { reachedWithoutYes, walksOf } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { choicesOf, isReadable, leavingAgrees, promptsOf, takesConsentByAct } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上按控件文字的字面意思点击，录屏记录点击前的文字和点击后的结果，判断是否足以使消费者误解。',
  'On a real phone press the control as its words suggest, record the words before and the result after, and judge whether a consumer would be misled.',
);

/** The words promise the service, nothing else. */
const SERVICE = /支付|缴费|付款|停车费|点餐|点单|下单|pay|order/i;
const AGREES = /同意|授权|入会|会员|加入|订阅|注册|agree|join/i;
/** Words of a gift. */
const GIFT = /领|收下|抽奖|红包|拆|礼|券|claim|gift/i;
const HIDDEN: readonly Purpose[] = ['membership', 'marketing', 'third-party', 'credit-inquiry', 'face'];

/** A control in a gift or notice dialog that takes a consent its words do not mention. */
function smuggled(facts: FactView): readonly Fact[] {
  return promptsOf(facts, 'coupon', 'ad', 'notice', 'address', 'app-download')
    .filter((prompt) => isReadable(prompt) && prompt.detail.purposes.some((purpose) => HIDDEN.includes(purpose)))
    .flatMap((prompt) =>
      choicesOf(facts, prompt).filter(
        (choice) => (choice.detail.role === 'agree' || choice.detail.role === 'acknowledge') && !AGREES.test(choice.label),
      ),
    );
}

/** A cross or "later" that takes the consumer somewhere else instead of going away. */
function falseClosers(facts: FactView): readonly Fact<'choice'>[] {
  return facts
    .of('choice')
    .filter(
      ({ detail }) =>
        (detail.role === 'close' || detail.role === 'later') &&
        detail.effect.tried &&
        detail.effect.closed === 'no' &&
        detail.effect.left === 'yes',
    );
}

/** Consent is not obtained by words that say one thing and do another. */
export const g17: Rule = {
  requirement: 'G17',
  kinds: SCREENS,
  needs: ['landing', 'choice', 'consent-flaw', 'prompt', 'function-reached'],
  judge(facts, context) {
    const landed = facts
      .of('landing')
      .filter(
        (fact) =>
          (fact.detail.page === 'membership' || fact.detail.page === 'follow') &&
          SERVICE.test(fact.label) &&
          !/会员|关注|member|follow/i.test(fact.label),
      );
    const shut = !reachedWithoutYes(facts) && walksOf(facts).some(({ detail }) => detail.reached === 'no') && landed.length > 0;
    if (shut) {
      const where = seenIn(landed, context);
      const label = quote(landed[0]?.label ?? '');
      const page =
        landed[0]?.detail.page === 'follow'
          ? text('关注账号的页面', 'a page to follow an account')
          : text('会员开通页面', 'a page to become a member');
      return fail(
        text(
          `${where.zh}，入口名为 ${label.zh}，打开的却是${page.zh}。`,
          `${where.en}, the entry is called ${label.en} but opens ${page.en}.`,
        ),
        landed,
        OFFICER,
      );
    }
    const mislabelled = flawVerdict(facts, ['label-against-effect'], OFFICER);
    if (mislabelled?.outcome === 'fail') return mislabelled;
    const gifts = promptsOf(facts, 'coupon', 'ad', 'notice', 'consent')
      .filter(takesConsentByAct)
      .flatMap((prompt) =>
        choicesOf(facts, prompt).filter(({ label, detail }) => GIFT.test(label) && !AGREES.test(label) && detail.role !== 'link'),
      );
    const gift = gifts[0];
    if (gift) {
      const where = seenIn(gifts, context);
      const label = quote(gift.label);
      return fail(
        text(
          `${where.zh}，按钮写的是 ${label.zh}，弹窗内的小字却把点击它视为同意协议或授权。`,
          `${where.en}, the button says ${label.en}, while the small print of the dialog takes pressing it for consent.`,
        ),
        gifts,
        OFFICER,
      );
    }
    const closers = promptsOf(facts, 'membership', 'marketing', 'login', 'phone', 'coupon', 'ad', 'notice', 'permission', 'consent').filter(
      leavingAgrees,
    );
    if (closers[0]) {
      const where = seenIn(closers, context);
      const words = quote(closers[0].detail.text, 40);
      return fail(
        text(
          `${where.zh}，弹窗 ${words.zh} 把关闭或离开也视为同意：看上去是不接受，实际算作接受。`,
          `${where.en}, the dialog ${words.en} takes closing or leaving for agreement: what looks like declining counts as accepting.`,
        ),
        closers,
        OFFICER,
      );
    }
    if (mislabelled) return mislabelled;
    const doubt: readonly Fact[] = [...smuggled(facts), ...falseClosers(facts), ...(reachedWithoutYes(facts) ? [] : landed)];
    if (doubt.length > 0) {
      const words = quote(doubt[0]?.label ?? '');
      return cannotTell(
        text(
          `控件 ${words.zh} 的文字与点击后的结果或所含授权不一致，是否构成误导须人工判断。`,
          `The words of the control ${words.en} do not match what it does or what it agrees to; whether that misleads needs a person.`,
        ),
        doubt,
        OFFICER,
      );
    }
    const tried = facts.of('choice').filter(({ detail }) => detail.effect.tried && detail.effect.closed === 'yes');
    if (tried.length > 0)
      return pass(text('实际点击过的控件，结果与其文字相符。', 'The controls that were pressed did what their words say.'), tried);
    return notMet(facts, context, text('文字与实际效果不符的控件', 'control that does something else than its words say'));
  },
};

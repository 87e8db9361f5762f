import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { SCREENS } from './shared/kinds.ts';
import { sawConsentAsked, shutOut } from './shared/looked.ts';
import { isReadable, promptsOf } from './shared/prompts.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请核对缴费前须同意的各项协议的主体，与停车服务经营者是什么关系，不同意能否缴费。',
  'Check who stands behind each agreement asked for before paying, how they relate to the operator of the car park, and whether one can pay without agreeing.',
);
/** Titles of legal texts by parties that have nothing to do with parking. */
const UNRELATED =
  /《[^《》]*(广告|贷款|借款|信贷|金融|保险|理财|征信|信用卡|银行|证券|基金|信托|小贷|担保|车险|商城|电商|优选|直播|游戏|推广|联盟|运营商|通信|电信|移动|联通|旅行|酒店|加油|洗车|二手车|第三方|合作(方|机构|伙伴))[^《》]*》/g;
/** Titles that name a company or platform of their own. */
const NAMED_PARTY = /《[^《》]*(有限公司|集团|公司|平台)[^《》]*》/g;
/** Who takes the money or reads the plate is part of paying. */
const RELATED = /微信|支付宝|银联|云闪付|停车|支付/;

/** Paying does not require accepting the policies of third parties that have nothing to do with parking. */
export const b04: Rule = {
  requirement: 'B04',
  kinds: SCREENS,
  needs: ['tick-box', 'prompt', 'policy-link', 'operator', 'function-reached'],
  judge(facts, context) {
    const askers: readonly (Fact<'tick-box'> | Fact<'prompt'>)[] = [
      ...facts.of('tick-box').filter(({ detail }) => detail.stage !== 'read' && detail.consent === 'yes'),
      ...promptsOf(facts, 'consent', 'login', 'phone', 'membership').filter(isReadable),
    ];
    const wordsOf = (fact: Fact): string => (fact.type === 'prompt' ? fact.detail.text : fact.label);
    const operators = facts.of('operator').map(({ label }) => label);
    const isOwn = (title: string): boolean =>
      operators.some((name) => title.includes(name) || (name.length > 4 && title.includes(name.slice(0, 4))));
    const strangers = (fact: Fact): readonly string[] => (wordsOf(fact).match(NAMED_PARTY) ?? []).filter((title) => !isOwn(title));
    const titles = (fact: Fact): readonly string[] =>
      [...new Set([...(wordsOf(fact).match(UNRELATED) ?? []), ...(operators.length > 0 ? strangers(fact) : [])])].filter(
        (title) => !RELATED.test(title),
      );
    const links = facts
      .of('policy-link')
      .filter(
        (link) =>
          link.detail.document === 'third-party-policy' &&
          (link.detail.where === 'prompt' || link.detail.where === 'form') &&
          !RELATED.test(link.label),
      );
    const bad = askers.filter((fact) => titles(fact).length > 0);
    if (bad.length > 0) {
      const where = seenIn(bad, context);
      const names = list(distinct(bad.flatMap((fact) => titles(fact).map((title) => quote(title, 24)))), 4);
      return fail(
        text(
          `${where.zh}，缴费前的同意包含与停车无关的第三方文件：${names.zh}。`,
          `${where.en}, the consent asked for before paying covers texts of third parties that have nothing to do with parking: ${names.en}.`,
        ),
        [...bad, ...links],
        OFFICER,
      );
    }
    const doubt = [...askers.filter((fact) => fact.detail.purposes.includes('third-party') || strangers(fact).length > 0), ...links];
    if (doubt.length > 0) {
      return cannotTell(
        text(
          '缴费前的同意涉及第三方，与停车是否有关看不出。',
          'The consent asked for before paying touches third parties; whether they have to do with parking cannot be seen.',
        ),
        doubt,
        OFFICER,
      );
    }
    if (askers.length > 0)
      return pass(
        text('缴费前的同意没有涉及无关的第三方。', 'The consent asked for before paying touches no unrelated third party.'),
        askers,
      );
    return notMet(facts, context, text('缴费前须接受的第三方隐私政策', 'third-party policy to accept before paying'), {
      enough: sawConsentAsked(facts) && shutOut(facts).length === 0,
    });
  },
};

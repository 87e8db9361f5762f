import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { fieldWords, piFields } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { permissionWords, piPermissions } from './shared/permissions.ts';
import { choicesOf, isReadable, promptsOf, refusingEnds, waysOut } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail } from './verdict.ts';

const VAGUE =
  /(提升|改善|改进|优化|提高|更好的?|更优质的?|增强)[^。；]{0,12}(服务|体验|质量)|个性化(推荐|服务|内容)|定向推送|推送[^。；]{0,8}(信息|优惠|活动)|(研发|开发)新产品|better (service|experience)/i;
const CONCRETE =
  /取餐|取货|取件|配送|送达|送餐|发货|收货|门店|附近|停车|车位|出场|缴费|支付|退款|发票|找回|订单|预约|核验|身份|实名|年龄|安全|防止|风控|联系您|通知您|排队|叫号|还车|开锁|deliver|order|pick.?up|refund|invoice|security/i;

/** The only ground given is better service, pushes or new products. */
export const isVague = (words: string | null): boolean => words !== null && VAGUE.test(words) && !CONCRETE.test(words);

interface Ask {
  readonly fact: Fact;
  readonly words: string;
  readonly name: string;
  readonly forced: boolean;
}

function asks(facts: FactView): readonly Ask[] {
  return [
    ...piFields(facts).map((fact) => ({
      fact,
      words: fact.detail.purposeText ?? '',
      name: fieldWords(fact),
      forced: fact.detail.required === 'yes',
    })),
    ...piPermissions(facts).map((fact) => ({
      fact,
      words: fact.detail.purposeText ?? '',
      name: permissionWords(fact).zh,
      forced: fact.detail.manualAlternative === 'no',
    })),
    ...promptsOf(facts, 'phone', 'profile', 'location', 'membership', 'permission', 'marketing', 'login')
      .filter(isReadable)
      .map((fact) => ({
        fact,
        words: fact.detail.text,
        name: fact.label,
        forced:
          refusingEnds(fact.detail.text) ||
          (fact.detail.blocking && waysOut(facts, fact).length === 0 && choicesOf(facts, fact).length > 0),
      })),
  ];
}

/** "Better service" alone is no ground to force consent. */
export const g24: Rule = {
  requirement: 'G24',
  kinds: SCREENS,
  needs: ['field', 'permission', 'prompt', 'choice', 'function-reached'],
  judge(facts, context) {
    const vague = asks(facts).filter(({ words }) => isVague(words));
    const forced = vague.filter((ask) => ask.forced);
    const officer = text(
      '请核对除上述说法外是否另有具体用途，以及不提供时能否继续使用。',
      'Check whether any concrete purpose is given beside this, and whether use goes on without giving the data.',
    );
    const first = forced[0] ?? vague[0];
    if (!first)
      return notMet(
        facts,
        context,
        text(
          '仅以改善服务、提升体验、推送或研发为由强制收集的情形',
          'demand for data merely for better service, experience, pushes or new products',
        ),
      );
    const where = seenIn([first.fact], context);
    const what = quote(first.name, 16);
    const why = quote(first.words, 40);
    if (forced.length > 0) {
      return fail(
        text(
          `${where.zh}，${what.zh} 须提供才能继续，所给理由只有 ${why.zh}。`,
          `${where.en}, ${what.en} must be given to go on, and the only ground is ${why.en}.`,
        ),
        forced.map(({ fact }) => fact),
        officer,
      );
    }
    return cannotTell(
      text(
        `${where.zh}，${what.zh} 的理由只有 ${why.zh}；是否强制没有确认。`,
        `${where.en}, the only ground for ${what.en} is ${why.en}; whether it is forced was not settled.`,
      ),
      vague.map(({ fact }) => fact),
      officer,
    );
  },
};

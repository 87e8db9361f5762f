import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { offered, ownTexts } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, shutOut, whyNotSeen } from './shared/looked.ts';
import { promptsOf } from './shared/prompts.ts';
import { list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请登录后在“设置”“消息通知”“隐私”等处查找关闭个性化推荐或营销推送的开关，并实际关闭一次。',
  'After logging in, look in settings, notifications and privacy for a switch that turns personalised recommendations or marketing off, and turn it off once.',
);

/** A heading "for you" is no switch; these words are. */
const TURNS_OFF = /关闭|管理|设置|开关|退订|拒收|拒绝|取消|off|unsubscribe|manage|settings/i;

/** Elements about profiles and marketing; `present` means the way to refuse is there too, `empty` that only the thing is. */
const ELEMENTS = ['automated-decision', 'marketing-choice'];

/** What the page or the rules say about pushing by profile or for marketing. */
function signs(facts: FactView): readonly Fact[] {
  return [
    ...clausesOf(facts, ...ELEMENTS).filter(({ detail }) => detail.verdict === 'present' || detail.verdict === 'empty'),
    ...promptsOf(facts, 'marketing'),
    ...facts.of('tick-box').filter(({ detail }) => detail.stage !== 'read' && detail.purposes.includes('marketing')),
  ];
}

/** Personalised recommendations and marketing come with a way to do without. */
export const g16: Rule = {
  requirement: 'G16',
  kinds: SCREENS,
  needs: ['control', 'policy-clause', 'prompt', 'tick-box', 'policy-text'],
  judge(facts, context) {
    const near = [...offered(facts, 'personalisation-switch'), ...offered(facts, 'marketing-switch')];
    const switches = near.filter(({ detail, label }) => detail.state !== 'unknown' || TURNS_OFF.test(label));
    if (switches.length > 0)
      return pass(
        text('提供了关闭个性化推荐或营销推送的控件。', 'A control to turn personalised recommendations or marketing off is offered.'),
        switches,
      );

    const found = signs(facts);
    const told = facts
      .of('control')
      .filter(
        ({ detail }) => (detail.role === 'personalisation-switch' || detail.role === 'marketing-switch') && detail.found !== 'control',
      );
    if (found.length === 0) {
      const denials = clausesOf(facts, ...ELEMENTS).filter(
        ({ detail }) => detail.verdict === 'absent' && (detail.slots['denied'] ?? []).length > 0,
      );
      if (denials.length > 0 && shutOut(facts).length === 0) {
        return pass(
          text(
            '隐私政策写明不进行个性化推荐或营销推送，走过的页面上也未见。',
            'The policy says that there are no personalised recommendations or marketing, and none was met on the pages walked.',
          ),
          denials,
          text(
            '请留意实际使用中是否收到营销短信或个性化推荐；收到的，请保存截图或短信原文。',
            'Watch whether marketing messages or personalised recommendations come in use; keep a picture or the message if they do.',
          ),
        );
      }
      if (lookedEnough(facts, context) && ownTexts(facts).length > 0) {
        return pass(
          text(
            '走过的页面和读到的隐私政策中未见个性化推荐或营销推送。',
            'Neither the pages walked nor the policy read mention personalised recommendations or marketing.',
          ),
          ownTexts(facts),
        );
      }
      const why = ownTexts(facts).length === 0 ? text('没有读到隐私政策正文', 'no policy text was read') : whyNotSeen(facts, context);
      return cannotTell(
        text(
          `未见个性化推荐或营销推送的迹象，但不能据此认定没有：${why.zh}。`,
          `No sign of personalised recommendations or marketing was met, which does not mean there is none: ${why.en}.`,
        ),
        told,
        OFFICER,
      );
    }
    const optional = found.filter((fact) => fact.type === 'tick-box' && fact.detail.initial === 'clear');
    if (optional.length === found.length)
      return pass(
        text('营销推送由消费者自行勾选，默认不勾选。', 'Marketing is left to a box the consumer may tick, clear by default.'),
        optional,
      );

    const verdict = elementVerdict(facts, ...ELEMENTS);
    const what = list(
      found.map((fact) => quote(fact.label, 16)),
      3,
    );
    if (told.length === 0 && isMissing(verdict) && lookedEnough(facts, context)) {
      return fail(
        text(
          `有个性化推荐或营销推送（${what.zh}），但页面没有关闭开关，隐私政策也没有写明拒绝方式。`,
          `There are personalised recommendations or marketing (${what.en}), but no switch on the pages and no way to refuse in the policy.`,
        ),
        found,
        OFFICER,
      );
    }
    const where =
      told.length > 0 || verdict === 'present'
        ? text('隐私政策写有拒绝方式，但页面上未找到对应控件', 'the policy describes a way to refuse, but no such control was met')
        : text('未登录状态下看不到设置页', 'settings cannot be seen without logging in');
    return cannotTell(
      text(
        `有个性化推荐或营销推送（${what.zh}）；${where.zh}。`,
        `There are personalised recommendations or marketing (${what.en}); ${where.en}.`,
      ),
      [...found, ...told],
      OFFICER,
    );
  },
};

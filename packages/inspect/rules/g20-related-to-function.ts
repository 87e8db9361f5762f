import type { NecessityVerdict, PiCategory } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { childFields, guardianSteps } from './shared/children.ts';
import { fieldWords, isSideForm, piFields, tellingPi } from './shared/fields.ts';
import { joined } from './shared/join.ts';
import { gatesOf, reachedWithoutYes } from './shared/gates.ts';
import { SCREENS } from './shared/kinds.ts';
import { necessityAt } from './shared/necessary.ts';
import { isCoded } from './shared/coded.ts';
import { couldBeRefused } from './shared/one-tap.ts';
import { askedAtLoad, piPermissions } from './shared/permissions.ts';
import { categoryWords, isSensitive } from './shared/pi-words.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在该步骤核对：不填此项能否完成基本功能；经营者对此项用途有何说明。清单只保护基本功能，附加功能的用途另行判断。',
  'At that step check whether the basic function works without it and what the operator says it is for. The lists protect the basic function only; extra functions are judged by their own purpose.',
);

/** Far from any everyday purchase; without a known scene only these are worth a question. */
const FAR: readonly PiCategory[] = [
  'id-number',
  'id-photo',
  'bank-card',
  'income',
  'property',
  'credit',
  'health',
  'biometric',
  'religion',
  'marital',
  'contacts',
  'call-log',
  'messages',
];

interface Ask {
  readonly fact: Fact<'field'> | Fact<'permission'> | Fact<'collects'>;
  readonly category: PiCategory;
}

/** A member's or log-in form is an extra function only where one can pass it by. */
const closesTheWay = (facts: FactView): boolean =>
  !reachedWithoutYes(facts) && gatesOf(facts, 'membership', 'login', 'phone', 'profile').some(({ detail }) => detail.refusable === 'no');

/** A number that a code is sent to, or handed over by the one button there is: nobody gets past such a form without it. */
const isVerified = (facts: FactView, field: Fact<'field'>): boolean =>
  (field.detail.control === 'one-tap' &&
    !facts.of('field').some(({ pi, detail }) => pi.includes('account') && detail.step === field.detail.step)) ||
  isSentCode(facts, field);

const isSentCode = (facts: FactView, field: Fact<'field'>): boolean =>
  field.pi.includes('phone') &&
  field.detail.required !== 'no' &&
  facts
    .of('field')
    .some(({ pi, detail }) => pi.includes('verification-code') && detail.form === field.detail.form && detail.step === field.detail.step);

/** Pages that are a function of their own: whoever opens them wants just that. */
const OWN_FUNCTION = /实名|认证|发票|开票|提现|分销|合伙|加盟|入驻|招聘|应聘|绑卡|退款|保险|idcheck|certif|invoice|withdraw|apply/i;

/** Refused or left out by the list, and nothing softens it: not optional, not another function, certain to run. */
function isPlain(facts: FactView, { fact }: Ask): boolean {
  // A program has more functions than the basic one, and code does not show at which step of which a field stands.
  if (fact.type === 'field' && isCoded(fact))
    return (
      fact.detail.required === 'yes' &&
      !fact.detail.markedOptional &&
      fact.detail.subject !== 'third-person' &&
      !isSideForm(fact) &&
      !OWN_FUNCTION.test(fact.detail.form)
    );
  if (fact.type === 'field')
    return (
      !fact.detail.markedOptional &&
      !couldBeRefused(facts, fact) &&
      fact.detail.subject !== 'third-person' &&
      (!isSideForm(fact) || ((fact.detail.required === 'yes' || isVerified(facts, fact)) && closesTheWay(facts)))
    );
  if (fact.type === 'permission') return askedAtLoad(fact);
  // A camera in the page of a video call is what the page is; a call that runs by itself is not.
  if (fact.detail.by === 'component') return false;
  return fact.detail.reachable === 'yes' && fact.detail.consent?.gate === 'no' && (fact.detail.trigger === null || isUnasked(fact));
}

/** Runs without any act of the consumer. */
const isUnasked = ({ detail }: Fact<'collects'>): boolean => /launch|load|show|ready|interceptor|timer/i.test(detail.trigger ?? '');

/** Marked optional, the lists silent, nothing sensitive: nobody has to give it. */
const leftFree = (fact: Ask['fact'], category: PiCategory): boolean =>
  fact.type === 'field' && fact.detail.markedOptional && !isSensitive(category);

/** Fields and permissions belong to the function in use. */
export const g20: Rule = {
  requirement: 'G20',
  kinds: SCREENS,
  needs: ['field', 'permission', 'collects', 'tick-box', 'prompt', 'function-reached'],
  judge(facts, context) {
    const permissions = piPermissions(facts).filter((fact) => !isCoded(fact));
    const sources = [...piFields(facts), ...permissions, ...facts.of('collects').filter((fact) => fact.detail.by !== 'field')];
    const asks: readonly Ask[] = sources.flatMap((fact) => tellingPi(fact).map((category) => ({ fact, category })));
    const by = (answer: NecessityVerdict) => asks.filter(({ fact, category }) => necessityAt(fact, category, context) === answer);
    const forbidden = by('not-necessary');
    // Of a child, the row forbids only what no parent agreed to.
    const agreed: readonly Fact[] = guardianSteps(facts).length > 0 ? childFields(facts) : [];
    const guilty = forbidden.filter((ask) => isPlain(facts, ask) && (!agreed.includes(ask.fact) || FAR.includes(ask.category)));
    if (guilty.length > 0) {
      const used = guilty.map(({ fact }) => fact);
      const where = seenIn(used, context);
      const what = list(distinct(guilty.map(({ fact, category }) => named(fact, category))));
      return fail(
        text(
          `${where.zh}，页面要求 ${what.zh}，不在本场景基本功能所需的个人信息之内，也没有标明选填。`,
          `${where.en}, the page asks for ${what.en}, which the basic function of this scene does not need and which is not marked optional.`,
        ),
        [...new Set(used)],
        OFFICER,
      );
    }
    const unknown =
      context.scene === null
        ? asks.filter(({ category }) => FAR.includes(category))
        : by('cannot-tell').filter(({ fact, category }) => !leftFree(fact, category));
    const optional = by('optional').filter(
      ({ fact }) => fact.type !== 'field' || (!fact.detail.markedOptional && fact.detail.required !== 'no'),
    );
    const extra = forbidden.filter(({ fact }) => !agreed.includes(fact));
    const withParent = forbidden.filter(({ fact }) => agreed.includes(fact));
    const doubt = [...forbidden, ...unknown, ...optional];
    if (doubt.length > 0) {
      const say = (of: readonly Ask[]) => list(distinct(of.map(({ fact, category }) => named(fact, category))));
      return cannotTell(
        joined([
          withParent.length > 0
            ? text(
                `${say(withParent).zh} 是孩子的信息，不在清单之内，页面设有监护人同意`,
                `${say(withParent).en} is data of a child that the lists do not name, and the page asks for a guardian’s consent`,
              )
            : null,
          extra.length > 0
            ? text(
                `${say(extra).zh} 不在基本功能所需之内，但标为选填、可以拒绝、按操作申请或属于会员等附加功能`,
                `${say(extra).en} is not needed for the basic function, but is marked optional, can be refused, is asked on a press, or belongs to an extra function such as membership`,
              )
            : null,
          unknown.length > 0
            ? text(
                context.scene === null
                  ? `未确定消费场景，${say(unknown).zh} 与一般消费相去较远`
                  : `清单没有说明 ${say(unknown).zh} 在本场景是否必要`,
                context.scene === null
                  ? `no scene is known, and ${say(unknown).en} is far from an everyday purchase`
                  : `the lists do not say whether ${say(unknown).en} is needed in this scene`,
              )
            : null,
          optional.length > 0
            ? text(`${say(optional).zh} 只可选填，页面没有标明`, `${say(optional).en} may only be optional and is not marked so`)
            : null,
        ]),
        [...new Set(doubt.map(({ fact }) => fact))],
        OFFICER,
      );
    }
    if (context.scene === null && asks.length > 0) {
      return cannotTell(
        text('未确定消费场景，无法对照必要个人信息清单。', 'No scene is known, so the lists of necessary data cannot be applied.'),
        sources,
        text('请先确定消费场景和服务方式，再重新判断。', 'Settle the scene and the way of service first, then judge again.'),
      );
    }
    if (asks.length > 0)
      return pass(
        text(
          '页面要求的个人信息都在本场景基本功能所需之内，或标为选填。',
          'What the page asks for is needed for the basic function of this scene or is marked optional.',
        ),
        sources,
      );
    return notMet(facts, context, text('与功能无关的填写项或权限申请', 'field or permission unrelated to the function'));
  },
};

const named = (fact: Ask['fact'], category: PiCategory) => {
  const kind = categoryWords(category);
  if (fact.type === 'permission') return kind;
  const words = quote(fact.type === 'field' ? fieldWords(fact) : fact.label, 16);
  return text(`${kind.zh}（${words.zh}）`, `${kind.en} (${words.en})`);
};

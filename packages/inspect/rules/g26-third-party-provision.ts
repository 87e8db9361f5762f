import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { deniesReceivers, elementVerdict, isMissing, namedRecipients } from './shared/clauses.ts';
import { ownTexts, policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { joined } from './shared/join.ts';
import { promptsOf } from './shared/prompts.ts';
import { isNamed, isStranger, isWatching, mayBeProcessor, receiversWords, transfersOf } from './shared/receivers.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请查明接收方的身份，调取双方合同，区分受托处理与对外提供；核对隐私政策和单独同意中是否写明接收方名称、目的、方式和种类。',
  'Establish who the receiver is, obtain the contract, tell processing on behalf from provision, and check whether policy and separate consent name receiver, purpose, method and kinds.',
);

/** Device and visitor marks are a question of G10 and of naming; this row accuses over data of the person. */
const MARKS: readonly PiCategory[] = ['device-id', 'platform-id', 'ip-address', 'browsing', 'order', 'free-text', 'other'];
const hasPi = ({ detail }: Fact<'transfer'>): boolean => detail.found.some(({ category }) => !MARKS.includes(category));
const hasMark = ({ detail }: Fact<'transfer'>): boolean =>
  detail.identifiers.length > 0 || detail.found.some(({ category }) => category === 'device-id' || category === 'platform-id');

/** A service that lives from watching, or a stranger that got what was only typed; a form sent to another domain may be the shop's own back end. */
const isProvision = (fact: Fact<'transfer'>): boolean => isWatching(fact.party) || (isStranger(fact.party) && fact.detail.typed);

/** Consent given apart for passing data on. */
const separate = (facts: FactView): readonly Fact[] => [
  ...facts
    .of('tick-box')
    .filter(
      ({ detail }) =>
        detail.consent === 'yes' && detail.initial === 'clear' && detail.purposes.length === 1 && detail.purposes[0] === 'third-party',
    ),
  ...promptsOf(facts, 'consent').filter(({ detail }) => detail.purposes.length === 1 && detail.purposes[0] === 'third-party'),
];

/** PI goes to another controller only when the consumer knows who, why and what, and agreed apart. */
export const g26: Rule = {
  requirement: 'G26',
  kinds: SCREENS,
  needs: ['transfer', 'policy-clause', 'policy-text', 'policy-link', 'prompt', 'tick-box', 'function-reached'],
  judge(facts, context) {
    const words = [...namedRecipients(facts), ...facts.of('prompt').map((prompt) => prompt.detail.text)];
    const named = (fact: Fact<'transfer'>): boolean => fact.party !== null && isNamed(fact.party, words);
    const others = transfersOf(facts).filter(
      (fact) => (hasPi(fact) || hasMark(fact)) && (isStranger(fact.party) || mayBeProcessor(fact.party)),
    );
    const readable = ownTexts(facts).length > 0 || policyLinks(facts).length === 0;
    // Under which name an unknown domain would stand in a list nobody can say; with no list at all it stands nowhere.
    const noList =
      (ownTexts(facts).length === 0 && words.length === 0) ||
      (ownTexts(facts).length > 0 &&
        (isMissing(elementVerdict(facts, 'recipients-list', 'sdk-list')) || deniesReceivers(facts)) &&
        namedRecipients(facts).length === 0);
    const bad = others.filter(
      (fact) => !named(fact) && readable && ((hasPi(fact) && isProvision(fact)) || (hasMark(fact) && isStranger(fact.party) && noList)),
    );
    if (bad.length > 0) {
      const where = seenIn(bad, context);
      const keys = list(
        distinct(bad.flatMap(({ detail }) => [...detail.found, ...detail.identifiers].map(({ key }) => quote(key, 20)))),
        4,
      );
      const told =
        ownTexts(facts).length > 0
          ? text('读到的隐私政策没有写明该接收方', 'the policy read does not name it')
          : text('页面没有可见的隐私政策告知该接收方', 'no policy to be seen names it');
      return fail(
        text(
          `${where.zh}，个人信息或标识（${keys.zh}）发往 ${receiversWords(bad).zh}，${told.zh}。`,
          `${where.en}, personal information or identifiers (${keys.en}) went to ${receiversWords(bad).en}, and ${told.en}.`,
        ),
        [...bad, ...ownTexts(facts)],
        OFFICER,
      );
    }
    const unnamed = others.filter((fact) => !named(fact));
    const known = others.filter(named);
    const consent = separate(facts);
    const piKnown = known.filter(hasPi);
    if (unnamed.length > 0 || (piKnown.length > 0 && consent.length === 0)) {
      const pi = unnamed.filter(hasPi);
      const ids = unnamed.filter((fact) => !hasPi(fact));
      const message = joined([
        pi.length > 0
          ? text(
              `个人信息发往 ${receiversWords(pi).zh}，对方是受托处理者还是接收方、隐私政策是否写明，从外部看不出`,
              `personal information went to ${receiversWords(pi).en}; processor or recipient, and whether the policy names it, cannot be seen from outside`,
            )
          : null,
        ids.length > 0
          ? text(
              `设备或用户标识发往 ${receiversWords(ids).zh}，读到的文字中未见其名称`,
              `device or user identifiers went to ${receiversWords(ids).en}, whose name was not found in what was read`,
            )
          : null,
        piKnown.length > 0 && consent.length === 0
          ? text(
              `个人信息发往隐私政策写明的 ${receiversWords(piKnown).zh}，但未见单独同意`,
              `personal information went to ${receiversWords(piKnown).en}, named in the policy, but no separate consent was seen`,
            )
          : null,
      ]);
      return cannotTell(message, [...unnamed, ...piKnown], OFFICER);
    }
    if (known.length > 0)
      return pass(
        text(
          `外发数据的接收方 ${receiversWords(known).zh} 已在隐私政策或弹窗中写明。`,
          `The receivers of outgoing data, ${receiversWords(known).en}, are named in the policy or a dialog.`,
        ),
        [...known, ...consent],
      );
    return notMet(
      facts,
      context,
      text('向其他公司发送个人信息或标识的情形', 'personal information or identifiers going to another company'),
    );
  },
};

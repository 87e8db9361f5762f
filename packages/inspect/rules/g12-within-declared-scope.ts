import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule, Verdict } from './rule.ts';
import { codePlaces } from './shared/coded.ts';
import { ownTexts } from './shared/exculpation.ts';
import { piFields, tellingPi } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, shutOut, whyNotSeen } from './shared/looked.ts';
import { piPermissions } from './shared/permissions.ts';
import { categoryWords } from './shared/pi-words.ts';
import { carriesIdentifier, transfersOf } from './shared/receivers.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请把实际要求或发送的个人信息与隐私政策逐项对照，确认超出部分是否另有告知和同意。',
  'Compare what is really asked for or sent with the policy item by item, and see whether the excess was told and agreed to elsewhere.',
);

/** Different names for the same thing in policies: what is declared covers what is finer or coarser. */
const SAME: readonly (readonly PiCategory[])[] = [
  ['location-precise', 'location-fuzzy', 'location-background'],
  ['id-number', 'id-photo'],
  ['device-id', 'ip-address'],
  ['payment', 'bank-card'],
  ['plate', 'vehicle', 'vin'],
  ['name', 'nickname-avatar'],
  ['photos', 'camera'],
];

const covers = (declared: ReadonlySet<PiCategory>, category: PiCategory): boolean =>
  declared.has(category) || SAME.some((group) => group.includes(category) && group.some((like) => declared.has(like)));

/** What a fact collects; marks of a visitor count as marks of the device when they leave for somebody else. */
const kindsOf = (fact: Fact): readonly PiCategory[] =>
  fact.type === 'transfer' && carriesIdentifier(fact) && fact.party?.role !== 'first'
    ? [...new Set<PiCategory>([...tellingPi(fact), 'device-id'])]
    : tellingPi(fact);

const collected = (facts: FactView): readonly Fact[] => [
  ...piFields(facts),
  ...piPermissions(facts),
  ...transfersOf(facts).filter((fact) => kindsOf(fact).length > 0),
  ...facts.of('collects').filter((fact) => fact.detail.reachable === 'yes'),
];

/** What is collected stays within what the policy declares. A difference is only ever a question to a person. */
export const g12: Rule = {
  requirement: 'G12',
  kinds: SCREENS,
  needs: ['field', 'permission', 'transfer', 'collects', 'declaration', 'policy-clause', 'policy-text'],
  judge(facts, context) {
    const declarations = byDeclaration(facts);
    if (declarations?.outcome === 'fail') return declarations;
    const clauses = facts.of('policy-clause').filter((clause) => clause.pi.length > 0);
    const declared = new Set(clauses.flatMap((clause) => [...clause.pi]));
    const seen = collected(facts);
    if (seen.length === 0 && lookedEnough(facts, context) && shutOut(facts).length === 0)
      return pass(
        text(
          '走过的页面没有要求或发送个人信息，不存在超出声明范围的收集。',
          'The pages walked asked for and sent no personal information, so nothing goes beyond what is declared.',
        ),
      );
    if (declarations) return declarations;
    if (ownTexts(facts).length === 0 || declared.size === 0 || seen.length === 0) {
      const why =
        seen.length === 0
          ? text('没有见到要求或发送个人信息', 'no personal information was seen asked for or sent')
          : ownTexts(facts).length === 0
            ? text('没有读到隐私政策正文', 'no policy text was read')
            : text('隐私政策中没有读出个人信息种类', 'no kinds of personal information could be read from the policy');
      const more =
        facts.of('limit').length > 0 ? text(`；${whyNotSeen(facts, context).zh}`, `; ${whyNotSeen(facts, context).en}`) : text('', '');
      return cannotTell(
        text(
          `无法对照实际收集与声明范围：${why.zh}${more.zh}。`,
          `What is collected cannot be compared with what is declared: ${why.en}${more.en}.`,
        ),
        seen,
        OFFICER,
      );
    }
    const beyond = seen.filter((fact) => kindsOf(fact).some((category) => !covers(declared, category)));
    if (beyond.length > 0) {
      const categories = [...new Set(beyond.flatMap((fact) => kindsOf(fact).filter((category) => !covers(declared, category))))];
      const what = list(categories.map(categoryWords));
      return cannotTell(
        text(
          `页面要求或发送了${what.zh}，读到的隐私政策中未见这些种类。`,
          `The page asks for or sends ${what.en}, which was not found in the policy read.`,
        ),
        [...beyond, ...clauses],
        OFFICER,
      );
    }
    return pass(
      text(
        '所见要求或发送的个人信息种类都在隐私政策声明之内。',
        'Every kind of personal information seen asked for or sent is declared in the policy.',
      ),
      [...seen, ...clauses],
    );
  },
};

/**
 * The list given to the platform is what the platform shows to the consumer: what code takes beyond it was not told to anybody.
 * What the configuration leaves out the platform does not hand over at all; what is declared and never used is a question to the operator.
 */
function byDeclaration(facts: FactView): Verdict | null {
  const of = (state: string) => facts.of('declaration').filter(({ detail }) => detail.state === state);
  const missing = of('missing');
  const beyond = missing.filter(({ detail }) => detail.source === 'platform-list');
  const keys = (declarations: readonly Fact<'declaration'>[]) =>
    list(
      distinct(
        declarations.map(({ detail }) => (detail.source === 'policy' ? categoryWords(detail.key as PiCategory) : quote(detail.key, 40))),
      ),
      6,
    );
  if (beyond.length > 0) {
    const where = codePlaces(beyond) ?? text('在代码中', 'in the code');
    return fail(
      text(
        `${where.zh}，程序收集了 ${keys(beyond).zh}，向平台申报的清单中没有这些项目，消费者在隐私保护指引中看不到。`,
        `The program takes ${keys(beyond).en} ${where.en}; the list given to the platform does not hold these, so the guide shown to the consumer leaves them out.`,
      ),
      beyond,
      OFFICER,
    );
  }
  const spare = of('unused');
  const samples = of('sample').filter(({ detail }) => detail.source === 'platform-list');
  const doubt = [...missing, ...spare, ...samples];
  if (doubt.length === 0) return null;
  const parts = [
    missing.length > 0
      ? text(`代码使用了 ${keys(missing).zh}，配置没有声明`, `the code uses ${keys(missing).en}, which the configuration does not declare`)
      : null,
    spare.length > 0
      ? text(`声明了 ${keys(spare).zh}，读到的代码没有使用`, `${keys(spare).en} is declared, but nothing in the code read uses it`)
      : null,
    samples.length > 0
      ? text(`${keys(samples).zh} 的用途说明是示例文字`, `the purpose told for ${keys(samples).en} is a sample sentence`)
      : null,
  ].filter((part) => part !== null);
  return cannotTell(text(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`), doubt, OFFICER);
}

import type { Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail, pass } from '../verdict.ts';
import { notMet } from './absent.ts';
import { consentsAbout, GUARDIAN } from './apart.ts';
import { seenIn } from './arms.ts';
import { clausesOf, elementVerdict, isMissing } from './clauses.ts';
import { ownTexts, policyLinks } from './exculpation.ts';
import { fieldWords, piFields } from './fields.ts';
import { isScene } from './necessary.ts';
import { promptsOf } from './prompts.ts';
import { distinct, list, quote, text } from './text.ts';

/** Fields that ask for data of a child. */
export const childFields = (facts: FactView): readonly Fact<'field'>[] =>
  piFields(facts).filter((field) => field.detail.subject === 'child' || field.pi.includes('minor'));

/** Steps or boxes by which a guardian consents; a box ticked in advance is none. */
export const guardianSteps = (facts: FactView): readonly Fact[] => [
  ...new Set([...consentsAbout(facts, GUARDIAN).apart, ...promptsOf(facts, 'guardian')]),
];

/** "We do not collect data of children" is no rule for the children whose data are asked for. */
const DENIES = /不(会)?(主动|故意|直接)?(收集|处理|面向|向)[^。；]{0,14}(儿童|未成年|十四|14)|(不面向|不适用于)[^。；]{0,8}(儿童|未成年)/;
/** "… not without a guardian's consent" is a rule all the same; "come with your parents" is none. */
const ASKS_GUARDIAN =
  /(经|取得|征得|获得|得到)[^。；]{0,12}(监护人|父母|家长)[^。；]{0,10}(同意|许可|授权)|(监护人|父母|家长)[^。；]{0,6}(单独|明示)?(同意|许可|授权)|(guardian|parent)[^.;]{0,20}consent|consent[^.;]{0,20}(guardian|parent)/i;
const denies = (words: string): boolean => DENIES.test(words) && !ASKS_GUARDIAN.test(words);
const isRule = ({ detail, label }: Fact<'policy-clause'>): boolean =>
  detail.verdict === 'by-link' || (detail.verdict === 'present' && !denies(label));

/** Rules for children, as a text, a link that works, or a part of the policy. */
export const childRules = (facts: FactView): readonly Fact[] => [
  ...ownTexts(facts, 'children-rule'),
  ...policyLinks(facts, 'children-rule').filter(({ detail }) => detail.reached !== 'no'),
  ...clausesOf(facts, 'children-rule').filter(isRule),
];

/** Keeps everybody under age out, so it addresses no child: alcohol, tobacco, lottery tickets. */
const forAdults = (words: string): boolean =>
  /(18|十八)\s*(周?岁|\+|or older|years)|成年人|未成年人(禁止|不得)/i.test(words) && !/14|十四|监护人|家长|儿童/.test(words);

export const childWords = (fields: readonly Fact<'field'>[]): Text =>
  list(distinct(fields.map((field) => quote(fieldWords(field), 16))), 4);

/**
 * Guardian's consent and rules of their own for children under fourteen. Fails where the scene is about children, their data are asked for,
 * and a demand was looked for where it must stand and not found; elsewhere the age is open and nobody is accused.
 */
export function judgeChildren(facts: FactView, context: JudgeContext, officer: Text): Verdict {
  const fields = childFields(facts);
  const steps = guardianSteps(facts);
  const rules = childRules(facts);
  if (fields.length === 0) {
    const age = promptsOf(facts, 'age-gate', 'guardian').filter((prompt) => !forAdults(prompt.detail.text));
    if (age.length > 0) {
      return cannotTell(
        text(
          '出现年龄或监护人提示，但没有看到填写儿童信息的地方，是否面向儿童须人工判断。',
          'An age or guardian prompt came up, but no place to give data of a child was met; whether children are addressed needs a person.',
        ),
        age,
        officer,
      );
    }
    return notMet(facts, context, text('收集儿童个人信息的情形', 'collection of data of children'));
  }
  const told = clausesOf(facts, 'children-rule').filter(({ detail }) => detail.verdict === 'present');
  const denied = told.length > 0 && told.every(({ label }) => denies(label));
  const searched =
    ownTexts(facts).length > 0 ? denied || isMissing(elementVerdict(facts, 'children-rule')) : policyLinks(facts).length === 0;
  const noRule = rules.length === 0 && searched;
  const aboutChildren = isScene(context, 'S3') || isScene(context, 'S11');
  const asked = fields.filter(({ detail }) => !detail.markedOptional && detail.required !== 'no');
  if (aboutChildren && asked.length > 0 && noRule) {
    const where = seenIn(asked, context);
    const what = childWords(asked);
    const step = steps.length === 0 ? text('，也未见监护人同意的环节或勾选', ', nor a step or box for a guardian’s consent') : text('', '');
    return fail(
      text(
        `${where.zh}，页面收集孩子的信息（${what.zh}），未见专门的儿童个人信息处理规则${step.zh}。`,
        `${where.en}, data of a child are asked for (${what.en}), and no rules of their own for children were met${step.en}.`,
      ),
      asked,
      officer,
    );
  }
  if (steps.length > 0 && rules.length > 0) {
    return pass(
      text(
        '收集孩子信息之处有监护人同意，并公布了专门规则（同意是否真实须查记录）。',
        'Where data of a child are asked for a guardian consents, and rules of their own are published (records must show the consent is real).',
      ),
      [...fields, ...steps, ...rules],
      officer,
    );
  }
  const what = childWords(fields);
  const open = !aboutChildren
    ? text('是否涉及不满十四周岁儿童看不出', 'whether children under fourteen are concerned cannot be seen')
    : rules.length > 0
      ? text(
          '公布了儿童规则，但未见单独的监护人同意，由家长填写并同意是否足够须人工判断',
          'rules for children are published, but no separate guardian’s consent was met, and whether a parent’s filling in and agreeing is enough needs a person',
        )
      : ownTexts(facts).length > 0
        ? text(
            '隐私政策提到未成年人，是否构成专门规则读不准',
            'the policy mentions minors, and whether that makes rules of their own could not be read with certainty',
          )
        : text('专门规则可能在没有读到的隐私政策中', 'the rules for children may stand in the policy, which was not read');
  return cannotTell(
    text(`页面可以填写孩子的信息（${what.zh}），${open.zh}。`, `Data of a child can be given (${what.en}); ${open.en}.`),
    [...fields, ...steps, ...rules],
    officer,
  );
}

import type { Rule } from './rule.ts';
import { clausesOf, elementVerdict, isMissing, isThere, OWED_ELEMENTS } from './shared/clauses.ts';
import { otherController } from './shared/controller.ts';
import { ownTexts } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { whyNotSeen } from './shared/looked.ts';
import { list, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OWED = OWED_ELEMENTS.map(({ id }) => id);
const words = (elements: readonly string[]) =>
  list(
    OWED_ELEMENTS.filter(({ id }) => elements.includes(id)).map(({ label }) => label),
    8,
  );

/** A contact that answers serves as the channel for requests too. */
const SERVED_BY: Readonly<Record<string, string>> = { 'rights-channel': 'controller-contact' };

/** The policy names who processes what, why, how, how long, and how to use one's rights. */
export const g05: Rule = {
  requirement: 'G05',
  kinds: SCREENS_AND_TEXTS,
  needs: ['policy-text', 'policy-clause', 'operator'],
  judge(facts, context) {
    const texts = ownTexts(facts);
    const clauses = clausesOf(facts, ...OWED);
    if (texts.length === 0 || clauses.length === 0) {
      const why = whyNotSeen(facts, context);
      return cannotTell(
        text(
          `没有读到本店的隐私政策正文，无法核对内容：${why.zh}。`,
          `No text of this shop’s policy was read, so its contents cannot be checked: ${why.en}.`,
        ),
        facts.of('policy-text'),
        text('请取得隐私政策全文后再核对。', 'Obtain the full text of the policy and check it again.'),
      );
    }
    const verdicts = OWED.map((element) => ({ element, verdict: elementVerdict(facts, element) })).filter(
      ({ element }) => !(SERVED_BY[element] && isThere(elementVerdict(facts, SERVED_BY[element]))),
    );
    const missing = verdicts.filter(({ verdict }) => isMissing(verdict)).map(({ element }) => element);
    const open = verdicts.filter(({ verdict }) => verdict !== 'present' && !isMissing(verdict)).map(({ element }) => element);
    const mismatch = otherController(facts);
    const strange = mismatch ? text(`${mismatch.words.zh}。`, ` Besides, ${mismatch.words.en}.`) : text('', '');
    if (missing.length > 0) {
      const what = words(missing);
      const also =
        open.length > 0
          ? text(`另有 ${words(open).zh} 读不准或另页展示。`, ` Not certain or on another page: ${words(open).en}.`)
          : text('', '');
      return fail(
        text(`隐私政策中未见：${what.zh}。${also.zh}${strange.zh}`, `The policy does not state: ${what.en}.${also.en}${strange.en}`),
        [...texts, ...clausesOf(facts, ...missing)],
        text(
          '请通读全文及其链接的清单，确认缺少的内容确未以其他说法写明；隐私政策的真实性另行核对。',
          'Read the full text and the lists it links to, and confirm that what is missing is not said in other words; whether the text is true is a separate check.',
        ),
      );
    }
    if (open.length > 0) {
      const what = words(open);
      return cannotTell(
        text(
          `隐私政策中 ${what.zh} 读不准、前后不一或另页展示。`,
          `In the policy, ${what.en} could not be read with certainty, contradicts itself, or stands on another page.`,
        ),
        [...texts, ...clausesOf(facts, ...open)],
        text('请打开所链接的页面，人工核对这些内容。', 'Open the linked pages and check these points yourself.'),
      );
    }
    if (mismatch) {
      return cannotTell(
        text(`隐私政策内容齐全，但${mismatch.words.zh}。`, `The policy is complete, but ${mismatch.words.en}.`),
        [...texts, ...mismatch.facts.filter((fact) => !texts.some(({ id }) => id === fact.id))],
        text(
          '请核对营业执照、备案主体与隐私政策写明的处理者是否一致。',
          'Check whether the licence, the filing and the processor named in the policy agree.',
        ),
      );
    }
    return pass(
      text(
        '隐私政策写明了处理者、联系方式、目的、方式、种类、保存期限和行使权利的方式。',
        'The policy states processor, contact, purposes, methods, categories, retention and how to use one’s rights.',
      ),
      [...texts, ...clauses],
    );
  },
};

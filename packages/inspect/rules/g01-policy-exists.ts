import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { askedWords, piAsked } from './shared/asked.ts';
import { notSeenIn, seenIn } from './shared/arms.ts';
import { clausesOf, elementVerdict, isMissing } from './shared/clauses.ts';
import { otherController } from './shared/controller.ts';
import { ownTexts, policyLinks } from './shared/exculpation.ts';
import { SCREENS_AND_TEXTS } from './shared/kinds.ts';
import { lookedEnough, shutOut, upTo, whyNotSeen } from './shared/looked.ts';
import { promptsOf, unclearPrompts } from './shared/prompts.ts';
import { quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const CORE = ['purposes', 'methods', 'categories'];

/** Below this many characters a "policy" may be a page that did not finish loading. Our own line. */
const SHORTEST = 20;

const OFFICER = text(
  '请在首页、登录页、注册页、“我的”页逐一查找隐私政策入口，记录查找路径并截图。',
  'Look for the policy on the home, log-in, registration and account pages one by one; record the path searched and take pictures.',
);

/** An address of its own that our reader tried and that gave no text; script links and files may only be beyond our reader. */
const isDead = ({ detail }: Fact<'policy-link'>): boolean =>
  detail.reached === 'no' && detail.href !== '' && !/^(#|javascript:)|\.(pdf|docx?)([?#]|$)/i.test(detail.href);

/** A privacy policy exists and says what is collected, why and how. */
export const g01: Rule = {
  requirement: 'G01',
  kinds: SCREENS_AND_TEXTS,
  needs: ['policy-text', 'policy-link', 'operator', 'policy-clause', 'field', 'permission', 'prompt', 'function-reached', 'limit'],
  judge(facts, context) {
    const texts = ownTexts(facts);
    const read = texts.filter((policy) => policy.detail.length >= SHORTEST);
    if (read.length > 0) {
      const verdicts = CORE.map((element) => elementVerdict(facts, element));
      const clauses = clausesOf(facts, ...CORE);
      if (verdicts.every(isMissing)) {
        return fail(
          text(
            `读到隐私政策 ${quote(read[0]?.label ?? '').zh}，但其中没有收集使用规则：处理目的、处理方式、个人信息种类均未写明。`,
            `A privacy policy ${quote(read[0]?.label ?? '').en} was read, but it holds no rules of collection: purposes, methods and categories are all missing.`,
          ),
          [...read, ...clauses],
          text(
            '请通读该文本，确认是否确无收集使用规则，或规则另页展示。',
            'Read the whole text and check whether the rules are really missing or stand on another page.',
          ),
        );
      }
      const mismatch = otherController(facts);
      if (mismatch) {
        return cannotTell(
          text(`有隐私政策，但${mismatch.words.zh}。`, `A privacy policy exists, but ${mismatch.words.en}.`),
          [...read, ...mismatch.facts.filter((fact) => !read.some(({ id }) => id === fact.id))],
          OFFICER,
        );
      }
      if (verdicts.some((verdict) => verdict === 'present')) {
        return pass(text('有隐私政策，且写有收集使用规则。', 'A privacy policy exists and holds rules of collection and use.'), [
          ...read,
          ...clauses,
        ]);
      }
      return cannotTell(
        text(
          '有隐私政策，但其收集使用规则读不准或另页展示。',
          'A privacy policy exists, but its rules of collection could not be read or stand behind a further link.',
        ),
        [...read, ...clauses],
        OFFICER,
      );
    }

    const links = policyLinks(facts);
    const foreign = facts.of('policy-text').filter(({ detail }) => detail.document === 'privacy-policy' && detail.foreign === 'yes');
    const asked = piAsked(facts);
    const dead = links.filter(isDead);
    const gone = dead.length === links.length ? dead.find(({ detail }) => detail.status === 404 || detail.status === 410) : undefined;
    // A dialog that asks to agree to a text nobody can read asks for something, too.
    const relying = gone ? promptsOf(facts, 'consent').filter(({ detail }) => detail.purposes.includes('privacy-policy')) : [];
    if (
      links.length > 0 &&
      dead.length === links.length &&
      texts.length + foreign.length === 0 &&
      asked.length + relying.length > 0 &&
      context.arms.length >= 2 &&
      shutOut(facts).length === 0
    ) {
      const where = seenIn(dead, context);
      const what =
        asked.length > 0
          ? text(`要求提供 ${askedWords(asked).zh}`, `asks for ${askedWords(asked).en}`)
          : text('要求同意该政策', 'asks for agreement to it');
      const answers = gone
        ? text(`返回 ${gone.detail.status}，没有正文`, `answers ${gone.detail.status} and holds no text`)
        : text('打不开或打开后没有正文', 'does not open or opens without a text');
      return fail(
        text(
          `${where.zh}，隐私政策的链接${answers.zh}，而页面${what.zh}。`,
          `${where.en}, the link to the privacy policy ${answers.en}, while the page ${what.en}.`,
        ),
        [...dead, ...asked, ...relying],
        text(
          '请在真机上用不同网络再次打开该链接，确认确实无法读到正文，并截图。',
          'Open the link again on a real phone over another network, confirm that no text can be read, and take a picture.',
        ),
      );
    }
    if (texts.length > 0 || links.length > 0 || foreign.length > 0) {
      const why =
        foreign.length > 0
          ? text('读到的隐私政策属于其他公司', 'the policy behind it belongs to another company')
          : texts.length > 0
            ? text('打开后几乎没有文字，可能未加载完成', 'the page behind it held hardly any words and may not have finished loading')
            : gone
              ? text(`有入口，但链接返回 ${gone.detail.status}`, `there is a link, but it answers ${gone.detail.status}`)
              : text('有入口，但未能读到正文', 'there is a link, but the text could not be read');
      return cannotTell(text(`隐私政策：${why.zh}。`, `Privacy policy: ${why.en}.`), [...texts, ...links, ...foreign], OFFICER);
    }

    const formSeen = asked.some((fact) => fact.type === 'field' || fact.type === 'prompt');
    const hidden = facts.of('limit').length > 0 || unclearPrompts(facts).length > 0 || facts.of('policy-clause').length > 0;
    // Code alone cannot show absence: platforms host policies outside the package.
    const walked = facts.of('function-reached').length > 0 && context.arms.length >= 2;
    if (asked.length > 0 && walked && !hidden && (lookedEnough(facts, context) || formSeen)) {
      const where = notSeenIn(context);
      const what = askedWords(asked);
      return fail(
        text(
          `${where.zh}，走过的页面上均未找到隐私政策入口，而页面要求提供 ${what.zh}。`,
          `No way to a privacy policy was found on the pages walked ${where.en}, while ${what.en} is asked for.`,
        ),
        asked,
        OFFICER,
      );
    }
    if (asked.length === 0 && lookedEnough(facts, context) && !hidden) {
      return pass(
        text(
          `${upTo(facts).zh}未见要求提供个人信息，也未见隐私政策入口。`,
          `No personal information was asked for ${upTo(facts).en}; no policy link was seen either.`,
        ),
      );
    }
    const why = whyNotSeen(facts, context);
    return cannotTell(
      text(
        `未见隐私政策入口，但不能据此认定没有：${why.zh}。`,
        `No way to a privacy policy was seen, which does not mean there is none: ${why.en}.`,
      ),
      asked,
      OFFICER,
    );
  },
};

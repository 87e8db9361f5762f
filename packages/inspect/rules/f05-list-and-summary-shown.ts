import type { Rule } from './rule.ts';
import { piAsked } from './shared/asked.ts';
import { clausesOf, elementVerdict, isMissing, isThere } from './shared/clauses.ts';
import { ownTexts, policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { lookedEnough, shutOut, whyNotSeen } from './shared/looked.ts';
import { isReadable, promptsOf } from './shared/prompts.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在首页、租借页和设置中查找个人信息收集清单和隐私政策摘要，并记录查找路径。',
  'Look on the first page, the rental page and in the settings for the list of what is collected and the summary of the policy, and record the path searched.',
);

/** The list of what is collected and a summary of the policy are shown. */
export const f05: Rule = {
  requirement: 'F05',
  kinds: SCREENS,
  needs: ['policy-link', 'policy-text', 'policy-clause', 'prompt', 'function-reached', 'limit'],
  judge(facts, context) {
    const lists = [
      ...policyLinks(facts, 'collection-list').filter(({ detail }) => detail.reached !== 'no'),
      ...ownTexts(facts, 'collection-list'),
    ];
    const clauses = clausesOf(facts, 'collection-list');
    const verdict = elementVerdict(facts, 'collection-list');
    const summary = [
      ...policyLinks(facts).filter(({ detail }) => detail.reached !== 'no'),
      ...promptsOf(facts, 'consent', 'notice').filter((prompt) => isReadable(prompt) && /隐私|个人信息|privacy/i.test(prompt.detail.text)),
    ];
    const listed = lists.length > 0 || isThere(verdict) || verdict === 'by-link';
    if (listed && summary.length > 0) {
      return pass(
        text('展示了个人信息收集清单和隐私政策。', 'The list of what is collected and the policy are shown.'),
        [...lists, ...clauses, ...summary].filter((fact, at, all) => all.indexOf(fact) === at),
      );
    }
    const asked = piAsked(facts);
    const read = ownTexts(facts);
    const searched =
      shutOut(facts).length === 0 && (lookedEnough(facts, context) || asked.length > 0) && facts.of('function-reached').length > 0;
    if (!listed && searched && asked.length > 0 && (isMissing(verdict) || (read.length === 0 && summary.length === 0))) {
      const rest = summary.length === 0 ? text('，也没有隐私政策或其摘要', ', nor the policy or a summary of it') : text('', '');
      return fail(
        text(
          `页面要求提供个人信息，走过的页面和读到的政策中没有个人信息收集清单${rest.zh}。`,
          `The page asks for personal information, and neither the pages walked nor the policy read carry a list of what is collected${rest.en}.`,
        ),
        [...asked, ...clauses, ...read],
        OFFICER,
      );
    }
    if (asked.length === 0 && lookedEnough(facts, context)) {
      return pass(
        text('走到租借为止没有要求提供个人信息。', 'Up to the rental no personal information was asked for.'),
        facts.of('function-reached'),
        OFFICER,
      );
    }
    const why = listed
      ? text('有收集清单，没有看到政策摘要', 'there is a list, but no summary of the policy was seen')
      : summary.length > 0 && read.length === 0
        ? text(
            '有隐私政策链接，但没有读到全文，清单可能在其中',
            'there is a link to the policy, which was not read; the list may stand in it',
          )
        : whyNotSeen(facts, context);
    return cannotTell(
      text(`收集清单和政策摘要是否齐备没有定论：${why.zh}。`, `Whether list and summary are both shown was not settled: ${why.en}.`),
      [...lists, ...clauses, ...summary],
      OFFICER,
    );
  },
};

import type { Fact } from '../facts/fact.ts';
import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { consentsAbout, PASSING_ON } from './shared/apart.ts';
import { seenIn } from './shared/arms.ts';
import { namedRecipients } from './shared/clauses.ts';
import { policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { sawConsentAsked, shutOut } from './shared/looked.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请核对授权文本列明了哪些接收方、能否逐个选择，并以测试资料比对实际流向；合作机构的角色凭合同认定。',
  'Check which recipients the authorisation names, whether each can be chosen, and compare with the actual flow; contracts show the role of each partner.',
);
/** A whole class of recipients in one word. */
const ALL =
  /(全部|所有|各|任一|任何)(家)?(合作)?(的)?[^。；，]{0,6}(机构|方|伙伴|银行|平台)|(合作|关联)[^。；，]{0,8}(机构|伙伴|银行|金融机构|方)等?/;
/** However many are named, the list stays open. */
const OPEN_END = /包括但不限于|(全部|所有|任何)[^。；，]{0,4}(合作|第三方|关联)/;
/** A recipient by its own name; kinds of companies ("insurers, lenders") name nobody. */
const COMPANY = /有限(责任)?公司|股份公司|银行(?!等)[^。；，、]{0,4}(支行|分行|股份)|《[^《》]*(清单|名单|列表)[^《》]*》/;

/** Applications are passed on to lenders that are named, with a consent of its own. */
export const d04: Rule = {
  requirement: 'D04',
  kinds: SCREENS,
  needs: ['tick-box', 'prompt', 'policy-link', 'policy-clause', 'function-reached'],
  judge(facts, context) {
    const { apart, bundled } = consentsAbout(facts, PASSING_ON);
    const lists = policyLinks(facts, 'sharing-list').filter(({ detail }) => detail.reached !== 'no');
    const wordsOf = (fact: Fact): string => (fact.type === 'prompt' ? fact.detail.text : fact.label);
    const isBlank = (fact: Fact): boolean => ALL.test(wordsOf(fact)) && (OPEN_END.test(wordsOf(fact)) || !COMPANY.test(wordsOf(fact)));
    const isAll = (fact: Fact): boolean => /全部|所有|任何|任一/.test(ALL.exec(wordsOf(fact))?.[0] ?? '');
    // An inclusive list beside the box may name them; "all partners" in one tick with other agreements stays what it is.
    const bad = [...bundled.filter((fact) => isBlank(fact)), ...apart.filter((fact) => isBlank(fact) && isAll(fact) && lists.length === 0)];
    if (bad.length > 0) {
      const where = seenIn(bad, context);
      const words = list(distinct(bad.map((fact) => quote(ALL.exec(wordsOf(fact))?.[0] ?? wordsOf(fact), 30))), 3);
      return fail(
        text(
          `${where.zh}，一次同意即允许把信息提供给没有列明名称的${words.zh}。`,
          `${where.en}, one consent lets the data go to recipients that are not named: ${words.en}.`,
        ),
        bad,
        OFFICER,
      );
    }
    const doubt = [...bundled, ...apart.filter(isBlank)];
    if (doubt.length > 0) {
      return cannotTell(
        text(
          '同意涉及合作机构，接收方是否逐一列明、能否分别选择须人工判断。',
          'The consent touches partners; whether each is named and can be chosen apart needs a person.',
        ),
        [...doubt, ...lists],
        OFFICER,
      );
    }
    if (apart.length > 0) {
      const named = namedRecipients(facts).length > 0 || lists.length > 0 || apart.some((fact) => COMPANY.test(wordsOf(fact)));
      return named
        ? pass(text('对外提供另有单独的同意，并列明了接收方。', 'Passing on has a consent of its own, and the recipients are named.'), [
            ...apart,
            ...lists,
          ])
        : cannotTell(
            text(
              '对外提供有单独的同意，但没有读到接收方名称。',
              'Passing on has a consent of its own, but no name of a recipient was read.',
            ),
            apart,
            OFFICER,
          );
    }
    return notMet(facts, context, text('一次勾选同意全部合作机构的情形', 'single tick for all partners'), {
      enough: sawConsentAsked(facts) && shutOut(facts).length === 0,
    });
  },
};

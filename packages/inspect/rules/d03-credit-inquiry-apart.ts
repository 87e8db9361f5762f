import type { Rule } from './rule.ts';
import { consentsAbout, CREDIT } from './shared/apart.ts';
import { seenIn } from './shared/arms.ts';
import { ownTexts, policyLinks } from './shared/exculpation.ts';
import { SCREENS } from './shared/kinds.ts';
import { list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请调取征信查询授权书，核对是否单独签署、是否约定用途和次数，并与实际查询记录比对。',
  'Obtain the authorisation for the credit inquiry, check that it was given apart and states use and number, and compare it with the inquiries made.',
);

/** A credit inquiry has a written consent of its own that states the use. */
export const d03: Rule = {
  requirement: 'D03',
  kinds: SCREENS,
  needs: ['tick-box', 'prompt', 'policy-link', 'policy-text'],
  judge(facts, context) {
    const { apart, bundled } = consentsAbout(facts, CREDIT);
    const documents = [...policyLinks(facts, 'credit-authorisation'), ...ownTexts(facts, 'credit-authorisation')];
    if (bundled.length > 0) {
      const where = seenIn(bundled, context);
      const words = list(
        bundled.map((fact) => quote(fact.type === 'prompt' ? fact.detail.text : fact.label, 40)),
        2,
      );
      return fail(
        text(
          `${where.zh}，征信查询的授权与其他协议合在一次同意里，或者已预先勾选：${words.zh}。`,
          `${where.en}, the authorisation for a credit inquiry is part of one consent with other agreements or ticked in advance: ${words.en}.`,
        ),
        bundled,
        OFFICER,
      );
    }
    if (apart.length > 0) {
      return pass(
        text(
          '征信查询有单独的授权勾选或提示（用途和实际查询须查资料）。',
          'The credit inquiry has a box or notice of its own (use and actual inquiries must be seen from documents).',
        ),
        [...apart, ...documents],
        OFFICER,
      );
    }
    return cannotTell(
      documents.length > 0
        ? text(
            '有征信授权文件，但没有看到同意它的环节（可能在提交之后）。',
            'There is a text of authorisation, but the step that agrees to it was not met (it may come after sending).',
          )
        : text(
            '走过的页面没有提到征信查询；是否查询、有无书面同意须查资料。',
            'The pages walked do not mention a credit inquiry; whether one is made and consented to in writing must be seen from documents.',
          ),
      documents,
      OFFICER,
    );
  },
};

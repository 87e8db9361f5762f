import type { Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { childFields, childWords, guardianSteps } from './shared/children.ts';
import { piFields } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { stepOf } from './shared/necessary.ts';
import { text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请收集线上留资表单和线下登记表，列出关于孩子的字段，调取家长同意的记录，核对同意是否在填写之前取得。',
  'Collect the online and paper lead forms, list the fields about the child, obtain the records of parents’ consent, and check that it came before the filling in.',
);

/** Before formal enrolment nothing about the child is collected without a parent's consent. */
export const c01: Rule = {
  requirement: 'C01',
  kinds: SCREENS,
  needs: ['field', 'tick-box', 'prompt', 'function-reached'],
  judge(facts, context) {
    const about = childFields(facts).map((field) => ({ field, step: stepOf(field, context) }));
    const early = about.filter(({ step }) => step === 'before-enrolment').map(({ field }) => field);
    const unplaced = about.filter(({ step }) => step === null).map(({ field }) => field);
    const asked = early.filter(({ detail }) => !detail.markedOptional);
    const steps = guardianSteps(facts);
    if (asked.length > 0 && steps.length === 0) {
      const where = seenIn(asked, context);
      const what = childWords(asked);
      const form = asked[0]?.detail.form ?? '';
      return fail(
        text(
          `${where.zh}，正式报名之前的“${form}”表单要求填写孩子的信息（${what.zh}），未见家长同意的环节或勾选。`,
          `${where.en}, the form "${form}" ahead of enrolment asks for data of the child (${what.en}), and no step or box for a parent’s consent was met.`,
        ),
        asked,
        OFFICER,
      );
    }
    if (early.length > 0) {
      const what = childWords(early);
      const why =
        asked.length === 0
          ? text('标为选填，是否事先取得家长同意看不出', 'marked optional; whether a parent consented beforehand cannot be seen')
          : text(
              '有监护人同意的环节，是否在填写之前取得须查记录',
              'a guardian’s consent is asked for; records must show that it came before the filling in',
            );
      return cannotTell(
        text(
          `报名前的表单可以填写孩子的信息（${what.zh}）：${why.zh}。`,
          `A form ahead of enrolment takes data of the child (${what.en}): ${why.en}.`,
        ),
        [...early, ...steps],
        OFFICER,
      );
    }
    if (unplaced.length > 0) {
      const what = childWords(unplaced);
      return cannotTell(
        text(
          `表单要求填写孩子的信息（${what.zh}），属于报名前还是正式报名看不出。`,
          `A form asks for data of the child (${what.en}); whether ahead of or at enrolment cannot be seen.`,
        ),
        unplaced,
        OFFICER,
      );
    }
    const lead = piFields(facts).filter((field) => stepOf(field, context) === 'before-enrolment');
    if (lead.length > 0)
      return pass(text('报名前的表单没有要求填写孩子的信息。', 'The form ahead of enrolment asks for nothing of the child.'), lead);
    return notMet(facts, context, text('报名前收集孩子信息的表单', 'form ahead of enrolment that takes data of the child'));
  },
};

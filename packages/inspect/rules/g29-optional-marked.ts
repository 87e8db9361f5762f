import type { Fact } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { seenIn } from './shared/arms.ts';
import { childFields, guardianSteps } from './shared/children.ts';
import { isCoded } from './shared/coded.ts';
import { fieldWords, isSideForm, piFields, tellingPi } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { isBeyondNeed, necessityAt, stepOf } from './shared/necessary.ts';
import { distinct, list, quote, text } from './shared/text.ts';
import { cannotTell, fail, pass } from './verdict.ts';

const OFFICER = text(
  '请在真机上不填该项走到最后一步（不提交），确认它实际是否必填，以及页面有无“选填”字样。',
  'On a real phone leave the field empty up to the last step (without sending) and see whether it is really required and whether the page says "optional".',
);

/** Other fields of the form carry a mark for "required", so a bare one reads as optional. */
const byContrast = (facts: FactView, field: Fact<'field'>): boolean =>
  facts
    .of('field')
    .some(
      (other) =>
        other.id !== field.id &&
        other.detail.form === field.detail.form &&
        (other.detail.requiredBy === 'mark' || other.detail.requiredBy === 'words'),
    );

/** The one thing a form asks for, its purpose told beside it: whoever does not want that does not send the form. */
const isWhatFormIsFor = (facts: FactView, field: Fact<'field'>): boolean =>
  field.detail.purposeText !== null &&
  piFields(facts).every(({ id, detail }) => id === field.id || detail.form !== field.detail.form || detail.step !== field.detail.step);

const words = (fields: readonly Fact<'field'>[]) => list(distinct(fields.map((field) => quote(fieldWords(field), 16))));

/** Fields that need not be filled in say so. */
export const g29: Rule = {
  requirement: 'G29',
  kinds: SCREENS,
  needs: ['field', 'tick-box', 'prompt', 'function-reached'],
  judge(facts, context) {
    // A button that asks on a press is no blank to fill in.
    const fields = piFields(facts).filter(({ detail }) => detail.control !== 'one-tap');
    const agreed: readonly Fact[] = guardianSteps(facts).length > 0 ? childFields(facts) : [];
    const lied = fields.filter(
      ({ detail }) =>
        detail.markedOptional &&
        detail.required === 'yes' &&
        (detail.requiredBy === 'validation' || detail.requiredBy === 'program' || detail.requiredBy === 'attribute'),
    );
    const spare = fields.filter(
      (field) =>
        tellingPi(field).every((category) => isBeyondNeed(category, context, stepOf(field, context))) &&
        !field.detail.markedOptional &&
        field.detail.required !== 'yes',
    );
    const bare = spare.filter(
      (field) =>
        !isCoded(field) && !byContrast(facts, field) && !isSideForm(field) && !agreed.includes(field) && !isWhatFormIsFor(facts, field),
    );
    if (lied.length > 0) {
      const where = seenIn(lied, context);
      return fail(
        text(
          `${where.zh}，${words(lied).zh} 标为选填，但程序要求必须填写。`,
          `${where.en}, ${words(lied).en} is marked optional, yet the program demands it.`,
        ),
        lied,
        OFFICER,
      );
    }
    if (bare.length > 0) {
      const where = seenIn(bare, context);
      return fail(
        text(
          `${where.zh}，${words(bare).zh} 不是本场景基本功能所必需，页面没有标明选填。`,
          `${where.en}, ${words(bare).en} is not needed for the basic function of this scene, and the page does not mark it optional.`,
        ),
        bare,
        OFFICER,
      );
    }
    const open = fields.filter(
      (field) =>
        !field.detail.markedOptional &&
        field.detail.required !== 'yes' &&
        tellingPi(field).some((category) => necessityAt(field, category, context) === 'cannot-tell'),
    );
    const side = spare.filter((field) => isCoded(field) || isSideForm(field) || isWhatFormIsFor(facts, field));
    const forced = fields.filter(
      (field) =>
        field.detail.required === 'yes' && tellingPi(field).every((category) => isBeyondNeed(category, context, stepOf(field, context))),
    );
    const child = spare.filter((field) => agreed.includes(field) && !isSideForm(field));
    const doubt = [...open, ...side, ...forced, ...child];
    if (doubt.length > 0) {
      const why =
        forced.length > 0
          ? text(
              '按清单可以不填，页面却标为必填（是否相关见 G20）',
              'need not be given by the lists but is marked required (whether it is related, see G20)',
            )
          : child.length > 0
            ? text(
                '是孩子的信息，设有监护人同意，没有标明可以不填',
                'is data of a child with a guardian’s consent, and nothing says that it may be left out',
              )
            : side.length > 0
              ? text(
                  '属于会员、活动等附加功能或者专为此项而填的表单，必填与否没有标明',
                  'belongs to an extra function such as membership or is all its form asks for, and nothing says whether it is required',
                )
              : text(
                  '必填与否没有标明，清单也没有说明是否必要',
                  'nothing says whether it is required, nor do the lists say whether it is needed',
                );
      return cannotTell(text(`${words(doubt).zh} ${why.zh}。`, `${words(doubt).en} ${why.en}.`), doubt, OFFICER);
    }
    if (fields.length > 0)
      return pass(
        text(
          '非必要的填写项标明了选填，或从标记上看得出可以不填。',
          'Fields that are not needed are marked optional or can be told from the marks on the others.',
        ),
        fields,
      );
    return notMet(facts, context, text('未标明选填的非必要填写项', 'unneeded field that is not marked optional'));
  },
};

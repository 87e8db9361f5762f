import type { NecessityVerdict, PiCategory, Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail, pass } from '../verdict.ts';
import { notMet } from './absent.ts';
import { seenIn } from './arms.ts';
import { fieldWords, isSideForm, piFields, tellingPi } from './fields.ts';
import { joined } from './join.ts';
import { necessityAt } from './necessary.ts';
import { categoryWords } from './pi-words.ts';
import { distinct, list, quote, text } from './text.ts';

/** How the fields of one step compare with the list of that step. */
export interface Comparison {
  /** The step and its list in words ("外卖下单"). */
  readonly step: Text;
  /** Fields of the step; all when left out. */
  readonly fields?: (field: Fact<'field'>) => boolean;
  /** Answer of the list; the law package's when left out. */
  readonly need?: (field: Fact<'field'>, category: PiCategory) => NecessityVerdict;
  /** The row forbids asking at all, so a field that nothing marks as optional counts even when nothing says required. */
  readonly asking?: boolean;
  /** Where the step has a form of its own that must have been met before anything is said: what was not met. */
  readonly unseen?: Text;
  /** Reason why the list may not apply (channel unknown); then nobody is accused. */
  readonly doubt?: Text | null;
  readonly officer: Text;
}

interface Ask {
  readonly fact: Fact<'field'>;
  readonly category: PiCategory;
  readonly answer: NecessityVerdict;
}

const words = (asks: readonly Ask[]): Text =>
  list(
    distinct(
      asks.map(({ fact, category }) => {
        const kind = categoryWords(category);
        const label = quote(fieldWords(fact), 16);
        return text(`${kind.zh}（${label.zh}）`, `${kind.en} (${label.en})`);
      }),
    ),
  );

/** Fails for fields that must be filled in and that the list of the step has no room for; what is optional or open is told apart. */
export function judgeBeyondList(facts: FactView, context: JudgeContext, comparison: Comparison): Verdict {
  const { step, officer } = comparison;
  const need = comparison.need ?? ((field, category) => necessityAt(field, category, context));
  const fields = piFields(facts).filter((field) => comparison.fields?.(field) ?? true);
  const asks: readonly Ask[] = fields.flatMap((fact) =>
    tellingPi(fact).map((category) => ({ fact, category, answer: need(fact, category) })),
  );
  const isHard = ({ fact }: Ask): boolean =>
    !fact.detail.markedOptional &&
    !isSideForm(fact) &&
    (fact.detail.required === 'yes' || (comparison.asking === true && fact.detail.required !== 'no'));
  const extra = asks.filter(({ answer }) => answer === 'not-necessary');
  const guilty = extra.filter(isHard);
  const doubt = comparison.doubt ?? null;
  if (guilty.length > 0 && doubt === null) {
    const used = [...new Set(guilty.map(({ fact }) => fact))];
    const where = seenIn(used, context);
    const what = words(guilty);
    const how = guilty.every(({ fact }) => fact.detail.required === 'yes')
      ? text('要求必填', 'must be given')
      : text('被要求填写且没有标明选填', 'is asked for without being marked optional');
    return fail(
      text(
        `${where.zh}，${step.zh}中 ${what.zh} ${how.zh}，不在该环节所需的个人信息之内。`,
        `${where.en}, ${what.en} ${how.en} at ${step.en}, beyond what that step needs.`,
      ),
      used,
      officer,
    );
  }
  const soft = extra.filter((ask) => !isHard(ask) && !ask.fact.detail.markedOptional && ask.fact.detail.required !== 'no');
  const pressed = asks.filter(({ fact, answer }) => answer === 'optional' && fact.detail.required === 'yes');
  const open = asks.filter(({ fact, answer }) => answer === 'cannot-tell' && !fact.detail.markedOptional && fact.detail.required !== 'no');
  const unsure = [...(doubt === null ? [] : guilty), ...soft, ...pressed, ...open];
  if (unsure.length > 0) {
    return cannotTell(
      joined([
        guilty.length > 0 && doubt !== null
          ? text(`${words(guilty).zh} 要求填写，但${doubt.zh}`, `${words(guilty).en} is asked for, but ${doubt.en}`)
          : null,
        soft.length > 0
          ? text(
              `${words(soft).zh} 不在${step.zh}所需之内，但属于入会、登录等表单，或没有标明必填`,
              `${words(soft).en} is beyond what ${step.en} needs, but stands in a form for joining or logging in, or is not marked required`,
            )
          : null,
        pressed.length > 0
          ? text(
              `${words(pressed).zh} 按清单只可选填，页面标为必填`,
              `${words(pressed).en} may only be optional by the lists and is marked required`,
            )
          : null,
        open.length > 0
          ? text(`清单没有说明 ${words(open).zh} 是否必要`, `the lists do not say whether ${words(open).en} is needed`)
          : null,
      ]),
      [...new Set(unsure.map(({ fact }) => fact))],
      officer,
    );
  }
  if (asks.length > 0) {
    return pass(
      text(
        `${step.zh}中要求填写的个人信息都在所需之内，或标明选填。`,
        `What is asked for at ${step.en} is what the step needs or is marked optional.`,
      ),
      fields,
    );
  }
  if (comparison.unseen !== undefined) {
    const { unseen } = comparison;
    return cannotTell(text(`${unseen.zh}，没有可供比对的填写项。`, `${unseen.en}, so there was nothing to compare.`), [], officer);
  }
  return notMet(facts, context, text(`${step.zh}中超出所需的填写项`, `field beyond what ${step.en} needs`));
}

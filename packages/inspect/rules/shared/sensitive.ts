import type { PiCategory, Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext, Verdict } from '../rule.ts';
import { cannotTell, fail, pass } from '../verdict.ts';
import { notMet } from './absent.ts';
import { consentsAbout, CREDIT, FACE, GUARDIAN, type Matter, SENSITIVE, TRACK } from './apart.ts';
import { seenIn } from './arms.ts';
import { clausesOf, elementVerdict, isMissing } from './clauses.ts';
import { fieldWords, piFields } from './fields.ts';
import { gatesOf, needWords } from './gates.ts';
import { isSensitive } from './pi-words.ts';
import { distinct, list, quote, sentences, text } from './text.ts';

/** A part of the sensitive data a row is about; without `categories` all that is sensitive by nature. */
export interface Sensitive {
  readonly categories?: readonly PiCategory[];
  readonly matters?: readonly Matter[];
  readonly what: Text;
  readonly officer: Text;
}

/** Words by which consent to these data may be asked apart. */
const MATTER_OF: Readonly<Partial<Record<PiCategory, Matter>>> = {
  biometric: FACE,
  credit: CREDIT,
  minor: GUARDIAN,
  'location-background': TRACK,
};

const ONLY =
  /(仅|只)(支持|能|可(?!能)|接受)[^，。；]{0,8}(人脸|刷脸)|(须|必须|需要?)(先)?(完成|进行|通过)?(人脸|刷脸)|(点击|提交|申请|继续)[^，。；]{0,12}(即|则|就)(视为|代表|表示)?(您|本人)?(同意|授权)/;
const OR_ELSE = /不提供人脸|其(他|它)方式|也可|或者?(刷卡|密码|证件|身份证|人工|前台)|房卡(或|也)/;

/** Nothing led round it, or the page itself says there is no other way. */
const isOnlyWay = ({ detail }: Fact<'gate'>): boolean => detail.refusable === 'no' || (ONLY.test(detail.how) && !OR_ELSE.test(detail.how));

const asksFace = (gate: Fact<'gate'>): boolean => gate.detail.needs === 'face';

/**
 * Sensitive data demanded without a consent of its own. Fails where it must be given and no separate tick or dialog was met,
 * or where one consent takes it along; what only comes up after sending cannot be seen and is said.
 */
export function judgeSensitive(facts: FactView, context: JudgeContext, row: Sensitive): Verdict {
  const wanted = (category: PiCategory): boolean => row.categories?.includes(category) ?? isSensitive(category);
  const fields = piFields(facts).filter((field) => field.pi.some(wanted));
  const gates = wanted('biometric') ? gatesOf(facts, 'face').filter(asksFace) : [];
  const matters = row.matters ?? [FACE, CREDIT, TRACK];
  const taken = matters.map((matter) => consentsAbout(facts, matter));
  const bundled = [...new Set(taken.flatMap((one) => one.bundled))];
  const asked: readonly Fact[] = [...fields, ...gates];
  if (asked.length === 0 && bundled.length === 0) {
    const apart = taken.flatMap((one) => one.apart);
    return notMet(facts, context, text(`要求提供${row.what.zh}的情形`, `demand for ${row.what.en}`), { seen: [...new Set(apart)] });
  }
  const covering = (fact: Fact): readonly Fact[] => {
    const own = fact.type === 'gate' ? [FACE] : fact.pi.filter(wanted).flatMap((category) => MATTER_OF[category] ?? []);
    return [SENSITIVE, ...own].flatMap((matter) => consentsAbout(facts, matter).apart);
  };
  const bare = asked.filter((fact) => covering(fact).length === 0);
  // A guardian who ticks for a child in one line with the policy has been asked; whether apart enough is for a person.
  const guardian = consentsAbout(facts, GUARDIAN).bundled.filter((fact) => fact.type !== 'tick-box' || fact.detail.initial !== 'ticked');
  const forChild = (fact: Fact): boolean =>
    guardian.length > 0 && fact.type === 'field' && fact.pi.filter(wanted).every((category) => category === 'minor');
  const hard = bare.filter((fact) =>
    forChild(fact)
      ? false
      : fact.type === 'field'
        ? fact.detail.required === 'yes' && !fact.detail.markedOptional
        : isOnlyWay(fact as Fact<'gate'>),
  );
  const notice = elementVerdict(facts, 'sensitive-notice');
  const told =
    isMissing(notice) && row.categories === undefined
      ? text('隐私政策也没有说明其必要性和影响。', 'Nor does the policy state why it is needed and how it affects the person.')
      : text('', '');
  const names = (of: readonly Fact[]): Text =>
    list(
      distinct(
        of.map((fact) => {
          if (fact.type === 'gate') return needWords(fact.detail.needs);
          return quote(fact.type === 'field' ? fieldWords(fact) : fact.label, 24);
        }),
      ),
      4,
    );
  if (hard.length > 0 || bundled.length > 0) {
    const parts = [
      hard.length > 0
        ? text(
            `${seenIn(hard, context).zh}，必须提供${row.what.zh}：${names(hard).zh}，未见单独的提示或勾选。`,
            `${seenIn(hard, context).en}, ${row.what.en} must be given: ${names(hard).en}; no separate notice or box was met.`,
          )
        : text('', ''),
      bundled.length > 0
        ? text(
            `${seenIn(bundled, context).zh}，对${row.what.zh}的同意与其他事项合在一起，或者已预先勾选：${names(bundled).zh}。`,
            `${seenIn(bundled, context).en}, consent to ${row.what.en} is taken along with other matters or ticked in advance: ${names(bundled).en}.`,
          )
        : text('', ''),
      told,
    ];
    return fail(sentences(...parts), [...new Set([...hard, ...bundled, ...clausesOf(facts, 'sensitive-notice')])], row.officer);
  }
  if (bare.length > 0 && bare.every(forChild)) {
    return cannotTell(
      text(
        `页面要求填写孩子的信息（${names(bare).zh}），监护人的同意与隐私政策合在一次勾选中，是否算单独同意须人工判断。`,
        `Data of a child are asked for (${names(bare).en}); the guardian agrees in one tick with the policy, and whether that is a consent of its own needs a person.`,
      ),
      [...bare, ...guardian],
      row.officer,
    );
  }
  if (bare.length > 0) {
    return cannotTell(
      text(
        `页面可以填写${row.what.zh}（${names(bare).zh}），没有标为必填，也未见单独同意；单独同意可能在提交之后出现，工具不提交表单。`,
        `${row.what.en} can be given (${names(bare).en}) but is not marked required, and no separate consent was met; one may come up after sending, and the tool sends no form.`,
      ),
      bare,
      row.officer,
    );
  }
  return pass(
    text(`提供${row.what.zh}之处有单独的提示或勾选。`, `Where ${row.what.en} is asked for there is a separate notice or box.`),
    [...new Set([...asked, ...asked.flatMap(covering)])],
    row.officer,
  );
}

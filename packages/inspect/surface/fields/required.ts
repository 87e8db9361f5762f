import type { Answer } from '../../facts/fact.ts';
import { gatesOf } from '../gates/gates.ts';
import type { FieldReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import { OPTIONAL_WORDS, REQUIRED_WORDS } from '../words/field-words.data.ts';
import { fold } from '../words/fold.ts';
import type { FieldCandidate, FieldWords } from './evidence.ts';

export interface Demand {
  readonly required: Answer;
  readonly requiredBy: FieldReading['requiredBy'];
  readonly markedOptional: boolean;
}

const MARKS = /[*＊✱∗﹡]/;

/**
 * Whether the page says that a field must be filled. A mark counts beside the label only; a form that explains its mark
 * (「带 * 为必填」) thereby marks the others as optional.
 */
export function demandOf(reader: Reader, candidate: FieldCandidate, words: FieldWords, formText: string, heading = ''): Demand {
  const { attributes } = reader.node(candidate.node);
  const near = fold([words.label, words.above, words.placeholder, words.row].join(' '));
  if (
    OPTIONAL_WORDS.test(fold(`${words.label} ${words.above} ${words.placeholder}`)) ||
    (OPTIONAL_WORDS.test(near) && !REQUIRED_WORDS.test(near))
  )
    return { required: 'no', requiredBy: 'words', markedOptional: true };
  if ('required' in attributes || attributes['aria-required'] === 'true')
    return { required: 'yes', requiredBy: 'attribute', markedOptional: false };
  if (REQUIRED_WORDS.test(near)) return { required: 'yes', requiredBy: 'words', markedOptional: false };
  if (MARKS.test(words.label) || MARKS.test(words.above) || /^\s*[*＊✱]/.test(words.placeholder) || starOnRow(words.row))
    return { required: 'yes', requiredBy: 'mark', markedOptional: false };
  if (attributes['aria-required'] === 'false') return { required: 'no', requiredBy: 'attribute', markedOptional: false };
  const legend = fold(formText);
  if (/(带|标有|标|有)?[*"“'「]+.{0,4}(为|是|的?(项|字段|内容)?(为|是))?(必填|必须)|fields marked (with )?(an )?(asterisk|\*)/.test(legend))
    return { required: 'no', requiredBy: 'mark', markedOptional: true };
  if (/(以下|下列|全部|所有|均|都)(内容|信息|项目?|字段)?(均|都|全部)?(为|是)?必填|all fields (are )?required/.test(legend))
    return { required: 'yes', requiredBy: 'words', markedOptional: false };
  if (/(以下|下列|所有|均|都)(内容|信息|项目?|字段)?(均|都|全部)?(为|是)?选填|all fields (are )?optional/.test(legend))
    return { required: 'no', requiredBy: 'words', markedOptional: true };
  if (GIVEN_FIRST.test(fold(heading)) && gatesOf(heading).length > 0)
    return { required: 'yes', requiredBy: 'words', markedOptional: false };
  return { required: 'unknown', requiredBy: null, markedOptional: false };
}

/** 「注册会员后支付」 over a form: whoever leaves the form empty does not get there. */
const GIVEN_FIRST = /(开通|注册|登录|绑定|填写|完善|验证|加入|成为)[^,。;]{0,14}(后|才|方可|才能)/;

/** A star that is alone on the row or at the end of a short label; not a footnote in a sentence. */
function starOnRow(row: string): boolean {
  return row.split('\n').some((line) => line.length <= 16 && /^[*＊✱∗﹡]|[*＊✱∗﹡][:：]?$/.test(line.trim()));
}

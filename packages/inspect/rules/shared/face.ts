import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { fieldWords, piFields } from './fields.ts';
import { gatesOf } from './gates.ts';

/** Places where a face is asked for: gates and fields. */
export const faceAsked = (facts: FactView): readonly (Fact<'field'> | Fact<'gate'>)[] => [
  ...gatesOf(facts, 'face'),
  ...piFields(facts).filter(({ pi }) => pi.includes('biometric')),
];

const ONLY =
  /(仅|只)(支持|能|可(?!能)|接受|限)[^。；]{0,10}(人脸|刷脸)(?!.{0,16}(扫码|密码|刷卡|现金|短信|人工|身份证))|(不支持|没有|无|暂无)(其他|其它)[^。；]{0,6}方式|必须(刷脸|人脸)|须(刷脸|人脸)/;
const wordsOf = (fact: Fact<'field'> | Fact<'gate'>): string =>
  fact.type === 'field' ? `${fieldWords(fact)} ${fact.detail.purposeText ?? ''}` : `${fact.label} ${fact.detail.how}`;

/** The page itself says that there is no other way. */
export const saysOnlyFace = (fact: Fact<'field'> | Fact<'gate'>): boolean => ONLY.test(wordsOf(fact));

/** Must be given to go on. */
export const isDemanded = (fact: Fact<'field'> | Fact<'gate'>): boolean =>
  fact.type === 'gate' ? fact.detail.refusable === 'no' : fact.detail.required === 'yes' && !fact.detail.markedOptional;

import type { Purpose } from '../../facts/fact.ts';
import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { isReadable, promptsOf } from './prompts.ts';

/** A matter that needs a consent of its own. */
export interface Matter {
  readonly purposes: readonly Purpose[];
  readonly words: RegExp;
}

export const SENSITIVE: Matter = { purposes: [], words: /敏感(个人)?信息|单独(同意|授权)/ };
export const FACE: Matter = { purposes: ['face'], words: /人脸|刷脸|面部|活体|生物识别/ };
export const CREDIT: Matter = { purposes: ['credit-inquiry'], words: /征信|信用(信息|报告|查询|授权)/ };
export const GUARDIAN: Matter = { purposes: ['children'], words: /监护人|家长(已)?(阅读|知悉|同意)|法定代理人/ };
export const TRACK: Matter = { purposes: [], words: /行踪|轨迹|行驶数据|行车(数据|记录)/ };
export const PASSING_ON: Matter = {
  purposes: ['third-party'],
  words: /(第三方|合作(方|机构|伙伴|银行|金融)|关联(公司|方)|(贷款|放款|金融|保险)机构|资金方)/,
};

const GENERAL: readonly Purpose[] = ['privacy-policy', 'user-agreement', 'membership', 'marketing'];
const ALONE = /单独(同意|授权)|另行(同意|授权)/;
const DENIED = /(不会|不向|绝不|不得|未经|不采集|不收集)[^。；]{0,20}$/;

const speaksOf = (words: string, matter: Matter): boolean => {
  const at = words.search(matter.words);
  return at >= 0 && !DENIED.test(words.slice(0, at));
};

const concerns = (fact: Fact<'tick-box'> | Fact<'prompt'>, matter: Matter): boolean =>
  fact.detail.purposes.some((purpose) => matter.purposes.includes(purpose)) ||
  speaksOf(fact.type === 'prompt' ? fact.detail.text : fact.label, matter);

/** Consents that touch a matter: those given for it apart, and those that take it along or were given beforehand. */
export function consentsAbout(facts: FactView, matter: Matter): { readonly apart: readonly Fact[]; readonly bundled: readonly Fact[] } {
  const ticks = facts
    .of('tick-box')
    .filter((tick) => tick.detail.stage !== 'read' && tick.detail.consent !== 'no' && concerns(tick, matter));
  const prompts = promptsOf(facts, 'consent', 'guardian', 'permission').filter((prompt) => isReadable(prompt) && concerns(prompt, matter));
  const isApart = (fact: Fact<'tick-box'> | Fact<'prompt'>): boolean => {
    if (fact.type === 'tick-box' && fact.detail.initial === 'ticked') return false;
    const words = fact.type === 'prompt' ? fact.detail.text : fact.label;
    return fact.type === 'tick-box' && ALONE.test(words) ? true : !fact.detail.purposes.some((purpose) => GENERAL.includes(purpose));
  };
  // A consent dialog that merely names the matter ("we collect nothing of your child") neither gives nor bundles it.
  const taken = [...ticks, ...prompts.filter((prompt) => prompt.detail.purposes.some((purpose) => matter.purposes.includes(purpose)))];
  return { apart: [...ticks, ...prompts].filter(isApart), bundled: taken.filter((fact) => !isApart(fact)) };
}

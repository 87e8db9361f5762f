import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { piFields, tellingPi } from './fields.ts';
import { gatesOf } from './gates.ts';
import { promptsOf } from './prompts.ts';

/** The shop keeps accounts: it asks to log in, to register or to join. */
export function keepsAccounts(facts: FactView): readonly Fact[] {
  return [
    ...gatesOf(facts, 'login', 'membership'),
    ...promptsOf(facts, 'login', 'membership'),
    ...piFields(facts).filter((field) => /会员|注册|登录|账号|member|sign|log.?in/i.test(field.detail.form) && tellingPi(field).length > 0),
    ...facts.of('control').filter(({ detail }) => detail.role === 'account-closing' || detail.role === 'account-page'),
  ];
}

/** A passage on how a right is used: what a control or the rules demand for it. */
export interface Condition {
  readonly fact: Fact;
  readonly words: string;
}

const WEIGHTY =
  /手持[^。；，]{0,6}(身份证|证件)|(身份证|证件)[^。；，]{0,6}手持|邮寄|公证|户口(本|簿)|到店[^。；，]{0,4}(办理|申请)|(到|前往)[^。；，]{0,8}(门店|网点|柜台|营业厅)[^。；，]{0,6}(办理|申请)|手续费|工本费/;

/** The condition takes papers, a visit or money: nobody does that by himself on a phone. */
export const isHeavy = (words: string): boolean =>
  WEIGHTY.test(words) && !/(无需|无须|不需要|不用|不要求|不必)[^。；]{0,16}$/.test(words.slice(0, words.search(WEIGHTY)));

const RIGHTS = ['account-closing', 'correction-deletion', 'rights-how', 'rights-channel', 'consent-withdrawal'];

/** Conditions for correction, deletion and closing, from controls tried and from the words of the rules. */
export function rightsConditions(facts: FactView): readonly Condition[] {
  return [
    ...facts
      .of('control')
      .filter(({ detail }) => ['account-closing', 'deletion', 'correction'].includes(detail.role))
      .flatMap((fact) => fact.detail.conditions.map((words) => ({ fact, words }))),
    ...facts
      .of('policy-clause')
      .filter(({ detail }) => RIGHTS.includes(detail.element))
      .flatMap((fact) =>
        [...Object.values(fact.detail.slots).flat(), ...fact.evidence.flatMap(({ span }) => (span ? [span.quote] : []))].map((words) => ({
          fact,
          words,
        })),
      ),
  ];
}

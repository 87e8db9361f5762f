import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';

/** Categories that say nothing by themselves: they come with another one, or with the order. */
const NEUTRAL: readonly PiCategory[] = ['free-text', 'verification-code', 'password', 'order', 'other', 'browsing', 'ip-address'];

/** Says nothing by itself. */
export const isNeutral = (category: PiCategory): boolean => NEUTRAL.includes(category);

/** PI categories of a fact that count by themselves. */
export const tellingPi = (fact: Fact): readonly PiCategory[] => fact.pi.filter((category) => !isNeutral(category));

/** Fields put before the visitor that ask for PI (those of our own reading of account pages left out). */
export const piFields = (facts: FactView): readonly Fact<'field'>[] =>
  facts.of('field').filter((field) => field.detail.stage !== 'read' && tellingPi(field).length > 0);

/** The field belongs to joining, logging in, a draw or a subscription, not to the basic function. */
export const isSideForm = (field: Fact<'field'>): boolean =>
  /会员|入会|注册|登录|积分|抽奖|订阅|生日礼|member|join|sign.?(up|in)|log.?in|newsletter/i.test(field.detail.form);

/** What a consumer reads beside the field. */
export const fieldWords = (field: Fact<'field'>): string => field.label || field.detail.name;

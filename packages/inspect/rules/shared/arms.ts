import type { Text } from '@liangjian/law';
import type { ArmName, Fact } from '../../facts/fact.ts';
import type { JudgeContext } from '../rule.ts';
import { codePlaces } from './coded.ts';

const WORDS: Readonly<Record<ArmName, Text>> = {
  untouched: { zh: '不作选择', en: 'untouched' },
  refuse: { zh: '拒绝', en: 'refuse' },
  accept: { zh: '同意', en: 'accept' },
  control: { zh: '对照复测', en: 'control' },
};

const ORDER = Object.keys(WORDS) as ArmName[];

/** Arms a fact was seen in; empty for facts that come from code or texts. */
export function armsOfFact(fact: Fact): readonly ArmName[] {
  return 'arms' in fact.detail ? fact.detail.arms : [];
}

/** Arms in which at least one of the facts was seen, in house order. */
function armsSeen(facts: readonly Fact[]): readonly ArmName[] {
  return ORDER.filter((arm) => facts.some((fact) => armsOfFact(fact).includes(arm)));
}

/**
 * "在 3 次独立访问中的 2 次（不作选择、拒绝）": how often it was seen. The whole counts every arm that ran to its end
 * and every arm that showed it. For material that was not visited (code, a text) it says so instead.
 */
export function seenIn(facts: readonly Fact[], context: JudgeContext): Text {
  const seen = armsSeen(facts);
  if (seen.length === 0) return codePlaces(facts) ?? { zh: '在所读材料中', en: 'in the material read' };
  const all = new Set([...context.arms, ...seen]).size;
  return {
    zh: `在 ${all} 次独立访问中的 ${seen.length} 次（${seen.map((arm) => WORDS[arm].zh).join('、')}）`,
    en: `in ${seen.length} of ${all} separate visits (${seen.map((arm) => WORDS[arm].en).join(', ')})`,
  };
}

/** "在全部 3 次独立访问中" for things that were looked for and not met. */
export function notSeenIn(context: JudgeContext): Text {
  const all = context.arms.length;
  return all === 0
    ? { zh: '在所读材料中', en: 'in the material read' }
    : { zh: `在全部 ${all} 次独立访问中`, en: `in all ${all} separate visits` };
}

/** Whether the fact was met in this arm. */
export const inArm = (fact: Fact, arm: ArmName): boolean => armsOfFact(fact).includes(arm);

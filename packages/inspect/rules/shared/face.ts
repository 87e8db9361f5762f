import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { piFields } from './fields.ts';
import { gatesOf } from './gates.ts';

/** Places where a face is asked for: gates and fields. */
export const faceAsked = (facts: FactView): readonly (Fact<'field'> | Fact<'gate'>)[] => [
  ...gatesOf(facts, 'face'),
  ...piFields(facts).filter(({ pi }) => pi.includes('biometric')),
];

/** Must be given to go on. */
export const isDemanded = (fact: Fact<'field'> | Fact<'gate'>): boolean =>
  fact.type === 'gate' ? fact.detail.refusable === 'no' : fact.detail.required === 'yes' && !fact.detail.markedOptional;

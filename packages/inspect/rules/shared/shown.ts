import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';

/** Full values of these belong to somebody, whatever stands beside them. */
const TELLING: readonly PiCategory[] = ['phone', 'id-number', 'bank-card'];

/** PI of people on view in full, our own reading left out. */
export const shownInFull = (facts: FactView, categories: readonly PiCategory[] = TELLING): readonly Fact<'display'>[] =>
  facts
    .of('display')
    .filter(({ detail, pi }) => detail.stage !== 'read' && detail.masked === 'no' && pi.some((category) => categories.includes(category)));

/** PI of people in answers of servers in full. */
export const returnedInFull = (facts: FactView, categories: readonly PiCategory[] = TELLING): readonly Fact<'response-data'>[] =>
  facts
    .of('response-data')
    .filter(({ detail, pi }) => detail.stage !== 'read' && detail.masked === 'no' && pi.some((category) => categories.includes(category)));

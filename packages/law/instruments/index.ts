import type { Guidance, Instrument } from '../instrument.ts';
import { guidanceTexts } from './guidance.data.ts';
import { laws } from './laws.data.ts';
import { procedureRules } from './procedure.data.ts';
import { regulations } from './regulations.data.ts';
import { remedies } from './remedies.data.ts';
import { substantiveRules } from './rules.data.ts';

/** Every instrument the house knows, laws first. */
export const instruments: readonly Instrument[] = [...laws, ...regulations, ...substantiveRules, ...procedureRules, ...remedies];

/** Every piece of guidance. */
export const guidance: readonly Guidance[] = guidanceTexts;

/** Where an article of a replaced text went. Null: no single successor. */
export const articleSuccessors: Readonly<Record<string, string | null>> = {
  'CSL-old:21': 'CSL:23',
  'CSL-old:41': 'CSL:43',
  'CSL-old:42': 'CSL:44',
  'CSL-old:43': 'CSL:45',
  'CSL-old:44': 'CSL:46',
  'CSL-old:45': 'CSL:47',
  'CSL-old:64': 'CSL:71',
  'CMP-old:14': 'CMP:15',
  'CMP-old:21': 'CMP:23',
  'CMP-old:31': null,
};

const instrumentsByKey: ReadonlyMap<string, Instrument> = new Map(instruments.map((one) => [one.key, one]));
const guidanceByKey: ReadonlyMap<string, Guidance> = new Map(guidance.map((one) => [one.key, one]));

/** Instrument by key, or undefined. */
export function findInstrument(key: string): Instrument | undefined {
  return instrumentsByKey.get(key);
}

/** Guidance by key, or undefined. */
export function findGuidance(key: string): Guidance | undefined {
  return guidanceByKey.get(key);
}

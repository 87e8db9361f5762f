import type { Report } from './report.ts';

/** Keys in the order of the contract; all others follow in alphabetical order. */
const ORDER = [
  'format',
  'tool',
  'touchpoint',
  'startedAt',
  'finishedAt',
  'environment',
  'coverage',
  'arms',
  'repeatability',
  'artefacts',
  'facts',
  'outcomes',
  'requirement',
  'outcome',
  'kind',
  'level',
  'title',
  'message',
  'officer',
  'law',
  'status',
  'id',
  'type',
  'phase',
  'pi',
  'party',
  'label',
  'detail',
  'evidence',
  'sha256',
  'path',
  'zh',
  'en',
];
const RANK = new Map(ORDER.map((key, index) => [key, index]));

/**
 * The report as JSON (`liangjian-inspection/1`) with one order of keys, so that equal reports are equal bytes.
 * One line without `indent`, for NDJSON.
 */
export function reportJson(report: Report, indent = 0): string {
  return JSON.stringify(ordered(report), null, indent);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // Keys come from pages too (`__proto__`): define them, never assign.
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

const rank = (key: string): number => RANK.get(key) ?? ORDER.length;

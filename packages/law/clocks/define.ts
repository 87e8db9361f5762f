import type { Approver, Clock, ExtensionRule, Limit, LimitUnit, PauseGround } from './clock.ts';

type Given = Pick<Clock, 'start' | 'duty' | 'law'> & Partial<Clock>;

/** A clock with what most rows share: market supervision, counted from the day after, no extension, nothing left out, no dates of validity. */
export function clock(id: string, given: Given): Clock {
  const limit = given.limit ?? null;
  return {
    id,
    slot: id.endsWith('o') ? id.slice(0, -1) : id,
    track: 'samr',
    measure: limit === null ? 'rule' : 'limit',
    startRule: limit?.unit === 'hour' ? 'instant' : 'day-after',
    extensions: [],
    notCounted: [],
    counting: 'APL:85',
    validFrom: null,
    validTo: null,
    confidence: 'F',
    ...given,
    limit,
  };
}

const limit = (value: number, unit: LimitUnit): Limit => ({ value, unit });

export const workingDays = (value: number): Limit => limit(value, 'working-day');
export const calendarDays = (value: number): Limit => limit(value, 'calendar-day');
export const hours = (value: number): Limit => limit(value, 'hour');
export const months = (value: number): Limit => limit(value, 'month');
export const years = (value: number): Limit => limit(value, 'year');

/** One extension by `approver`; a null term is fixed in the decision. */
export const once = (term: Limit | null, approver: Approver = 'head'): ExtensionRule => ({ limit: term, approver, times: 1 });

/** Time of experts, which several rules leave out together. */
export const expertTime: readonly PauseGround[] = ['testing', 'inspection', 'quarantine', 'appraisal'];

import type { Confidence } from '../requirement.ts';
import type { Text } from '../text.ts';

/** Whose procedure: market supervision, cyberspace administration, or handing a case to the police. */
export type Track = 'samr' | 'cac' | 'transfer';

export type LimitUnit = 'working-day' | 'calendar-day' | 'hour' | 'month' | 'year';

export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
}

/** Who may lengthen a limit: the head of the authority, or its heads in a collective decision. */
export type Approver = 'head' | 'collective';

/** Why time does not count. */
export type PauseGround =
  | 'testing'
  | 'inspection'
  | 'quarantine'
  | 'appraisal'
  | 'owner-identification'
  | 'suspension'
  | 'hearing'
  | 'public-notice'
  | 'refund-order';

/**
 * What the row asks for. `limit`: an act is owed in time. `period`: something takes effect or ends by itself, so its end does not roll.
 * `target`: an act is owed, law gives no number, the office sets its own. `at-once`: owed the same day. `rule`: no end to reckon.
 */
export type Measure = 'limit' | 'period' | 'target' | 'at-once' | 'rule';

/** `day-after`: the day of the event is not counted. `instant`: from the moment. `day-before`: counted back from the day of the event. */
export type StartRule = 'day-after' | 'instant' | 'day-before';

export interface ExtensionRule {
  /** How much may be added; null when the decision itself fixes the further term. */
  readonly limit: Limit | null;
  readonly approver: Approver;
  /** How often; every further time needs the next rule. */
  readonly times: number;
}

/** One statutory clock in one version. */
export interface Clock {
  /** `T01`, `T01o` (old rule), `T26a` (first part of a row with two), `X3`, `C01`. */
  readonly id: string;
  /** The duty, whatever the version: `T01` for `T01` and `T01o`. */
  readonly slot: string;
  readonly track: Track;
  readonly measure: Measure;
  /** The event that starts the clock. */
  readonly start: Text;
  /** What is owed, or what takes effect. */
  readonly duty: Text;
  /** Null for `target`, `at-once` and `rule`. */
  readonly limit: Limit | null;
  /** The other reading where law does not say which days are meant; the later of both is the last lawful date. */
  readonly otherReading?: Limit;
  readonly startRule: StartRule;
  readonly extensions: readonly ExtensionRule[];
  /** Grounds whose time is not counted. */
  readonly notCounted: readonly PauseGround[];
  /** Articles of the limit itself. */
  readonly law: readonly string[];
  /** Article about counting days. */
  readonly counting: string;
  /** First and last day of receipt to which this version applies; null: not limited. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly confidence: Confidence;
  readonly note?: Text;
}

/** Names of the grounds, as they stand in an explanation. */
export const pauseGrounds: Readonly<Record<PauseGround, Text>> = {
  testing: { zh: '检测', en: 'testing' },
  inspection: { zh: '检验', en: 'inspection' },
  quarantine: { zh: '检疫', en: 'quarantine' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  'owner-identification': { zh: '权利人辨认或者鉴别', en: 'identification by the right holder' },
  suspension: { zh: '案件中止调查', en: 'suspended investigation' },
  hearing: { zh: '听证', en: 'hearing' },
  'public-notice': { zh: '公告', en: 'public notice' },
  'refund-order': { zh: '责令退款', en: 'order to refund' },
};

export const approvers: Readonly<Record<Approver, Text>> = {
  head: { zh: '机关负责人批准', en: 'the head of the authority' },
  collective: { zh: '机关负责人集体讨论决定', en: 'a collective decision of the heads of the authority' },
};

const UNITS: Readonly<Record<LimitUnit, Text>> = {
  'working-day': { zh: '个工作日', en: 'working day' },
  'calendar-day': { zh: '日', en: 'calendar day' },
  hour: { zh: '小时', en: 'hour' },
  month: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
};

/** `15个工作日`, `15 working days`. */
export function limitText({ value, unit }: Limit): Text {
  return { zh: `${value}${UNITS[unit].zh}`, en: `${value} ${UNITS[unit].en}${value === 1 ? '' : 's'}` };
}

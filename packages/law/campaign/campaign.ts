import type { Confidence } from '../requirement.ts';
import type { Scene } from '../scene.ts';
import type { Text } from '../text.ts';

/** What is done in a phase, in the usual order. */
export type PhaseKind = 'clues' | 'checks' | 'guidance' | 'filing' | 'look-back' | 'publication';

export const phaseKinds: Readonly<Record<PhaseKind, Text>> = {
  clues: { zh: '线索征集与摸排', en: 'Collecting clues and mapping' },
  checks: { zh: '现场检查与技术检测', en: 'On-site and technical checks' },
  guidance: { zh: '约谈与合规指导', en: 'Summons and guidance' },
  filing: { zh: '立案查处', en: 'Filing cases' },
  'look-back': { zh: '“回头看”复查', en: 'Look-back' },
  publication: { zh: '公布典型案例', en: 'Publishing typical cases' },
};

/** What an office does in a campaign. */
export type OfficeRole = 'guides' | 'leads' | 'partner' | 'carries-out' | 'association';

export const officeRoles: Readonly<Record<OfficeRole, Text>> = {
  guides: { zh: '指导', en: 'guides' },
  leads: { zh: '牵头', en: 'leads' },
  partner: { zh: '参与', en: 'takes part' },
  'carries-out': { zh: '具体实施', en: 'carries out' },
  association: { zh: '行业引导', en: 'guides its trade' },
};

/** How sure a row is, and where it comes from; null where the office itself entered it. */
interface Grounds {
  readonly confidence: Confidence;
  /** Key into `sources`. */
  readonly source: string | null;
  readonly note?: Text;
}

export interface CampaignScene extends Grounds {
  /** Code of a scene. */
  readonly code: string;
  /** First and last day on which the scene is in focus; null where it is not known or not limited. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface CampaignPhase extends Grounds {
  readonly kind: PhaseKind;
  readonly label: Text;
  /** Scenes it is about; empty: all of the campaign. */
  readonly scenes: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface CampaignFocus extends Grounds {
  readonly label: Text;
}

export interface CampaignOffice extends Grounds {
  readonly name: Text;
  readonly role: OfficeRole;
  /** Scenes it is concerned with; empty: all. */
  readonly scenes: readonly string[];
}

/** What is counted: the same measures that statistics know. */
export type TargetMeasure =
  | 'operators-inspected'
  | 'shops-corrected'
  | 'operators-summoned'
  | 'operators-trained'
  | 'cases-filed'
  | 'tips-answered-in-time'
  | 'other';

export const targetMeasures: Readonly<Record<TargetMeasure, Text>> = {
  'operators-inspected': { zh: '检查经营者（家）', en: 'operators inspected' },
  'shops-corrected': { zh: '整改门店（家）', en: 'shops corrected' },
  'operators-summoned': { zh: '约谈经营者（家）', en: 'operators summoned' },
  'operators-trained': { zh: '培训经营者（家）', en: 'operators trained' },
  'cases-filed': { zh: '立案（件）', en: 'cases filed' },
  'tips-answered-in-time': { zh: '按期办结的投诉举报（%）', en: 'tips answered in time (%)' },
  other: { zh: '其他', en: 'other' },
};

/** A number to reach (`target`) or one that was published afterwards (`result`). */
export interface CampaignNumber extends Grounds {
  readonly kind: 'target' | 'result';
  readonly measure: TargetMeasure;
  readonly label: Text;
  readonly value: number;
  readonly scenes: readonly string[];
}

/** One round of a campaign: all of it data, none of it code. */
export interface Campaign extends Grounds {
  /** Short and lasting, for example `liangjian-2024`. */
  readonly id: string;
  readonly name: Text;
  /** Calendar years it covers. */
  readonly years: readonly number[];
  readonly from: string;
  /** Last day; null while it runs or where it is not known. */
  readonly to: string | null;
  readonly scenes: readonly CampaignScene[];
  /** Scenes that only this campaign knows. */
  readonly ownScenes: readonly Scene[];
  readonly phases: readonly CampaignPhase[];
  readonly focus: readonly CampaignFocus[];
  readonly offices: readonly CampaignOffice[];
  readonly numbers: readonly CampaignNumber[];
  /** Channels by which consumers can report. */
  readonly channels: readonly Text[];
}

import type { Confidence, ViolationKind } from './requirement.ts';
import type { Text } from './text.ts';

/** Who may impose a penalty. `pi-department`: CAC and the other departments that protect personal information. */
export type Authority = 'samr' | 'pi-department' | 'cac' | 'telecom' | 'police' | 'postal' | 'pboc' | 'competent';

/** Level of the deciding authority. In Shanghai the province level is the municipality. */
export type AuthorityLevel = 'district' | 'municipal';

/** A range of money. Amounts in fen. */
export interface Fine {
  readonly minFen: number | null;
  readonly maxFen: number | null;
  /** Multiple of the illegal gains, instead of or beside the amounts. */
  readonly gainsMultiple: { readonly min: number; readonly max: number } | null;
  /** Share of last year's turnover in percent, an alternative upper end. */
  readonly turnoverPercentMax: number | null;
}

export interface PenaltyTier {
  readonly when: Text;
  /** Null when the tier carries no fine. */
  readonly fine: Fine | null;
  /** Fine on persons directly responsible. */
  readonly persons: Fine | null;
  /** Other consequences of the tier. */
  readonly also: Text | null;
}

export interface PenaltyRange {
  readonly code: string;
  /** Article that sets the penalty. */
  readonly law: string;
  readonly authorities: readonly Authority[];
  readonly minLevel: AuthorityLevel;
  readonly base: Text;
  readonly tiers: readonly PenaltyTier[];
  readonly confidence: Confidence;
  readonly note?: Text;
}

/** `R1` market supervision, `R2` departments for personal information, `other`, `transfer` to police. */
export type RouteTrack = 'R1' | 'R2' | 'other' | 'transfer';

/** A way from a kind of violation to a penalty. The officer chooses; nothing chooses by itself. */
export interface PenaltyRoute {
  readonly id: string;
  readonly kinds: readonly ViolationKind[];
  readonly track: RouteTrack;
  readonly penalty: string;
  /** Articles that lead to the penalty article. */
  readonly via: readonly string[];
  /** Facts without which the route is closed. Null: none beyond the kind. */
  readonly onlyWhen: Text | null;
  readonly confidence: Confidence;
}

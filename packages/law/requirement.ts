import type { Text } from './text.ts';

/** Violation kind of the campaign (domain: five kinds), `R` = a right of the person stored under K1, `none` = adjacent law. */
export type ViolationKind = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'R' | 'none';

/** How a requirement can be observed. */
export type CaptureType = 'UI' | 'NET' | 'TXT' | 'MSG' | 'SITE' | 'DOC' | 'DATA' | 'INT';

/** A: a machine can raise a candidate; B: a machine flags, a person judges; C: only documents or on-site work. */
export type MachineLevel = 'A' | 'B' | 'C';

/** F: read in the source; F*: low-trust mirror; M: from memory; U: uncertain. M and U ship as `unverified`. */
export type Confidence = 'F' | 'F*' | 'M' | 'U';

/** One requirement row: what a shop owes the consumer, how to see it, and where the law says so. */
export interface Requirement {
  /** Row id, for example `G13` or `B02`. */
  readonly id: string;
  /** Scene codes the row belongs to; empty for the common rows. */
  readonly scenes: readonly string[];
  /** Service channel the row is limited to (`dine-in`, `pick-up`, `delivery`, `chain`). */
  readonly channel?: string;
  /** Short imperative statement of what must hold. */
  readonly title: Text;
  /** How an officer or a machine observes it. */
  readonly observe: Text;
  readonly capture: readonly CaptureType[];
  readonly kinds: readonly ViolationKind[];
  readonly level: MachineLevel;
  /** When presence and judgement differ in level, a plain note. */
  readonly levelNote?: Text;
  /** Hooks into `instruments` (`PIPL:16`) or the App method (`App31:4.2`) or guidance (`guidance:catering`). */
  readonly law: readonly string[];
  readonly confidence: Confidence;
  /** What exactly is unconfirmed when only a part of the row is. */
  readonly confidenceNote?: Text;
  /** Key into `sources`. */
  readonly source?: string;
}

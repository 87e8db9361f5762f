import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** `local` = rule of Shanghai; `interpretation` = judicial interpretation; `notice` = announcement of a department. */
export type InstrumentRank = 'law' | 'regulation' | 'rule' | 'normative' | 'interpretation' | 'local' | 'notice';

export type InstrumentState = 'in-force' | 'draft' | 'repealed';

/** One law, regulation, rule or announcement with its time of validity. */
export interface Instrument {
  /** Machine key used in hooks (`PIPL`). */
  readonly key: string;
  /** Title as it is cited, without book-title marks. */
  readonly title: Text;
  /** Number of the order or document, when known. */
  readonly number: string | null;
  readonly rank: InstrumentRank;
  /** First day on which it can be cited (`YYYY-MM-DD`); null for drafts and where the day was not established. */
  readonly validFrom: string | null;
  /** Last day of validity; null while in force. */
  readonly validTo: string | null;
  /** Key of the instrument that replaced it. */
  readonly supersededBy: string | null;
  readonly state: InstrumentState;
  /** A penalty may rest on it. False for drafts, methods of recognition and notices: they only help to describe the act. */
  readonly penaltyBasis: boolean;
  /** Articles this library knows. A hook to any other article does not resolve. */
  readonly articles: readonly string[];
  /** Articles whose single bracket counts items, not paragraphs (`NDR:22(4)` is item four). */
  readonly itemArticles?: readonly string[];
  readonly confidence: Confidence;
  readonly note?: Text;
}

/** Soft law: guidance of the campaign, consumer councils and associations. Describes an act, never carries a decision. */
export interface Guidance {
  readonly key: string;
  readonly title: Text;
  /** The title is our own description, so it is cited without book-title marks. */
  readonly descriptive?: true;
  /** Issuer and date in plain words. */
  readonly issuer: Text;
  readonly date: string | null;
  /** Number of items a hook may name (`guidance:catering-checklist:3`); 0 when items are not numbered. */
  readonly items: number;
  readonly confidence: Confidence;
  readonly note?: Text;
}

import type { Text } from '@liangjian/law';
import type { TipKind } from './tip-input.ts';

/** A file as its sender sees it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file as it was sent, for the sender to compare. */
  readonly sha256: string;
}

/** What a sender gets, once. */
export interface FiledTip {
  /** Written in groups; it is stored nowhere. */
  readonly receipt: string;
  readonly tips: readonly { readonly id: string; readonly number: string; readonly kind: TipKind }[];
  readonly files: readonly SentFile[];
  /** The same form was sent before; nothing was done again. */
  readonly repeated: boolean;
}

/** One message, either way. */
export interface FollowUpMessage {
  readonly id: string;
  readonly kind: 'question' | 'answer' | 'addition' | 'notice';
  readonly from: 'office' | 'reporter';
  /** ISO instant. */
  readonly at: string;
  readonly text: string;
  /** Message it answers. */
  readonly replyTo: string | null;
}

export interface FollowedTip {
  readonly id: string;
  readonly number: string;
  readonly kind: TipKind;
  /** Day of receipt in Shanghai. */
  readonly receivedOn: string;
  /** Where it stands, in plain words. */
  readonly status: Text;
  readonly officeName: Text;
  readonly shopName: string;
  readonly story: string;
  readonly messages: readonly FollowUpMessage[];
  readonly files: readonly SentFile[];
  /** Notice of the result (PIPL art. 65); null until there is one. */
  readonly result: FollowUpMessage | null;
}

/** What a receipt shows. */
export interface FollowUp {
  /** ISO instant at which this receipt was used before; null for the first time. Whoever does not remember it should worry. */
  readonly lastUsed: string | null;
  readonly tips: readonly FollowedTip[];
}

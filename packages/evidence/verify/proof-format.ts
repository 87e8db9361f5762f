import type { Item } from '../seal/item.ts';

/** Proof that one item, or one ledger line, belongs to a sealed bundle. Nothing of the other items can be read from it. */
export interface Proof {
  readonly format: 'liangjian-proof/1';
  /** The item as sealed; null for a ledger line. */
  readonly item: Item | null;
  /** The ledger line; null for an item. `line` counts from 1. */
  readonly line: { readonly arm: string; readonly path: string; readonly line: number } | null;
  /** Place in the tree, from 0, and number of leaves. */
  readonly index: number;
  readonly size: number;
  /** Salt of the leaf, hex. */
  readonly salt: string;
  /** Sibling hashes, lowest first, hex. */
  readonly path: readonly string[];
  /** Exact text of statement.json and seal.json. */
  readonly statement: string;
  readonly seal: string;
  /** Tokens over seal.json, base64. */
  readonly stamps: readonly string[];
}

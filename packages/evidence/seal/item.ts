import { createHmac } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import { leafHash } from '../merkle.ts';

/**
 * One thing that was sealed.
 * - `member`: a file of the bundle, as it lies there.
 * - `body`: an artefact whose bytes are the payload of a record in the archive (`in` says where).
 * - `part`: one element of a report; its bytes are the canonical JSON of the value at the pointer after `#` in `path`.
 */
export interface Item {
  readonly path: string;
  readonly kind: 'member' | 'body' | 'part';
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly role?: string;
  readonly in?: { readonly member: string; readonly offset: number; readonly length: number; readonly url: string };
}

/** Fixed order: by path, compared by UTF-16 code units. */
export const sortItems = (items: readonly Item[]): Item[] => items.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/**
 * Salt of a leaf. Without it, who holds the proof of one item could test guesses about its neighbours
 * ("does this bundle also hold …?"). The seed is in the manifest, which a single proof does not carry; the tree's name keeps the
 * salts of two trees apart.
 */
export const leafSalt = (seed: string, tree: string, index: number): Buffer =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(`${tree}/${index}`).digest().subarray(0, 16);

/** Name of the tree over the items, and of the tree over one ledger's lines. */
export const ITEM_TREE = 'items';
export const lineTree = (arm: string): string => `lines/${arm}`;

/** Leaf = SHA-256(00 ‖ 16 bytes of salt ‖ canonical JSON of the item, or the ledger line). */
export const saltedLeaf = (salt: Uint8Array, data: Uint8Array | string): Buffer =>
  leafHash(Buffer.concat([salt, typeof data === 'string' ? Buffer.from(data, 'utf8') : data]));

export const itemLeaves = (items: readonly Item[], seed: string): Buffer[] =>
  items.map((item, index) => saltedLeaf(leafSalt(seed, ITEM_TREE, index), canonicalJson(item)));

export const lineLeaves = (lines: readonly Uint8Array[], seed: string, arm: string): Buffer[] =>
  lines.map((line, index) => saltedLeaf(leafSalt(seed, lineTree(arm), index), line));

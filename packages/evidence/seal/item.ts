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
 * Salt of leaf `index`. Without it, who holds the proof of one item could test guesses about its neighbours
 * ("does this bundle also hold …?"). The seed is in the manifest, which a single proof does not carry.
 */
export const leafSalt = (seed: string, index: number): Buffer =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(String(index)).digest().subarray(0, 16);

/** Leaf = SHA-256(00 ‖ 16 bytes of salt ‖ canonical JSON of the item, or the ledger line). */
export const saltedLeaf = (salt: Uint8Array, data: Uint8Array | string): Buffer =>
  leafHash(Buffer.concat([salt, typeof data === 'string' ? Buffer.from(data, 'utf8') : data]));

export const itemLeaves = (items: readonly Item[], seed: string): Buffer[] =>
  items.map((item, index) => saltedLeaf(leafSalt(seed, index), canonicalJson(item)));

export const lineLeaves = (lines: readonly Uint8Array[], seed: string): Buffer[] =>
  lines.map((line, index) => saltedLeaf(leafSalt(seed, index), line));

import { createHash } from 'node:crypto';

/** RFC 6962 §2.1: leaf and node hashes carry different prefixes, so that a node can never be passed off as a leaf. */
export const leafHash = (data: Uint8Array | string): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(data)
    .digest();

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();

/** Largest power of two smaller than n (n > 1). */
const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

const rootOf = (leaves: readonly Uint8Array[], from: number, to: number): Buffer => {
  if (to - from === 1) return Buffer.from(leaves[from] as Uint8Array);
  const middle = from + split(to - from);
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
};

/** Tree head over leaf hashes; the head of an empty tree is SHA-256 of nothing. */
export const merkleRoot = (leaves: readonly Uint8Array[]): Buffer =>
  leaves.length === 0 ? createHash('sha256').digest() : rootOf(leaves, 0, leaves.length);

/** Audit path of leaf `index`, lowest sibling first (RFC 6962 §2.1.1). Throws when there is no such leaf. */
export const inclusionProof = (leaves: readonly Uint8Array[], index: number): Buffer[] => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new Error(`no leaf ${index} in a tree of ${leaves.length}`);
  const path: Buffer[] = [];
  let from = 0;
  let to = leaves.length;
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.unshift(rootOf(leaves, middle, to));
      to = middle;
    } else {
      path.unshift(rootOf(leaves, from, middle));
      from = middle;
    }
  }
  return path;
};

/** True when `leaf` is leaf number `index` of the tree of `size` leaves with this root (RFC 9162 §2.1.3.2). */
export const verifyInclusion = (leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[], root: Uint8Array): boolean => {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let place = index;
  let last = size - 1;
  let hash: Buffer = Buffer.from(leaf);
  for (const sibling of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(hash, sibling);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.equals(root);
};

/** Proof that the tree of the first `size` leaves is a beginning of the whole tree (RFC 6962 §2.1.2). */
export const consistencyProof = (leaves: readonly Uint8Array[], size: number): Buffer[] => {
  if (!Number.isInteger(size) || size < 0 || size > leaves.length) throw new Error(`no tree of ${size} in a tree of ${leaves.length}`);
  if (size === 0 || size === leaves.length) return [];
  const walk = (m: number, from: number, to: number, whole: boolean): Buffer[] => {
    if (m === to - from) return whole ? [] : [rootOf(leaves, from, to)];
    const middle = from + split(to - from);
    return m <= middle - from
      ? [...walk(m, from, middle, whole), rootOf(leaves, middle, to)]
      : [...walk(m - (middle - from), middle, to, false), rootOf(leaves, from, middle)];
  };
  return walk(size, 0, leaves.length, true);
};

/** True when the proof leads from the earlier head to the later one (RFC 9162 §2.1.4.2). */
export const verifyConsistency = (
  earlier: { readonly size: number; readonly root: Uint8Array },
  later: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean => {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && Buffer.from(earlier.root).equals(later.root);
  if (earlier.size === 0) return proof.length === 0 && merkleRoot([]).equals(earlier.root);
  const path = Number.isInteger(Math.log2(earlier.size)) ? [earlier.root, ...proof] : [...proof];
  const seed = path.shift();
  if (!seed) return false;
  let first = earlier.size - 1;
  let second = later.size - 1;
  while (first % 2 === 1) {
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  let oldHash: Buffer = Buffer.from(seed);
  let newHash: Buffer = Buffer.from(seed);
  for (const node of path) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      oldHash = nodeHash(node, oldHash);
      newHash = nodeHash(node, newHash);
      while (first % 2 === 0 && first !== 0) {
        first = Math.floor(first / 2);
        second = Math.floor(second / 2);
      }
    } else newHash = nodeHash(newHash, node);
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  return second === 0 && oldHash.equals(earlier.root) && newHash.equals(later.root);
};

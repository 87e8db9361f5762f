import { createHash } from 'node:crypto';
import { leafHash, merkleRoot } from '@liangjian/evidence';
import type { Head } from './chain.ts';

/** Leaf of a head: any change of its chain before that place changes it. */
const leafOf = ({ chain, seq, hash }: Head): Buffer => leafHash(`${chain}:${seq}:${hash}`);

/** Merkle root over the heads of all chains, and over the root before it, so that roots form a chain of their own. */
export const rootOver = (heads: readonly Head[], previous: Uint8Array | null): Buffer =>
  merkleRoot([...heads.toSorted((a, b) => a.chain - b.chain).map(leafOf), ...(previous ? [leafHash(previous)] : [])]);

/** What a time-stamp authority signs. */
export const digestOfRoot = (root: Uint8Array): Buffer => createHash('sha256').update(root).digest();

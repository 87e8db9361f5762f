import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyProof, inclusionProof, leafHash, merkleRoot, verifyConsistency, verifyInclusion } from './merkle.ts';

/** Independent oracle: the bottom-up form (pair neighbours, carry an odd last one up), written without the code under test. */
const naiveRoot = (data: readonly Buffer[]): Buffer => {
  if (data.length === 0) return createHash('sha256').digest();
  let level: Buffer[] = data.map((d) =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), d]))
      .digest(),
  );
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i] as Buffer, level[i + 1]];
      next.push(
        b
          ? createHash('sha256')
              .update(Buffer.concat([Buffer.of(1), a, b]))
              .digest()
          : a,
      );
    }
    level = next;
  }
  return level[0] as Buffer;
};

const items = (n: number) => Array.from({ length: n }, (_, i) => Buffer.from(`item ${i}`));
const leavesOf = (data: readonly Buffer[]) => data.map(leafHash);

test('known heads of the certificate transparency test vectors', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(merkleRoot(leavesOf(inputs.slice(0, 1))).toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(merkleRoot(leavesOf(inputs)).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

test('property: root equals the naive oracle', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 8 }).map(Buffer.from), { maxLength: 40 }), (data) => {
      expect(merkleRoot(leavesOf(data))).toEqual(naiveRoot(data));
    }),
  );
});

test('every leaf of every small tree is proved; no other place, leaf or root is', () => {
  for (let size = 1; size <= 20; size++) {
    const leaves = leavesOf(items(size));
    const root = merkleRoot(leaves);
    for (let index = 0; index < size; index++) {
      const path = inclusionProof(leaves, index);
      expect(verifyInclusion(leaves[index] as Buffer, index, size, path, root)).toBe(true);
      expect(verifyInclusion(leafHash('other'), index, size, path, root)).toBe(false);
      if (size > 1) expect(verifyInclusion(leaves[index] as Buffer, (index + 1) % size, size, path, root)).toBe(false);
      expect(verifyInclusion(leaves[index] as Buffer, index, size, [...path, root], root)).toBe(false);
      if (path.length > 0) expect(verifyInclusion(leaves[index] as Buffer, index, size, path.slice(1), root)).toBe(false);
    }
  }
});

test('a node is not accepted as a leaf', () => {
  const leaves = leavesOf(items(2));
  const root = merkleRoot(leaves);
  expect(verifyInclusion(leafHash(Buffer.concat(leaves)), 0, 1, [], root)).toBe(false);
});

test('every earlier tree is proved consistent; a rewritten one is not', () => {
  for (let size = 1; size <= 17; size++) {
    const leaves = leavesOf(items(size));
    const later = { size, root: merkleRoot(leaves) };
    for (let old = 0; old <= size; old++) {
      const earlier = { size: old, root: merkleRoot(leaves.slice(0, old)) };
      const proof = consistencyProof(leaves, old);
      expect(verifyConsistency(earlier, later, proof)).toBe(true);
      if (old > 0) expect(verifyConsistency({ size: old, root: merkleRoot(leavesOf(items(old + 1).slice(1))) }, later, proof)).toBe(false);
    }
  }
});

test('places that do not exist are refused', () => {
  expect(() => inclusionProof(leavesOf(items(3)), 3)).toThrow('no leaf 3');
  expect(() => consistencyProof(leavesOf(items(3)), 4)).toThrow('no tree of 4');
  expect(verifyInclusion(leafHash('x'), 3, 3, [], merkleRoot(leavesOf(items(3))))).toBe(false);
});

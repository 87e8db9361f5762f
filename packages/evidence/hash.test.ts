import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestBytes, digestFile, sha256, sm3 } from './hash.ts';

test('known answers: FIPS 180-4 and GB/T 32905 for "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});

test('a file and the same bytes in memory have the same digests', async () => {
  const bytes = Buffer.alloc(3_000_000, 'evidence');
  const path = join(mkdtempSync(join(tmpdir(), 'hash-')), 'f');
  writeFileSync(path, bytes);
  expect(await digestFile(path)).toEqual(digestBytes(bytes));
  expect(digestBytes(Buffer.from('123456789')).crc32).toBe(0xcbf43926);
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestBytes } from '../hash.ts';
import { filesOf, unzipBundle } from '../testing/unzip.ts';
import { listZip, readMember } from './zip-read.ts';
import { writeZip, type ZipSource } from './zip-write.ts';

const date = new Date('2026-11-24T08:09:10Z');
const source = (name: string, text: string): ZipSource => {
  const bytes = Buffer.from(text);
  return {
    name,
    bytes: bytes.length,
    crc32: digestBytes(bytes).crc32,
    open: async function* () {
      yield bytes;
    },
  };
};
const make = async (sources: readonly ZipSource[], limit?: number) => {
  const path = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.wacz');
  await writeZip(path, sources, date, limit);
  return path;
};
const kinds = async (path: string) => (await listZip(path)).faults.map((f) => f.kind);
const changed = (path: string, change: (bytes: Buffer) => Buffer): string => {
  const copy = join(mkdtempSync(join(tmpdir(), 'zip-')), 'b.wacz');
  writeFileSync(copy, change(readFileSync(path)));
  return copy;
};
const patch = (bytes: Buffer, from: string, to: string, nth = 0): Buffer => {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = bytes.indexOf(from, at + 1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to), bytes.subarray(at + from.length)]);
};
const two = [source('a.txt', 'first'), source('b/c.txt', 'second')];

test('unzip accepts the file; reading gives the same bytes; writing again gives the same file', async () => {
  const path = await make(two);
  expect(filesOf(await unzipBundle(path))).toEqual({ 'a.txt': 'first', 'b/c.txt': 'second' });
  const { members, faults } = await listZip(path);
  expect(faults).toEqual([]);
  expect(await Promise.all(members.map(async (m) => [m.name, (await readMember(path, m)).toString()]))).toEqual([
    ['a.txt', 'first'],
    ['b/c.txt', 'second'],
  ]);
  expect(readFileSync(await make(two)).equals(readFileSync(path))).toBe(true);
});

test('zip64: sizes, offsets and counts beyond 32 and 16 bits', async () => {
  const wide = await make(two, 5);
  expect(filesOf(await unzipBundle(wide))).toEqual({ 'a.txt': 'first', 'b/c.txt': 'second' });
  expect((await listZip(wide)).faults).toEqual([]);
  expect((await listZip(wide)).members.map((m) => m.bytes)).toEqual([5, 6]);
  const many = await make(Array.from({ length: 65_600 }, (_, i) => source(`m/${i}`, '')));
  const listing = await listZip(many);
  expect([listing.members.length, listing.faults]).toEqual([65_600, []]);
});

test('a source that changes while it is being written is an error', async () => {
  await expect(make([{ ...source('a', 'abc'), crc32: 1 }])).rejects.toThrow('a changed while it was being sealed');
  await expect(make([{ ...source('a', 'abc'), bytes: 2 }])).rejects.toThrow('a changed');
});

test('every way a zip can lie is named', async () => {
  const path = await make(two);
  expect(await kinds(changed(path, (b) => Buffer.concat([b, Buffer.from('x')])))).toContain('trailing-data');
  expect(await kinds(changed(path, (b) => Buffer.concat([Buffer.from('x'), b])))).toContain('hidden-data');
  expect(await kinds(changed(path, (b) => patch(b, 'a.txt', 'z.txt', 0)))).toEqual(['header-mismatch']);
  expect(await kinds(changed(path, () => Buffer.from('not a zip')))).toEqual(['not-a-zip']);
  expect(await kinds(changed(path, () => Buffer.alloc(0)))).toEqual(['not-a-zip']);
  expect(await kinds(await make([source('../x', 'a')]))).toEqual(['bad-name']);
  expect(await kinds(await make([source('/x', 'a')]))).toEqual(['bad-name']);
  expect(await kinds(await make([source('a\\b', 'a')]))).toEqual(['bad-name']);
  expect(await kinds(await make([source('a/', '')]))).toEqual(['bad-name']);
  expect(await kinds(await make([source('x', 'a'), source('x', 'b')]))).toEqual(['duplicate-member']);
  expect(await kinds(await make([source('x', 'a'), source('X', 'b')]))).toEqual(['same-name-other-case']);
});

test('members that share bytes, or bytes that belong to no member, are named', async () => {
  const path = await make([source('aa', 'one'), source('bb', 'two')]);
  // Point the second directory entry at the first member's header.
  const overlapping = changed(path, (b) => {
    const copy = Buffer.from(b);
    copy.writeUInt32LE(0, b.lastIndexOf('PK\u0001\u0002') + 42);
    return copy;
  });
  expect(await kinds(overlapping)).toEqual(expect.arrayContaining(['header-mismatch', 'overlap', 'hidden-data']));
});

test('a zip made by another program is read, its compression and extras named', async () => {
  // Info-ZIP 3.0, one deflated file of 2,000 bytes.
  const infoZip =
    'UEsDBBQAAAAIAClgeF05PhOoEQAAANAHAAAHAAAAYmlnLnR4dEtMHAWjYBSMglEwCkbBUAcAUEsBAh4DFAAAAAgAKWB4XTk+E6gRAAAA0AcAAAcAAAAAAAAAAQAAAKSBAAAAAGJpZy50eHRQSwUGAAAAAAEAAQA1AAAANgAAAAAA';
  const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'o.zip');
  writeFileSync(file, Buffer.from(infoZip, 'base64'));
  expect((await listZip(file)).faults).toEqual([{ kind: 'compressed-member', member: 'big.txt', detail: 'method 8' }]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import { artefactPath, openStore } from './store.ts';

const fresh = () => openStore(mkdtempSync(join(tmpdir(), 'store-')));

test('writes once, read-only, under its own digest, and leaves no temporary file', async () => {
  const store = fresh();
  const first = await store.put(Buffer.from('abc'));
  const second = await store.put(Buffer.from('abc'));
  expect(first).toMatchObject({ sha256: sha256('abc'), bytes: 3, path: `artefacts/ba/${sha256('abc')}`, fresh: true });
  expect(second.fresh).toBe(false);
  expect(statSync(join(store.root, first.path)).mode & 0o777).toBe(0o444);
  expect(readdirSync(join(store.root, 'artefacts', '.incoming'))).toEqual([]);
  expect(await store.list()).toEqual([first.sha256]);
});

test('a stream and the same bytes are one object', async () => {
  const store = fresh();
  const streamed = await store.putStream(
    (async function* () {
      yield Buffer.from('a');
      yield Buffer.from('bc');
    })(),
  );
  expect(streamed.sha256).toBe(sha256('abc'));
  expect((await store.put(Buffer.from('abc'))).fresh).toBe(false);
});

test('a failing stream leaves nothing behind', async () => {
  const store = fresh();
  const broken = (async function* () {
    yield Buffer.from('a');
    throw new Error('line cut');
  })();
  await expect(store.putStream(broken)).rejects.toThrow('line cut');
  expect(await store.list()).toEqual([]);
  expect(readdirSync(join(store.root, 'artefacts', '.incoming'))).toEqual([]);
});

test('reading proves the bytes', async () => {
  const store = fresh();
  const { sha256: name, path } = await store.put(Buffer.from('abc'));
  expect((await store.get(name)).toString()).toBe('abc');
  chmodSync(join(store.root, path), 0o644);
  writeFileSync(join(store.root, path), 'abd');
  await expect(store.get(name)).rejects.toThrow(`changed: ${name}`);
  expect(await store.check(name)).toBe('changed');
  expect(await store.check(sha256('never'))).toBe('missing');
});

test('an object that is there is never replaced, even when it was damaged', async () => {
  const store = fresh();
  const { path } = await store.put(Buffer.from('abc'));
  chmodSync(join(store.root, path), 0o644);
  writeFileSync(join(store.root, path), 'abd');
  await store.putStream(
    (async function* () {
      yield Buffer.from('abc');
    })(),
  );
  expect(readFileSync(join(store.root, path), 'utf8')).toBe('abd');
});

test('names that are not digests are refused', () => {
  expect(() => artefactPath('../../etc/passwd')).toThrow('not a SHA-256 name');
  expect(() => artefactPath('AB'.repeat(32))).toThrow('not a SHA-256 name');
});

test('several processes may write the same objects at the same time', async () => {
  const store = fresh();
  const script = `const { openStore } = await import(${JSON.stringify(fileURLToPath(new URL('./store.ts', import.meta.url)))});
    const store = openStore(process.argv[1]);
    let fresh = 0;
    await Promise.all(Array.from({ length: 40 }, async (_, i) => { if ((await store.put(Buffer.from('object ' + (i % 20)))).fresh) fresh++; }));
    console.log(fresh);`;
  const counts = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, store.root], { stdio: ['ignore', 'pipe', 'inherit'] });
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      await once(child, 'close');
      return Number(out);
    }),
  );
  expect(counts.reduce((a, b) => a + b, 0)).toBe(20);
  const names = await store.list();
  expect(names).toHaveLength(20);
  for (const name of names) expect(await store.check(name)).toBe('same');
});

test('a store that syncs in one go holds the same objects, readable at once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'store-'));
  const store = openStore(root, { durability: 'group' });
  const names = await Promise.all(['a', 'b', 'a'].map(async (text) => (await store.put(Buffer.from(text))).sha256));
  expect(new Set(names).size).toBe(2);
  expect((await store.get(sha256('b'))).toString()).toBe('b');
  await Promise.all([store.sync(), store.sync()]);
  await store.sync();
  expect(await openStore(root).list()).toEqual([sha256('a'), sha256('b')].toSorted());
});

test('a sync that fails says so: what is named afterwards must be on the disk', async () => {
  const root = mkdtempSync(join(tmpdir(), 'store-'));
  const store = openStore(root, { durability: 'group' });
  const { path } = await store.put(Buffer.from('abc'));
  rmSync(join(root, path));
  await expect(store.sync()).rejects.toThrow('ENOENT');
});

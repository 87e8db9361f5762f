import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { claimDemoFolder, dataFolder } from './data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'liangjian-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A place where nobody can make a folder, root neither: a file stands there. */
function blocked(name: string): string {
  writeFileSync(join(folder, name), '');
  return join(folder, name);
}

test('the checkout is used when it can be written, else the data folder, else a private temporary one', () => {
  const checkout = join(folder, 'checkout');
  mkdirSync(checkout);
  expect(dataFolder(checkout, {}, folder, folder)).toBe(join(checkout, '.liangjian'));
  const readOnly = blocked('read-only');
  expect(dataFolder(readOnly, { XDG_DATA_HOME: join(folder, 'xdg') }, folder, folder)).toBe(join(folder, 'xdg', 'liangjian'));
  expect(dataFolder(readOnly, {}, join(folder, 'home'), folder)).toBe(join(folder, 'home', '.local/share/liangjian'));
  const homeless = dataFolder(readOnly, {}, blocked('no-home'), folder);
  expect(homeless).toMatch(/liangjian-\w+$/);
  expect(existsSync(homeless)).toBe(true);
});

test('a link that somebody else put into the temporary folder is not followed', () => {
  const shared = join(folder, 'shared');
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(shared);
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(shared, `liangjian-${process.getuid?.() ?? 'user'}`));
  expect(() => dataFolder(blocked('a'), {}, blocked('b'), shared)).toThrow('no folder can be written');
});

test('a second demo gets a folder of its own, and the place of a dead one is taken and cleared', () => {
  const data = join(folder, 'demos');
  const first = claimDemoFolder(data);
  expect(first).toMatchObject({ path: join(data, 'demo'), another: false });
  writeFileSync(join(first.path, '.running'), String(process.ppid));
  const second = claimDemoFolder(data);
  expect(second).toMatchObject({ path: join(data, 'demo-2'), another: true });
  second.release();

  const ended = spawnSync('true').pid;
  writeFileSync(join(first.path, '.running'), String(ended));
  mkdirSync(join(first.path, '001-shop'));
  writeFileSync(join(first.path, 'mine.txt'), '');
  const again = claimDemoFolder(data);
  expect(again.path).toBe(first.path);
  expect(existsSync(join(again.path, '001-shop'))).toBe(false);
  expect(existsSync(join(again.path, 'mine.txt'))).toBe(true);
  again.release();
  expect(existsSync(join(again.path, '.running'))).toBe(false);
});

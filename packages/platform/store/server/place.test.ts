import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverAccount } from './account.ts';
import { binaries } from './binaries.ts';
import { placeFor, programsFor } from './place.ts';

describe('where a server works', () => {
  const account = serverAccount('/nowhere');
  let top = '';
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'liangjian-place-'));
    chmodSync(top, 0o755);
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  const folderIn = (...names: string[]): string => {
    const folder = join(top, ...names);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  const entered = (folder: string): boolean =>
    spawnSync('/bin/ls', ['-d', `${folder}/.`], { stdio: 'ignore', cwd: '/', ...account }).status === 0;

  test('whoever is not root works where they were asked to', () => {
    const folder = folderIn('data', 'database');
    expect(placeFor(folder, null)).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('root opens its own two folders for the account, and for nobody else', () => {
    const folder = folderIn('data', 'database');
    expect(placeFor(folder, account)).toBe(folder);
    const modes = [folder, dirname(folder)].map((step) => statSync(step).mode & 0o777);
    expect(modes).toEqual(account ? [0o710, 0o710] : [0o700, 0o700]);
    mkdirSync(join(folder, 'inner'), { mode: 0o755 });
    expect(entered(join(folder, 'inner'))).toBe(true);
  });

  test('behind a door that is not ours to open the server gets a place of its own, and a link says where', () => {
    const folder = folderIn('closed', 'data', 'database');
    const place = placeFor(folder, account, join(top, 'elsewhere'));
    expect(placeFor(folder, account, join(top, 'elsewhere'))).toBe(place);
    expect(statSync(join(top, 'closed')).mode & 0o777).toBe(0o700);
    if (account) expect(readlinkSync(join(folder, 'elsewhere'))).toBe(place);
    else expect(place).toBe(folder);
    expect(entered(place)).toBe(true);
  });

  test('programs that the account cannot reach are copied to where it can', () => {
    const found = binaries();
    const open = folderIn('place');
    chmodSync(open, 0o755);
    expect(programsFor(found, open, account)).toEqual(found);
    const hidden = folderIn('hidden');
    cpSync(join(dirname(found.postgres), '..'), hidden, { recursive: true, verbatimSymlinks: true });
    const near = { initdb: join(hidden, 'bin', 'initdb'), postgres: join(hidden, 'bin', 'postgres') };
    const copied = programsFor(near, open, account);
    expect(spawnSync(copied.postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...account }).stdout).toMatch(
      /^postgres \(PostgreSQL\) 1/,
    );
  });
});

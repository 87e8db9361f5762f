import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProfileFolder } from './profile-folder.ts';

test('folders of processes that ended are swept, those of living ones and of other machines stay', () => {
  const root = mkdtempSync(join(tmpdir(), 'liangjian-sweep-'));
  try {
    const mine = makeProfileFolder(root);
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const left = mine.replace(`-${process.pid}-`, `-${ended}-`);
    const elsewhere = join(root, `liangjian-browser-another.host-${ended}-abcdef`);
    for (const folder of [left, elsewhere]) mkdirSync(folder);
    writeFileSync(join(left, 'netlog.json'), '{');
    const next = makeProfileFolder(root);
    expect(next).not.toBe(mine);
    expect([mine, next, left, elsewhere].map((folder) => existsSync(folder))).toEqual([true, true, false, true]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

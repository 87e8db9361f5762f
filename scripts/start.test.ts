import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBundle } from '@liangjian/evidence';
import { afterAll, expect, test } from 'vitest';
import { accessibilityFaults } from './testing/accessibility.ts';

/** Two shops with four visits each take some ten seconds on two idle cores, and many times that when they are shared. */
const PATIENCE = 180_000;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'liangjian-start-'));
afterAll(() => {
  for (const data of readdirSync(folder)) rmSync(databasePlace(join(folder, data)), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Where the database of a demo lies: root's server may work elsewhere, and a link says where. */
function databasePlace(data: string): string {
  const database = join(data, 'demo', 'platform', 'database');
  const link = join(database, 'elsewhere');
  return existsSync(link) ? realpathSync(link) : database;
}

/** Starts the demo with results in `data`; every temporary file of its browser lies in a folder of its own, which marks its processes. */
function start(data: string, ...args: string[]) {
  const child = spawn(process.execPath, ['scripts/start.ts', '--data', data, ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.err += chunk;
  });
  return { child, told, ended: new Promise<number | null>((done) => child.on('exit', done)) };
}

/** Command lines of running processes that name the temporary folder. */
const leftOver = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes('--user-data-dir') && line.includes(folder) ? [line] : [];
      } catch {
        return [];
      }
    });

test(
  'a newcomer sees what was found, in both languages, with reports and a sealed bundle that verifies',
  async () => {
    const data = join(folder, 'data');
    const { told, ended } = start(data, '--once');
    expect(await ended, told.err).toBe(0);
    expect(told.out).toMatch(/有问题的餐厅：发现问题 (1\d|2\d) 项/);
    expect(told.out).toMatch(/The faulty restaurant: (1\d|2\d) problems found/);
    expect(told.out).toContain('没有问题的同款餐厅：发现问题 0 项');
    expect(told.out).toContain('Its clean twin: 0 problems found');
    expect(told.out.match(/^ {2}✗ [A-Z]\d\d .+$/gm)).toHaveLength(6);

    const results = readdirSync(join(data, 'demo')).filter((name) => /^\d{3}-/.test(name));
    expect(results).toHaveLength(2);
    for (const name of results) {
      const result = join(data, 'demo', name);
      expect(JSON.parse(readFileSync(join(result, 'report.json'), 'utf8'))).toMatchObject({ format: 'liangjian-inspection/1' });
      expect(readFileSync(join(result, 'report.html'), 'utf8').slice(0, 2000)).toMatch(
        /^<!doctype html><html lang="zh-CN">.*<title>检查报告 http:\/\/shop\.s1-/s,
      );
      expect((await verifyBundle(join(result, 'bundle.wacz'))).verdict).toBe('intact-with-gaps');
    }
    expect(readFileSync(join(data, 'demo', 'index.html'), 'utf8')).toContain(`${results[0]}/report.html`);
    expect(told.out).not.toContain('did not start');
    const place = databasePlace(data);
    expect(existsSync(join(place, 'data', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(place, 'data', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(data, 'demo', '.running'))).toBe(false);
    expect(leftOver()).toEqual([]);
    const pages = [join(data, 'demo', 'index.html'), ...results.map((name) => join(data, 'demo', name, 'report.html'))];
    expect(await accessibilityFaults(pages)).toEqual([]);
  },
  PATIENCE,
);

test(
  'Ctrl-C in the middle of a visit leaves no browser and no lock behind',
  async () => {
    const data = join(folder, 'cut');
    const { child, told, ended } = start(data);
    while (leftOver().length === 0 && child.exitCode === null) await new Promise((done) => setTimeout(done, 50));
    child.kill('SIGINT');
    expect(await ended, told.err).toBe(130);
    // A process that was killed may still stand in the table for a moment.
    await expect.poll(leftOver, { timeout: 5000 }).toEqual([]);
    expect(existsSync(join(data, 'demo', '.running'))).toBe(false);
  },
  PATIENCE,
);

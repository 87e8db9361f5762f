import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectWeb, openBrowserPool } from '@liangjian/inspect';
import { launchBrowser } from '../packages/inspect/collectors/web/browser/launch.ts';
import { SITES } from '../samples/manifest.ts';
import { type Samples, startSamples } from '../samples/server.ts';

const root = mkdtempSync(join(tmpdir(), 'liangjian-killed-'));
const shop = SITES.find(({ id }) => id === 's1-clean') as (typeof SITES)[number];
let samples: Samples;
beforeAll(async () => {
  samples = await startSamples();
});
afterAll(async () => {
  await samples.close();
  rmSync(root, { recursive: true, force: true });
});

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Live processes; what only waits to be collected has ended. */
function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') return [];
      return [
        { pid: Number(name), parent: Number(parent), command: readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ') },
      ];
    } catch {
      return [];
    }
  });
}

/** The browser that a process started: the one child that is told where its profile is. */
const browserOf = (pid: number): Process | undefined =>
  processes().find(({ parent, command }) => parent === pid && command.includes('--user-data-dir=') && !command.includes('--type='));
const profileOf = ({ command }: Process): string => /--user-data-dir=(\S+)/.exec(command)?.[1] ?? 'none';

async function until<T>(what: () => T | undefined | false, ms: number): Promise<T | undefined> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const found = what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

const visitOf = (folder: string) => ({
  url: samples.origin(shop.host) + shop.path,
  scene: shop.scene,
  channel: shop.channel,
  folder: join(root, folder),
  allowPrivate: ['all'],
  hostMap: samples.hostMap,
  control: false,
  profile: 'mobile' as const,
  armMs: 40_000,
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'a browser killed during a visit is told in every arm, and the pool goes on with another',
  async () => {
    const pids: number[] = [];
    const pool = openBrowserPool(async () => {
      const before = new Set(processes().map(({ pid }) => pid));
      const browser = await launchBrowser();
      const mine = processes().find(
        ({ pid, parent, command }) => parent === process.pid && !before.has(pid) && command.includes('--user-data-dir='),
      );
      if (mine) pids.push(mine.pid);
      return browser;
    });
    try {
      let killed = false;
      const ended = await inspectWeb(pool, {
        ...visitOf('killed'),
        onProgress: ({ what }) => {
          if (what !== 'use' || killed) return;
          killed = true;
          process.kill(pids[0] as number, 'SIGKILL');
        },
      }).then(
        ({ report }) => report.arms.map(({ stoppedBy }) => stoppedBy),
        (error: { code?: string }) => [error.code],
      );
      expect(killed).toBe(true);
      expect(ended).toContain('browser-crashed');
      expect(existsSync(join(root, 'killed', 'capture.json')) ? [] : readdirSync(join(root, 'killed', 'arms')).length).not.toBe(0);
      const { report } = await inspectWeb(pool, visitOf('after'));
      expect(report.arms.map(({ complete }) => complete)).toEqual([true, true, true]);
      expect(pids).toHaveLength(2);
    } finally {
      await pool.close();
    }
    expect(processes().filter(({ pid }) => pids.includes(pid))).toEqual([]);
  },
  120_000,
);

test.skipIf(!existsSync('/proc/self/stat'))(
  'our own process killed leaves no browser behind and no half capture',
  async () => {
    const out = join(root, 'orphan');
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../packages/cli/bin/liangjian.js'),
        'inspect',
        samples.origin(shop.host) + shop.path,
        '--allow-private',
        ...samples.hosts.flatMap((host) => ['--resolve', `${host}:80:127.0.0.1:${samples.port}`]),
        '--out',
        out,
        '--no-seal',
      ],
      { stdio: 'ignore' },
    );
    const owner = await until(() => processes().find(({ command }) => command.includes(out) && command.includes('node')), 20_000);
    const browser = await until(
      () =>
        processes()
          .map(({ pid }) => (commandTree(pid, child.pid as number) ? browserOf(pid) : undefined))
          .find(Boolean),
      40_000,
    );
    if (!browser || !owner) throw new Error('no browser was started');
    await until(() => existsSync(join(out, 'capture', 'arms', 'accept.ndjson')), 20_000);
    const profile = profileOf(browser);
    for (const { pid } of processes().filter((one) => commandTree(one.pid, child.pid as number) && one.command.includes('liangjian.js')))
      process.kill(pid, 'SIGKILL');
    const gone = await until(() => processes().every(({ command }) => !command.includes(profile)), 15_000);
    expect(gone).toBe(true);
    expect(existsSync(join(out, 'capture', 'capture.json'))).toBe(false);
    expect(existsSync(join(out, 'report.json'))).toBe(false);
  },
  120_000,
);

/** Whether a process is the one named or below it. */
function commandTree(pid: number, root: number): boolean {
  const all = new Map(processes().map((one) => [one.pid, one]));
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) if (at === root) return true;
  return false;
}

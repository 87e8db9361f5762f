import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ARM_MS, inspectWeb, openBrowserPool, TOOL } from '@liangjian/inspect';
import { eachOf, subject } from '../subject.ts';

/** Ours: a whole inspection with capture on disk, facts and judgement. The first site warms the browser and is not counted. */
await subject(async ({ urls, concurrency, port, hosts, control }, begin) => {
  const pool = openBrowserPool();
  const root = mkdtempSync(join(tmpdir(), 'liangjian-bench-'));
  const hostMap = new Map(hosts.map((host) => [host, `127.0.0.1:${port}`]));
  let events = 0;
  let incomplete = 0;
  let fails = 0;
  let seen = 0;
  let took = 0;
  const visit = async (url: string): Promise<void> => {
    const began = performance.now();
    const folder = join(root, String(seen++));
    const { report } = await inspectWeb(pool, {
      url,
      scene: 'S1',
      channel: null,
      folder,
      allowPrivate: ['all'],
      hostMap,
      control,
      profile: 'mobile',
      armMs: DEFAULT_ARM_MS,
    });
    took += performance.now() - began;
    for (const arm of report.arms) {
      events += arm.events;
      if (!arm.complete || arm.completeness.missing > 0) incomplete += 1;
    }
    fails += report.outcomes.filter((one) => one.outcome === 'fail').length;
  };
  const [first = '', ...rest] = urls;
  await visit(first);
  events = incomplete = fails = took = 0;
  begin();
  const before = process.cpuUsage();
  await eachOf(rest, concurrency, visit);
  const node = process.cpuUsage(before);
  const bytes = readdirSync(join(root, '1'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return {
    notes: {
      version: TOOL.version,
      nodeCpuS: (node.user + node.system) / 1e6,
      events: Math.round(events / rest.length),
      incomplete,
      fails: fails / rest.length,
      secondsPerSite: took / rest.length / 1000,
      captureMb: bytes / 1e6,
    },
    async close() {
      await pool.close();
      if (process.env['KEEP']) console.error(root);
      else rmSync(root, { recursive: true, force: true });
    },
  };
});

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scoreSample } from '../bench/score.ts';
import { failedRows, isGolden, readGolden } from './golden.ts';
import { SAMPLE_HOSTS } from './hosts.ts';
import { SITES } from './manifest.ts';
import type { RequestRecord } from './server.ts';
import { openField, type Visited } from './testing/field.ts';

const SITES_AT_A_TIME = 4;

/** First visits, for what must never happen; and what stands after a second look at the shops that came out otherwise than known. */
let first: readonly Visited[];
let visited: readonly Visited[];
let log: readonly RequestRecord[];
beforeAll(async () => {
  const field = await openField();
  try {
    first = await field.inspectAll(SITES, SITES_AT_A_TIME);
    const golden = readGolden();
    const differs = SITES.filter(({ id }) => !isGolden(failedRows(reportOf(id, first)), golden[id]));
    // A busy machine can make one visit stop early; what is wrong shows again when the shop is visited alone.
    const again = await field.inspectAll(differs, 1);
    visited = first.map((one) => again.find(({ id }) => id === one.id) ?? one);
    log = [...field.samples.log];
  } finally {
    await field.close();
  }
}, 300_000);

const reportOf = (id: string, among: readonly Visited[] = visited) => {
  const found = among.find((one) => one.id === id);
  if (!found) throw new Error(`${id} was not visited`);
  return found.report;
};

test.each(SITES.filter(({ id }) => id.endsWith('-clean')))('$id: nothing fails on a clean shop', ({ id }) => {
  expect(failedRows(reportOf(id, first))).toEqual([]);
  expect(failedRows(reportOf(id))).toEqual([]);
  expect(reportOf(id).outcomes.length).toBeGreaterThan(20);
});

test.each(SITES)('$id: no false accusation, and what was found once is found again', (site) => {
  expect(scoreSample(site, reportOf(site.id, first)).falseAlarms).toEqual([]);
  expect(scoreSample(site, reportOf(site.id)).falseAlarms).toEqual([]);
  const failed = failedRows(reportOf(site.id));
  const golden = readGolden()[site.id];
  expect(isGolden(failed, golden), `${failed.join(' ')} is not ${golden?.join(' ')}`).toBe(true);
});

test('at least four in five known faults of the shops are found', () => {
  const scores = SITES.map((site) => scoreSample(site, reportOf(site.id)));
  const found = scores.flatMap((score) => score.found).length;
  expect(found / SITES.flatMap((site) => site.faults).length).toBeGreaterThan(0.8);
});

test('every arm of every visit ran to its end and both ledgers were held together', () => {
  for (const { id, report } of visited) {
    expect(
      report.arms.map(({ arm, complete }) => [arm, complete]),
      id,
    ).toEqual(['untouched', 'refuse', 'accept'].map((arm) => [arm, true]));
    for (const { completeness } of report.arms) expect(completeness.netlog, id).toBeGreaterThan(0);
  }
});

/** Where the forms of the shops lead: registrations, orders, applications, enquiries, log-ins, codes. */
function formAims(): ReadonlySet<string> {
  const root = join(import.meta.dirname, 'sites');
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => extname(file) === '.html');
  const actions = pages.flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/action="([^"]+)"/g)]);
  return new Set(actions.map(([, action = '']) => new URL(action, 'http://shop/').pathname));
}

test('no form, registration, order, payment or code request reached a shop in any arm', () => {
  const aims = formAims();
  const shops = new Set(SAMPLE_HOSTS.filter(({ kind }) => kind === 'site').map(({ host }) => host));
  expect(aims.size).toBeGreaterThan(10);
  const atShops = log.filter(({ host }) => shops.has(host));
  expect(new Set(atShops.map(({ host }) => host)).size).toBe(SITES.length);
  expect(atShops.filter(({ url }) => aims.has(new URL(url, 'http://shop/').pathname)).map(({ host, url }) => host + url)).toEqual([]);
  expect(atShops.filter(({ method }) => method !== 'GET').map(({ method, host, url }) => `${method} ${host}${url}`)).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { requirements } from '@liangjian/law';
import { expect, test } from 'vitest';
import { SAMPLE_HOSTS } from './hosts.ts';
import { ADVERSARIAL, SAMPLES, SITES } from './manifest.ts';

const ROOT = import.meta.dirname;
const pages = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => ['.html', '.js', '.css'].includes(extname(file)));
const fileOf = (host: string, path: string): string => {
  const folder = SAMPLE_HOSTS.find((entry) => entry.host === host)?.folder ?? 'no-such-host';
  const name = path.split(/[?#]/)[0] ?? '/';
  return join(ROOT, folder, name.endsWith('/') ? `${name}index.html` : name);
};

test('every sample names a page that exists, once', () => {
  expect(new Set(SAMPLES.map((sample) => sample.id)).size).toBe(SAMPLES.length);
  for (const { host, path } of [...SAMPLES, ADVERSARIAL]) expect(existsSync(fileOf(host, path)), `${host}${path}`).toBe(true);
});

test('twins point at samples that exist and a clean twin has no fault', () => {
  for (const sample of SAMPLES) {
    if (sample.twin !== null)
      expect(
        SAMPLES.some((other) => other.id === sample.twin),
        sample.id,
      ).toBe(true);
    if (sample.id.endsWith('-clean')) expect([...sample.faults, ...sample.mayFail]).toEqual([]);
    expect(
      sample.faults.filter((id) => sample.mayFail.includes(id)),
      sample.id,
    ).toEqual([]);
  }
});

test('every host that a page speaks of is served by the samples', () => {
  const served = new Set(SAMPLE_HOSTS.map((entry) => entry.host));
  // Mini-programs are read, not visited.
  for (const page of pages.filter((file) => !file.startsWith('miniprogram/'))) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const named = [...text.matchAll(/(?:https?|wss?):\/\/([a-z0-9.-]+)/g)].map((match) => match[1] ?? '');
    expect(
      named.filter((host) => !served.has(host) && host !== 'www.w3.org'),
      page,
    ).toEqual([]);
  }
});

test('links and scripts of the shops lead to files that exist', () => {
  for (const page of pages.filter((file) => file.startsWith('sites/') && file.endsWith('.html'))) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/(?:href|src)="([^"#:]+)"/g)].map((match) => (match[1] ?? '').split(/[?#]/)[0] ?? '');
    const missing = links.filter((link) => !existsSync(join(ROOT, link.startsWith('/') ? link : join(page, '..', link))));
    // A dead link to the policy is the very fault of the parking sample.
    expect(
      missing.filter((link) => !(page === 'sites/s2-faulty/index.html' && link === 'privacy.html')),
      page,
    ).toEqual([]);
  }
});

test('nobody real: phone numbers in the samples stand outside the allocated ranges', () => {
  for (const page of pages) {
    const numbers = readFileSync(join(ROOT, page), 'utf8').match(/(?<!\d)1\d{10}(?!\d)/g) ?? [];
    expect(
      // 154 is given to no carrier, yet looks like a mobile number: what a page shows unmasked must be known for one.
      numbers.filter((number) => !/^1(00|01|02|54)/.test(number)),
      page,
    ).toEqual([]);
  }
});

test('clean shops name no third party in their pages but the ones they disclose', () => {
  for (const sample of SITES.filter((one) => one.id.endsWith('-clean'))) {
    const own = pages.filter((page) => page.startsWith(`sites/${sample.id}/`)).map((page) => readFileSync(join(ROOT, page), 'utf8'));
    const list = readFileSync(join(ROOT, 'sites', sample.id, 'sharing-list.html'), 'utf8');
    const named = own.flatMap((text) => [...text.matchAll(/(?:https?|wss?):\/\/([a-z0-9.-]+)/g)].map((match) => match[1] ?? ''));
    const foreign = named.filter((host) => host !== sample.host && host !== 'www.w3.org');
    expect(
      foreign.filter((host) => !list.includes(host)),
      sample.id,
    ).toEqual([]);
  }
});

test('over all shops every row that a browser can show is violated somewhere', () => {
  const wanted = `G01 G02 G03 G04 G05 G06 G08 G10 G11 G13 G14 G16 G17 G18 G20 G21 G25 G26 G27 G28 G29 G30 G31 G32 G33 G36 G37 G38
    G39 G40 G54 G56 A01 A02 A03 A04 A05 A06 A08 B01 B02 B04 B05 C01 C02 C03 D01 D02 D03 D04 D05 D09 E04 E09 F01 F03 F04 F05 F07
    H01 H02 H03 I01 I04`.split(/\s+/);
  const violated = new Set(SITES.flatMap((sample) => sample.faults));
  expect(wanted.filter((id) => !violated.has(id))).toEqual([]);
});

test('every row named in the table is a row of the requirements', () => {
  const known = new Set(requirements.map((row) => row.id));
  for (const { id, faults, mayFail, judged } of SAMPLES) {
    const named = [...faults, ...mayFail, ...(judged === 'all' ? [] : judged)];
    expect(
      named.filter((row) => !known.has(row)),
      id,
    ).toEqual([]);
    if (judged !== 'all')
      expect(
        faults.filter((row) => !judged.includes(row)),
        id,
      ).toEqual([]);
  }
});

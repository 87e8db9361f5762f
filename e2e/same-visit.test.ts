import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '@liangjian/inspect';
import { liangjian, type Ran } from '../packages/cli/testing/spawn.ts';
import { type Samples, startSamples } from '../samples/server.ts';

const root = mkdtempSync(join(tmpdir(), 'liangjian-same-'));
const [first, second] = [join(root, 'first'), join(root, 'second')];
let samples: Samples;
let ran: readonly Ran[];
beforeAll(async () => {
  samples = await startSamples();
  const visit = (out: string): Promise<Ran> =>
    liangjian([
      'inspect',
      samples.origin('shop.s1-gate-faulty.test'),
      '--allow-private',
      ...samples.hosts.flatMap((host) => ['--resolve', `${host}:80:127.0.0.1:${samples.port}`]),
      '--scene',
      'S1',
      '--channel',
      'dine-in',
      '--out',
      out,
      '--keys',
      join(root, 'keys'),
      '--format',
      'json',
    ]);
  ran = [await visit(first), await visit(second)];
}, 180_000);
afterAll(async () => {
  await samples.close();
  rmSync(root, { recursive: true, force: true });
});

const outcomesOf = (text: string): string[] =>
  (JSON.parse(text) as Report).outcomes.map(({ requirement, outcome }) => `${requirement} ${outcome}`);

test('two runs of the command on one page: judge from folder and bundle agree, diff says the same, verify says intact', async () => {
  expect(ran.map(({ status }) => status)).toEqual([1, 1]);
  const told = readFileSync(join(first, 'report.json'), 'utf8');
  for (const path of [first, join(first, 'bundle.wacz'), second, join(second, 'bundle.wacz')]) {
    const judged = await liangjian(['judge', path, '--format', 'json']);
    expect(outcomesOf(judged.out), path).toEqual(outcomesOf(told));
    expect(judged.status, path).toBe(1);
  }
  const difference = await liangjian(['diff', first, second, '--lang', 'en']);
  expect([difference.status, difference.out]).toEqual([0, 'No difference.\n']);
  for (const folder of [first, second]) {
    const verified = await liangjian(['verify', join(folder, 'bundle.wacz'), '--lang', 'en']);
    expect(verified.status, verified.out).toBe(0);
    expect(verified.out).toContain('Not proved');
  }
}, 120_000);

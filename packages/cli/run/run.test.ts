import { expect, test } from 'vitest';
import { SAMPLE } from '../../inspect/report/testing/sample-report.ts';
import { differenceOf } from '../commands/diff.ts';
import { statusOfAll, statusOfReport } from './exit-status.ts';
import { inOrder } from './in-order.ts';
import { resolveMap } from './resolve-map.ts';

test('exit status of a report: a fail first, then what was not seen', () => {
  const whole = {
    ...SAMPLE,
    outcomes: [],
    coverage: { read: [], notRead: [] },
    arms: SAMPLE.arms.map((arm) => ({ ...arm, complete: true, stoppedBy: null })),
  };
  expect(statusOfReport(SAMPLE)).toBe(1);
  expect(statusOfReport(whole)).toBe(0);
  expect(statusOfReport({ ...whole, coverage: SAMPLE.coverage })).toBe(3);
  expect(statusOfReport({ ...whole, arms: SAMPLE.arms })).toBe(3);
  expect(statusOfReport({ ...whole, arms: whole.arms.map((arm) => ({ ...arm, stoppedBy: 'payment' })) })).toBe(0);
  expect(statusOfReport({ ...whole, arms: whole.arms.map((arm) => ({ ...arm, stoppedBy: 'wechat' })) })).toBe(3);
});

test('exit status of several targets', () => {
  expect(statusOfAll([0, 0])).toBe(0);
  expect(statusOfAll([0, 2, 1])).toBe(1);
  expect(statusOfAll([2, 2])).toBe(2);
  expect(statusOfAll([0, 2])).toBe(3);
  expect(statusOfAll([0, 3])).toBe(3);
});

test('results come out in the order asked, however long each takes, and never more at once than allowed', async () => {
  const emitted: number[] = [];
  let running = 0;
  let most = 0;
  const results = await inOrder(
    [30, 1, 10, 2, 5],
    2,
    async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running -= 1;
      return ms;
    },
    (ms) => emitted.push(ms),
  );
  expect(emitted).toEqual([30, 1, 10, 2, 5]);
  expect(results).toEqual(emitted);
  expect(most).toBe(2);
});

test('--resolve as curl writes it, with ports at will', () => {
  expect([...resolveMap(['Shop.test:80:127.0.0.1:8080', 'a.test:127.0.0.1', 'b.test:443:[::1]'])]).toEqual([
    ['shop.test:80', '127.0.0.1:8080'],
    ['a.test', '127.0.0.1'],
    ['b.test:443', '::1:443'],
  ]);
  for (const bad of ['shop.test', 'shop.test:80', 'shop.test:80:999.1.1.1', ':127.0.0.1', 'a.test:[::1]'])
    expect(() => resolveMap([bad])).toThrow();
});

test('a difference names changed outcomes and facts that came or went', () => {
  const after = {
    ...SAMPLE,
    facts: SAMPLE.facts.slice(1),
    outcomes: SAMPLE.outcomes.map((one) => (one.requirement === 'G14' ? { ...one, outcome: 'pass' as const } : one)).slice(0, 3),
  };
  const difference = differenceOf(SAMPLE, after);
  expect(difference.outcomes.map(({ requirement, from, to }) => [requirement, from, to])).toEqual([
    ['G14', 'fail', 'pass'],
    ['G23', 'cannot-tell', null],
  ]);
  expect(difference.disappeared).toEqual(SAMPLE.facts.slice(0, 1));
  expect(differenceOf(SAMPLE, SAMPLE)).toEqual({ outcomes: [], appeared: [], disappeared: [] });
});

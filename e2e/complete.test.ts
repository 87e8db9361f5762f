import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCapture } from '@liangjian/inspect';
import { ADVERSARIAL } from '../samples/manifest.ts';
import { type Field, openField, type Visited } from '../samples/testing/field.ts';

let field: Field;
let visited: Visited;
beforeAll(async () => {
  field = await openField();
  visited = await field.inspect(ADVERSARIAL);
}, 120_000);
afterAll(() => field.close());

/** How often each request was made, by method and address. */
function counts(entries: readonly string[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(entry, (sums.get(entry) ?? 0) + 1);
  return sums;
}

const pathOf = (url: string): string => {
  const at = URL.parse(url);
  return at ? at.host.replace(/:\d+$/, '') + at.pathname + at.search : url;
};

test('the ledgers of all arms together hold every request that the server received, or the gap is stated', () => {
  const { arms } = readCapture(visited.folder);
  const inLedgers = counts(
    arms.flatMap(({ events }) =>
      events.flatMap((event) => {
        if (event.type === 'request') return [`${event.method} ${pathOf(event.url)}`];
        return event.type === 'websocket' && event.direction === 'open' ? [`GET ${pathOf(event.url)}`] : [];
      }),
    ),
  );
  const received = counts(
    field.samples.log.filter(({ kind }) => kind !== 'websocket-message').map(({ method, host, url }) => `${method} ${host}${url}`),
  );
  const gaps = [...received].filter(([entry, times]) => (inLedgers.get(entry) ?? 0) < times);
  const missing = gaps.reduce((sum, [entry, times]) => sum + times - (inLedgers.get(entry) ?? 0), 0);
  const stated = visited.report.arms.filter(({ completeness }) => completeness.netlog === 0 || !completeness.stated.includes('both'));
  expect(received.size).toBeGreaterThan(60);
  if (stated.length === 0) expect(gaps).toEqual([]);
  // A ledger that lost its second witness says so, and still holds nearly all.
  expect(missing).toBeLessThan(received.size / 20);
});

test('each socket message that reached the server stands in a ledger', () => {
  const sent = readCapture(visited.folder).arms.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'websocket' && event.direction === 'sent' && event.payload !== null ? [event.payload] : [])),
  );
  const left = counts(sent);
  const got = counts(field.samples.log.filter(({ kind }) => kind === 'websocket-message').map(({ body }) => body.toString()));
  expect(got.size).toBeGreaterThan(1);
  expect([...got].filter(([payload, times]) => (left.get(payload) ?? 0) < times)).toEqual([]);
});

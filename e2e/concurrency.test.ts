import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCapture } from '@liangjian/inspect';
import { SITES } from '../samples/manifest.ts';
import { type Field, openField, type Visited } from '../samples/testing/field.ts';

/** `VISITS=40 AT_A_TIME=16 npm test e2e/concurrency.test.ts` is the full count; the suite takes a smaller one to stay quick. */
const VISITS = Number(process.env['VISITS'] ?? 10);
const AT_A_TIME = Number(process.env['AT_A_TIME'] ?? 5);

/** Shops that show the same at every speed; s2 and s5 live on their clocks. */
const SHOPS = ['s1-clean', 's1-gate-faulty', 's4-faulty', 's7-faulty', 's8-clean'].flatMap((id) => SITES.filter((site) => site.id === id));

let field: Field;
let serial: readonly Visited[];
let together: readonly Visited[];
beforeAll(async () => {
  field = await openField();
  serial = await field.inspectAll(SHOPS, 1);
  const targets = Array.from({ length: VISITS }, (_, index) => SHOPS[index % SHOPS.length] as (typeof SHOPS)[number]);
  together = await field.inspectAll(targets, AT_A_TIME);
}, 600_000);
afterAll(() => field.close());

const summary = ({ report }: Visited) => ({
  outcomes: report.outcomes.map(({ requirement, outcome }) => `${requirement} ${outcome}`),
  facts: report.facts.map(({ id, type, phase, label }) => `${id} ${type} ${phase} ${label}`),
});

test(`${VISITS} visits at ${AT_A_TIME} at a time equal the serial run: same facts, same outcomes`, () => {
  expect(together).toHaveLength(VISITS);
  for (const visited of together) {
    const alone = serial.find(({ id }) => id === visited.id);
    if (!alone) throw new Error(`${visited.id} was not visited alone`);
    expect(summary(visited), visited.id).toEqual(summary(alone));
  }
});

test('nothing is mixed: no shop stands in the ledger of another, and no arm sends the data of another', () => {
  for (const { id, folder } of together) {
    const { arms, capture } = readCapture(folder);
    for (const { arm, events } of arms) {
      const foreign = events.flatMap((event) => {
        const host = event.type === 'request' || event.type === 'navigation' ? (URL.parse(event.url)?.hostname ?? '') : '';
        return host.startsWith('shop.') && host !== `shop.${id}.test` ? [host] : [];
      });
      expect(foreign, `${id} ${arm}`).toEqual([]);
      const others = Object.entries(capture.canaries).flatMap(([owner, values]) => (owner === arm ? [] : Object.values(values)));
      const own = new Set(Object.values(capture.canaries[arm] ?? {}));
      const strange = new Set(others.filter((value) => value.length >= 8 && !own.has(value)));
      const sent = events.flatMap((event) => (event.type === 'request' ? [decodeURIComponent(event.url)] : []));
      expect(
        sent.filter((url) => [...strange].some((value) => url.includes(value))),
        `${id} ${arm}`,
      ).toEqual([]);
    }
  }
});

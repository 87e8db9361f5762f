import { expect, test } from 'vitest';
import { fillFields } from './fill-fields.ts';
import { madeUpPage } from './testing/made-up-page.ts';

const CANARY = { phone: '10012345678' };

/** A page with one phone field whose value after typing is what the page says. */
function phonePage(valueAfter: () => string) {
  const { page, ledger } = madeUpPage({ start: { fields: [{}] } });
  const look: typeof page.look = async (reason) => {
    const seen = await page.look(reason);
    const nodes = seen.surface.nodes.map((node) => (node.id === seen.reading.fields[0]?.node ? { ...node, value: valueAfter() } : node));
    return { ...seen, surface: { ...seen.surface, nodes } };
  };
  return { page: { ...page, look }, typed: () => ledger.filter(({ type }) => type === 'input').length };
}

test('a field that stayed empty is tried once more, one that was filled is not', async () => {
  for (const [value, times] of [
    ['', 2],
    ['10012345678', 1],
  ] as const) {
    const { page, typed } = phonePage(() => value);
    const filled = new Set<string>();
    for (let round = 0; round < 3; round += 1) await fillFields(page, await page.look('start'), CANARY, filled);
    expect(typed()).toBe(times);
  }
});

test('the field typed in is left, for many pages send only then', async () => {
  const { page } = madeUpPage({ start: { fields: [{}] } });
  let left = 0;
  const leaving = { ...page, leaveField: async () => void (left += 1) };
  await fillFields(leaving, await page.look('start'), CANARY, new Set());
  await fillFields(leaving, await page.look('start'), {}, new Set());
  expect(left).toBe(1);
});

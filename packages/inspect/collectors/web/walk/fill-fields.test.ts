import { expect, test } from 'vitest';
import type { SurfaceNode } from '../../../surface/surface.ts';
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

test('letters already standing in the boxes of a plate are not taken for keys', async () => {
  const { page } = madeUpPage({ start: { fields: [{ control: 'plate-keys', categories: ['plate'] }], controls: [['0'], ['A']] } });
  const taps: number[] = [];
  const look: typeof page.look = async (reason) => {
    const seen = await page.look(reason);
    const row = seen.reading.fields[0]?.node ?? -1;
    const labelled = seen.surface.nodes.map((node) => ({
      ...node,
      parent: -1,
      children: node.tag === 'button' ? [seen.surface.nodes.length + node.id] : [],
    }));
    const words = labelled.map((node) => ({ ...node, id: node.id + labelled.length, tag: '#text', children: [], parent: node.id }));
    // A box of the row that shows the 0 pressed before stands first on the page.
    const box = { ...(labelled[1] as SurfaceNode), id: 0, parent: row, box: { x: 300, y: 300, width: 20, height: 20 } };
    const boxWords = { ...(words[0] as SurfaceNode), text: '0' };
    return {
      ...seen,
      surface: { ...seen.surface, nodes: [box, ...labelled.slice(1), boxWords, ...words.slice(1)] },
    };
  };
  const tap = async (_x: number, y: number) => void taps.push(y);
  await fillFields({ ...page, look, tap }, await look('start'), { plate: '0A0' }, new Set());
  expect(taps).toHaveLength(4);
  expect(taps).not.toContain(310);
});

import { expect, test } from 'vitest';
import type { Box } from '../facts/fact.ts';
import { handSurface } from '../surface/testing/hand-surface.ts';
import type { Surface } from '../surface/surface.ts';
import { assignWords } from './assign-words.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

/** Nodes 3 and 4 are pictures, 5 is a text; the greater paint order lies on top. */
function scene(text: string, place: Box, textOrder: number): Surface {
  const surface = handSurface([{ tag: 'img' }, { tag: 'img' }, { tag: '#text', text }]);
  return { ...surface, nodes: surface.nodes.map((node) => (node.tag === '#text' ? { ...node, box: place, paintOrder: textOrder } : node)) };
}
const PICTURES = [
  { node: 3, box: box(0, 0, 300, 300) },
  { node: 4, box: box(0, 200, 100, 40) },
];
const words = (surface: Surface, text: string, at: Box) =>
  assignWords(surface, PICTURES, [{ text, box: at }]).map(({ node, words: own }) => [node, own[0]?.text]);

test('a word belongs to the topmost picture it lies in, and to none outside', () => {
  const surface = scene('菜单', box(0, 600, 60, 16), 1);
  expect(words(surface, '隐私政策', box(20, 20, 80, 20))).toEqual([[3, '隐私政策']]);
  expect(words(surface, '不同意', box(20, 210, 60, 20))).toEqual([[4, '不同意']]);
  expect(words(surface, '不同意', box(20, 400, 60, 20))).toEqual([]);
});

test('text that the page writes over a picture is not read a second time', () => {
  expect(words(scene('不同意', box(20, 20, 60, 20), 9), '不同薏', box(20, 20, 60, 20))).toEqual([]);
});

test('text under a picture counts only when it shows through', () => {
  const under = scene('招牌奶茶十八元', box(20, 20, 140, 20), 1);
  expect(words(under, '招牌奶茶十八元', box(20, 20, 140, 20))).toEqual([]);
  expect(words(under, '请阅读隐私政策', box(20, 20, 140, 20))).toEqual([[3, '请阅读隐私政策']]);
});

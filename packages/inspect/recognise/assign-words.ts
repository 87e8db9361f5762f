import type { Box } from '../facts/fact.ts';
import { centre, holds, intersect } from '../surface/geometry/box.ts';
import type { RecognisedPicture, Surface, SurfaceNode } from '../surface/surface.ts';

/** Gives each phrase to the topmost picture it lies in, and drops what the page itself writes there in text. */
export function assignWords(
  surface: Surface,
  pictures: readonly { readonly node: number; readonly box: Box }[],
  phrases: readonly { readonly text: string; readonly box: Box }[],
): readonly RecognisedPicture[] {
  const texts = surface.nodes.filter((node) => node.tag === '#text' && node.visible && node.box !== null);
  const order = (id: number): number => surface.nodes[id]?.paintOrder ?? -1;
  const words = new Map<number, { text: string; box: Box }[]>();
  for (const { text, box } of phrases) {
    const { x, y } = centre(box);
    const [top] = pictures.filter((picture) => holds(picture.box, x, y)).sort((a, b) => order(b.node) - order(a.node) || b.node - a.node);
    if (!top || texts.some((node) => isPageText(node, order(top.node), text, box))) continue;
    words.set(top.node, [...(words.get(top.node) ?? []), { text, box: rounded(box) }]);
  }
  return [...words].sort(([a], [b]) => a - b).map(([node, own]) => ({ node, words: own }));
}

/** Text over the picture is the page's; text under it only when it shows through (a sheet of confetti, a see-through picture). */
function isPageText(node: SurfaceNode, picture: number, text: string, box: Box): boolean {
  const lines = node.lines ?? (node.box ? [node.box] : []);
  if (!lines.some((line) => overlaps(line, box))) return false;
  return node.paintOrder > picture || alike(node.text, text);
}

const overlaps = (line: Box, box: Box): boolean => {
  const common = intersect(line, box);
  return common !== null && common.height > 0.4 * Math.min(line.height, box.height) && common.width > 0.3 * Math.min(line.width, box.width);
};

/** Most letters of the one are in the other. */
function alike(page: string, read: string): boolean {
  const letters = [...read].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.filter((letter) => page.includes(letter)).length >= 0.6 * letters.length;
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

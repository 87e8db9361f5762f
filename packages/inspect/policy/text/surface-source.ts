import type { Surface, SurfaceNode } from '../../surface/surface.ts';
import { foldedAway } from './folded-away.ts';
import type { LineHint, PolicySource, SourceLine } from './source.ts';
import { unwrap } from './unwrap.ts';

const BLOCK_DISPLAY = /^(block|flex|grid|table|list-item|flow-root|inline-block|inline-flex|table-caption)$/;
const BLOCK_TAG = /^(h[1-6]|p|li|dt|dd|div|section|article|caption)$/;
const LONGEST_HEADING = 40;

interface Place {
  /** Nearest block, or the row when in a table. */
  readonly owner: number;
  readonly cell: number;
  readonly row: boolean;
}

/**
 * The decoded text of a legal text's page: words in document order that are on view or one press away in a folded section, one line a
 * block, cells of a row set apart by a tab.
 * Spans of policy facts count in this text. Linear in the number of nodes.
 */
export function surfaceSource(surface: Surface): PolicySource {
  const places: Place[] = [];
  const parts: string[] = [];
  const lines: SourceLine[] = [];
  const body = bodySize(surface);
  const folded = foldedAway(surface);
  let length = 0;
  let breaks = 0;
  let line: { start: number; place: Place; breaks: number; first: SurfaceNode } | null = null;
  let cell = -1;
  const write = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const close = () => {
    if (!line) return;
    const { hint, level } = hintOf(surface, line.place, line.first, body, length - line.start);
    lines.push({ start: line.start, end: length, hint, level, node: line.first.id });
    write('\n');
    line = null;
  };

  for (const node of surface.nodes) {
    const above = places[node.parent] ?? { owner: 0, cell: -1, row: false };
    const display = node.style?.display ?? '';
    const isText = node.tag === '#text' || node.tag.startsWith('::');
    const isRow = node.tag === 'tr' || display === 'table-row';
    const isCell = above.row && (/^t[dh]$/.test(node.tag) || display === 'table-cell');
    const isBlock = !above.row && !isText && (isRow || BLOCK_DISPLAY.test(display) || BLOCK_TAG.test(node.tag));
    if (isBlock || (node.tag === 'br' && !above.row)) breaks++;
    places[node.id] = {
      owner: isRow || isBlock ? node.id : above.owner,
      cell: isCell ? node.id : above.cell,
      row: isRow || above.row,
    };
    if (!isText || !(node.visible || folded[node.id]) || node.text.trim() === '') continue;
    const place = places[node.id] as Place;
    if (line && (line.place.owner !== place.owner || (!place.row && line.breaks !== breaks))) close();
    if (!line) line = { start: length, place, breaks, first: node };
    else if (place.row && place.cell !== cell) write('\t');
    cell = place.cell;
    for (const [at, piece] of piecesOf(surface, node).entries()) {
      if (at > 0) {
        close();
        line = { start: length, place, breaks, first: node };
      }
      write(piece);
    }
  }
  close();
  return { text: parts.join(''), lines: lines.filter(({ start, end }) => end > start) };
}

/** Text nodes of preformatted blocks hold their own line breaks; elsewhere a break in the source is only a space. */
function piecesOf(surface: Surface, node: SurfaceNode): readonly string[] {
  const words = node.text.replace(/[\t\r]/g, ' ');
  if (!words.includes('\n')) return [words];
  const style = `${surface.nodes[node.parent]?.attributes['style'] ?? ''} ${surface.nodes[node.parent]?.tag}`;
  const kept = /white-space:\s*(pre|break)|\bpre$/.test(style) || (node.lines?.length ?? 0) >= words.split('\n').length;
  return kept ? unwrap(words.split(/\n+/)) : [words.replace(/\n/g, ' ')];
}

function hintOf(surface: Surface, place: Place, first: SurfaceNode, body: number, length: number): { hint: LineHint; level: number } {
  const owner = surface.nodes[place.owner];
  if (place.row) return { hint: 'row', level: 0 };
  const tag = Number(/^h([1-6])$/.exec(owner?.tag ?? '')?.[1] ?? owner?.attributes['aria-level'] ?? 0);
  if (tag > 0) return { hint: 'heading', level: tag };
  if (owner?.tag === 'li' || owner?.style?.display === 'list-item') return { hint: 'item', level: 0 };
  const style = surface.nodes[first.parent]?.style ?? owner?.style;
  const isBig = style !== null && style !== undefined && (style.fontSize >= body + 2 || style.fontWeight >= 600);
  return isBig && length <= LONGEST_HEADING && !/[。；;,，：:]$/.test(first.text.trim())
    ? { hint: 'heading', level: 5 }
    : { hint: null, level: 0 };
}

/** Font size of most of the visible text, CSS pixels; 0 when there is none. */
export function bodySize(surface: Surface): number {
  return bodyNode(surface)?.size ?? 0;
}

/** The size most of the text is set in, and a long text node of that size. */
export function bodyNode(surface: Surface): { readonly size: number; readonly node: number } | null {
  const sums = new Map<number, { letters: number; node: number; longest: number }>();
  for (const node of surface.nodes) {
    if (node.tag !== '#text' || !node.visible) continue;
    const size = node.style?.fontSize ?? surface.nodes[node.parent]?.style?.fontSize;
    const letters = node.text.trim().length;
    if (size === undefined || letters === 0) continue;
    const sum = sums.get(size) ?? { letters: 0, node: node.id, longest: 0 };
    sums.set(size, {
      letters: sum.letters + letters,
      node: letters > sum.longest ? node.id : sum.node,
      longest: Math.max(sum.longest, letters),
    });
  }
  const best = [...sums].sort(([, a], [, b]) => b.letters - a.letters)[0];
  return best ? { size: best[0], node: best[1].node } : null;
}

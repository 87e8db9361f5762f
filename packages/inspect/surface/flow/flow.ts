import type { Reader } from '../reader.ts';
import type { Surface } from '../surface.ts';

/** One visible piece of text (a `#text` node or generated content) in reading order. */
export interface Run {
  readonly node: number;
  readonly text: string;
  /** A block begins or ends between the run before and this one. */
  readonly breakBefore: boolean;
}

/** Visible words by place in the document; names of pictures and values of fields are left out on purpose. */
export interface Flow {
  readonly runs: readonly Run[];
  /** First id after the subtree of the node. */
  end(id: number): number;
  /** Words of nodes `from <= id < to`, blocks on lines of their own, at most `most` characters (one run more may follow). */
  between(from: number, to: number, most?: number): string;
  /** Words of one subtree. */
  of(id: number, most?: number): string;
}

const BLOCKS = /^(block|flex|grid|table|table-row|table-cell|list-item|flow-root|inline-block|inline-flex|inline-grid)$/;
const SILENT = new Set(['input', 'textarea', 'select', 'option', 'svg']);
const PRIVATE_USE = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;
const flows = new WeakMap<Surface, Flow>();

/** The flow of a surface, made once, in linear time. */
export function flowOf(reader: Reader): Flow {
  const { surface } = reader;
  const known = flows.get(surface);
  if (known) return known;
  const { nodes } = surface;
  const ends = new Int32Array(nodes.length);
  const block = new Uint8Array(nodes.length);
  const silent = new Uint8Array(nodes.length);
  for (let id = nodes.length - 1; id >= 0; id--) {
    if ((ends[id] ?? 0) < id + 1) ends[id] = id + 1;
    const parent = nodes[id]?.parent ?? -1;
    if (parent >= 0 && (ends[parent] ?? 0) < (ends[id] ?? 0)) ends[parent] = ends[id] ?? 0;
  }
  const runs: Run[] = [];
  const open: number[] = [];
  let broken = false;
  for (const node of nodes) {
    while (open.length > 0 && (ends[open.at(-1) as number] ?? 0) <= node.id) {
      if (block[open.pop() as number]) broken = true;
    }
    if (node.parent >= 0 && (silent[node.parent] || SILENT.has(nodes[node.parent]?.tag ?? ''))) silent[node.id] = 1;
    if (node.tag === 'br') broken = true;
    if (node.tag === '#text' || node.tag.startsWith('::')) {
      const text = node.visible && !silent[node.id] ? node.text.replace(PRIVATE_USE, ' ').replace(/\s+/g, ' ') : '';
      if (text.trim() !== '') {
        runs.push({ node: node.id, text, breakBefore: broken });
        broken = false;
      }
      continue;
    }
    if (node.style && BLOCKS.test(node.style.display)) {
      block[node.id] = 1;
      broken = true;
    }
    open.push(node.id);
  }
  const first = (from: number): number => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.node ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const between = (from: number, to: number, most = 400): string => {
    let text = '';
    for (let at = first(from); at < runs.length && text.length < most; at++) {
      const run = runs[at] as Run;
      if (run.node >= to) break;
      text += (run.breakBefore && text !== '' ? '\n' : '') + run.text;
    }
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  };
  const flow: Flow = {
    runs,
    end: (id) => ends[id] ?? id + 1,
    between,
    of: (id, most) => between(id, ends[id] ?? id + 1, most),
  };
  flows.set(surface, flow);
  return flow;
}

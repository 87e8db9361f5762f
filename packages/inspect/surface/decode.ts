import type { Box } from '../facts/fact.ts';
import type { RawSurface } from '../collectors/web/devtools/raw-surface.ts';
import { type Draft, fillSlots } from './decode/draft.ts';
import { keepAttributes, keeps } from './decode/keep.ts';
import { joinPaintOrders, type PaintPart } from './decode/paint-order.ts';
import { type DecodedStyle, styleReader } from './decode/style-reader.ts';
import { type DocumentTables, readTables } from './decode/tables.ts';
import { visibility } from './decode/visibility.ts';
import type { Surface, SurfaceNode } from './surface.ts';

/** Deeper trees are cut: a hostile page must not overflow our stack. */
const DEEPEST = 400;
/** More nodes than any page for people has; the rest is left out and `nodes.length` tells. */
const MOST = 120_000;

/** Where a document lies in the viewport picture. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Joins the DevTools snapshots of one moment into one tree in viewport CSS pixels. Pure; a part whose owner is missing hangs on
 * the main document at the offset the collector gave. Never throws on odd snapshots: what cannot be read is left out.
 */
export function decodeSurface(raw: RawSurface): Surface {
  const frames: { url: string; target: string; box: Box | null }[] = [];
  const drafts: Draft[] = [];
  const byBackend = new Map<string, Draft>();
  const paint: PaintPart[] = [];
  const roots: Draft[] = [];

  raw.parts.forEach((part, partIndex) => {
    const strings = part.snapshot.strings;
    const documents = part.snapshot.documents.map((document) => readTables(document, strings));
    const styles = styleReader(part.computedStyles, strings);
    const main = documents[0];
    if (!main) {
      paint.push({ parent: -1, ownerOrder: -1 });
      return;
    }
    const owner = part.ownerBackendNodeId === null ? undefined : byBackend.get(`${part.parentTarget} ${part.ownerBackendNodeId}`);
    const holder = owner ?? (partIndex > 0 ? roots[0] : undefined);
    paint.push({ parent: holder ? holder.part : -1, ownerOrder: owner ? owner.paintOrder : Number.MAX_SAFE_INTEGER });
    const place = owner?.box
      ? inside(owner, main)
      : { x: part.offset.x, y: part.offset.y, scale: partIndex === 0 ? pictureScale(raw.viewport.width, main) : 1 };
    const seen = new Set<number>();
    const root = readDocument(0, place);
    if (!root) return;
    if (holder) holder.children.push(root);
    roots.push(root);

    function readDocument(at: number, where: Place): Draft | null {
      const tables = documents[at];
      if (!tables || tables.size === 0 || seen.has(at)) return null;
      seen.add(at);
      const frame = frames.length;
      frames.push({ url: tables.url || (at === 0 ? part.frameUrl : ''), target: part.target, box: null });
      const made: (Draft | undefined)[] = [];
      const depth = new Uint16Array(tables.size);
      const drawing = new Uint8Array(tables.size);
      let top: Draft | null = null;
      for (let index = 0; index < tables.size; index++) {
        const above = tables.parent(index);
        const parent = above >= 0 ? made[above] : undefined;
        if (above >= 0 && !parent) continue;
        const level = above >= 0 ? (depth[above] ?? 0) + 1 : 0;
        if (level > DEEPEST || drafts.length >= MOST) continue;
        const row = tables.layout(index);
        const name = tables.name(index).toLowerCase();
        const type = tables.type(index);
        const inDrawing = above >= 0 && drawing[above] === 1;
        if (!keeps(type, name, row >= 0, inDrawing)) continue;
        if (name.startsWith('::') && name !== '::before' && name !== '::after') continue;
        const draft = readNode(tables, index, row, name, where, styles);
        if (draft.tag === '#text' && draft.text.trim() === '') continue;
        draft.frame = frame;
        draft.part = partIndex;
        depth[index] = level;
        drawing[index] = inDrawing || name === 'svg' ? 1 : 0;
        made[index] = draft;
        drafts.push(draft);
        if (draft.backend !== undefined) byBackend.set(`${part.target} ${draft.backend}`, draft);
        if (parent) parent.children.push(draft);
        else if (!top) top = draft;
        const content = tables.content.get(index);
        if (content !== undefined && draft.box) {
          const below = documents[content];
          const child = below ? readDocument(content, inside(draft, below)) : null;
          if (child) draft.children.push(child);
        }
      }
      for (const draft of made) if (draft && draft.children.length > 0) settle(draft);
      const entry = frames[frame];
      if (entry && top) entry.box = top.box;
      return top;
    }
  });

  joinPaintOrders(drafts, paint);
  const first = roots[0];
  return {
    format: 'liangjian-surface/1',
    url: raw.url,
    title: raw.title,
    viewport: {
      width: raw.viewport.width,
      height: raw.viewport.height,
      pageHeight: raw.viewport.pageHeight,
      scrollY: raw.viewport.scrollY,
    },
    frames,
    nodes: first ? numbered(first) : [],
  };
}

function readNode(
  tables: DocumentTables,
  index: number,
  row: number,
  tag: string,
  where: Place,
  styles: (row: readonly number[]) => DecodedStyle,
): Draft {
  const laid = row >= 0;
  const decoded = laid && tag !== '#document' ? styles(tables.styleRow(row)) : null;
  const toBox = (bounds: readonly number[]): Box => {
    const fixed = tag === '#document';
    const round = (v: number) => Math.round(v * 100) / 100;
    return {
      x: round(where.x + ((bounds[0] ?? 0) - (fixed ? 0 : tables.scrollX)) * where.scale),
      y: round(where.y + ((bounds[1] ?? 0) - (fixed ? 0 : tables.scrollY)) * where.scale),
      width: round((bounds[2] ?? 0) * where.scale),
      height: round((bounds[3] ?? 0) * where.scale),
    };
  };
  const isText = tag === '#text';
  const attributes = isText ? {} : keepAttributes(tables.attributes(index));
  if (decoded?.picture) attributes['content'] = decoded.picture;
  const source = tables.source.get(index);
  if (source && source !== attributes['src']) attributes['current-src'] = source.slice(0, 400);
  const lines = isText && laid ? tables.lines(row) : [];
  const shadow = tables.shadow.get(index);
  return {
    tag,
    attributes,
    text: isText
      ? laid
        ? tables.words(index) || tables.value(index)
        : tables.value(index)
      : tag.startsWith('::') && laid
        ? tables.words(index)
        : '',
    box: laid ? toBox(tables.bounds(row)) : null,
    lines: lines.length > 1 ? lines.map(toBox) : null,
    style: decoded?.style ?? null,
    insetX: (decoded?.insetX ?? 0) * where.scale,
    insetY: (decoded?.insetY ?? 0) * where.scale,
    cutAway: decoded?.cutAway ?? false,
    paintOrder: laid ? tables.paintOrder(row) : -1,
    clickable: tables.clickable.has(index),
    checked: checkedState(tag, attributes, tables, index),
    value: tables.inputValue.get(index) ?? tables.textValue.get(index) ?? null,
    shadow: shadow === 'open' || shadow === 'closed' ? shadow : null,
    backend: tables.backend(index),
    frame: 0,
    part: 0,
    children: [],
  };
}

function checkedState(tag: string, attributes: Readonly<Record<string, string>>, tables: DocumentTables, index: number): boolean | null {
  if (tag === 'option') return tables.selected.has(index);
  const type = tag === 'input' ? attributes['type']?.toLowerCase() : undefined;
  return type === 'checkbox' || type === 'radio' ? tables.checked.has(index) : null;
}

/** Generated content after its siblings, slotted children in their slots, the chosen option's text as a select's value. */
function settle(draft: Draft): void {
  const last = draft.children.findIndex((child) => child.tag === '::after');
  if (last >= 0) draft.children.push(...draft.children.splice(last, 1));
  fillSlots(draft);
  if (draft.tag === 'select') {
    const chosen = draft.children.flatMap((child) => (child.tag === 'optgroup' ? child.children : [child])).find((child) => child.checked);
    if (chosen) draft.value = chosen.attributes['value'] ?? chosen.children.map((child) => child.text).join('');
  }
}

/** Content box of a frame element; a frame drawn larger or smaller than its own viewport was scaled by a transform. */
function inside(owner: Draft, content: DocumentTables): Place {
  const box = owner.box ?? { x: 0, y: 0, width: 0, height: 0 };
  const root = content.layout(0);
  const own = root >= 0 ? (content.bounds(root)[2] ?? 0) : 0;
  const shown = box.width - 2 * owner.insetX;
  const ratio = own > 0 && shown > 0 ? shown / own : 1;
  return { x: box.x + owner.insetX, y: box.y + owner.insetY, scale: Math.abs(ratio - 1) < 0.05 ? 1 : ratio };
}

/** A page wider than the picture (no mobile viewport) is shown zoomed out: its layout pixels are not picture pixels. */
function pictureScale(pictureWidth: number, main: DocumentTables): number {
  const root = main.layout(0);
  const own = root >= 0 ? (main.bounds(root)[2] ?? 0) : 0;
  return own > 0 && pictureWidth / own < 0.9 ? pictureWidth / own : 1;
}

function numbered(root: Draft): SurfaceNode[] {
  const order: { draft: Draft; parent: number }[] = [];
  const walk = (draft: Draft, parent: number) => {
    const id = order.length;
    order.push({ draft, parent });
    for (const child of draft.children) walk(child, id);
  };
  walk(root, -1);
  const children: number[][] = order.map(() => []);
  order.forEach(({ parent }, id) => {
    if (parent >= 0) children[parent]?.push(id);
  });
  const shown = visibility(order);
  return order.map(({ draft, parent }, id) => ({
    id,
    frame: draft.frame,
    parent,
    children: children[id] ?? [],
    tag: draft.tag,
    attributes: draft.attributes,
    text: draft.text,
    box: draft.box,
    visible: shown[id] ?? false,
    style: draft.style,
    paintOrder: draft.paintOrder,
    clickable: draft.clickable,
    checked: draft.checked,
    value: draft.value,
    shadow: draft.shadow,
    ...(draft.backend === undefined ? {} : { backend: draft.backend }),
    ...(draft.lines ? { lines: draft.lines } : {}),
  }));
}

import { holdsBetween } from '../flow/sorted.ts';
import { below } from '../flow/below.ts';
import type { Flow } from '../flow/flow.ts';
import type { Reader } from '../reader.ts';
import type { SurfaceNode } from '../surface.ts';
import { COMPONENT_NAMES } from '../words/tick-words.data.ts';
import { drawnState, nameWords, type TickState } from './tick-state.ts';
import { looksLikeAgreement } from './tick-words.ts';

const LARGEST = 48;
const NOT_A_TICK = /(^|-)(arrow|close|back|more|right|info|question|help|loading|avatar|logo|qr|tip|warn|delete|search|phone|lock)(-|$)/;

/**
 * Icons the page draws as tick boxes: the little box left of (or at the end of) an agreement sentence, and boxes of known component
 * libraries. Anything else that is small and round is left alone: a chooser of dishes is no tick.
 */
export function drawnTicks(
  reader: Reader,
  flow: Flow,
  held: ReadonlySet<number>,
): readonly { node: number; press: number; state: TickState; tied: string }[] {
  const found: { node: number; press: number; state: TickState; tied: string }[] = [];
  const peers = peerIndex(reader);
  const rows = new Set<number>();
  const owned = new Set(held);
  let taken: readonly number[] = [...held].sort((a, b) => a - b);
  for (const run of flow.runs) {
    if (run.text.trim().length < 2) continue;
    const row = agreementRow(reader, flow, run.node);
    if (row === null || rows.has(row)) continue;
    rows.add(row);
    if (holdsBetween(taken, row + 1, flow.end(row))) continue;
    const icon = iconOf(reader, flow, row, run.node);
    if (!icon) continue;
    const press = reader.closest(icon.id, (above) => reader.isClickable(above.id) && above.id >= row) ?? icon.id;
    const tied = reader.within(run.node, icon.id) ? flow.of(icon.id, 300).replace(/\s+/g, ' ').trim() : '';
    found.push({ node: icon.id, press, state: drawnState(reader, icon.id, peers(icon)), tied });
  }
  for (const one of found) owned.add(one.node);
  taken = [...owned].sort((a, b) => a - b);
  for (const node of reader.surface.nodes) {
    if (!node.visible || !isBoxSized(node) || !COMPONENT_NAMES.test(nameWords(node.attributes['class'] ?? ''))) continue;
    if (holdsBetween(taken, node.id, flow.end(node.id)) || reader.ancestors(node.id).some((above) => owned.has(above))) continue;
    owned.add(node.id);
    found.push({ node: node.id, press: node.id, state: drawnState(reader, node.id, peers(node)), tied: '' });
  }
  return found;
}

/** Smallest ancestor whose words are one agreement sentence; it must not hold fields or other sentences by the dozen. */
function agreementRow(reader: Reader, flow: Flow, text: number): number | null {
  let at = reader.node(text).parent;
  let row: number | null = null;
  for (let level = 0; level < 6 && at > 0; level++) {
    const node = reader.node(at);
    if (/^(body|html|form|button|#document)$/.test(node.tag)) break;
    const words = flow.of(at, 420);
    if (words.length > 320) break;
    const box = reader.boxOf(at);
    if (box && box.height > 160) break;
    if (looksLikeAgreement(words)) {
      row = at;
      if (smallBoxes(reader, at).length > 0) return at;
    } else if (row !== null) break;
    at = node.parent;
  }
  return row;
}

function smallBoxes(reader: Reader, row: number): readonly SurfaceNode[] {
  return below(reader, row, 60)
    .map((id) => reader.node(id))
    .filter(
      (node) =>
        isBoxSized(node) &&
        node.visible &&
        !NOT_A_TICK.test(nameWords(`${node.attributes['class'] ?? ''} ${node.attributes['src'] ?? ''}`)),
    );
}

function isBoxSized(node: SurfaceNode): boolean {
  if (
    node.tag === '#text' ||
    node.tag === 'a' ||
    node.tag === 'br' ||
    node.tag === 'input' ||
    node.tag === 'path' ||
    node.tag === 'use' ||
    !node.box
  )
    return false;
  const { width, height } = node.box;
  return width >= 8 && width <= LARGEST && height >= 8 && height <= LARGEST && width / height < 2.2 && height / width < 2.2;
}

/** The box nearest to the left of the sentence's first line; a box at its end counts when there is no other. */
function iconOf(reader: Reader, flow: Flow, row: number, text: number): SurfaceNode | null {
  const first = reader.node(text);
  const line = first.lines?.[0] ?? first.box;
  if (!line) return null;
  const empty = smallBoxes(reader, row).filter((node) => {
    const words = flow.of(node.id, 8).trim();
    return words === '' || /^[☑✅✔✓√●◉⦿☐□▢○◯〇☒✗]$/u.test(words);
  });
  const level = (node: SurfaceNode) =>
    node.box !== null && node.box.y < line.y + line.height + 6 && node.box.y + node.box.height > line.y - 6;
  const left = empty.filter(
    (node) => level(node) && (node.box?.x ?? 0) + (node.box?.width ?? 0) <= line.x + 6 && line.x - (node.box?.x ?? 0) < 120,
  );
  const outer = (list: readonly SurfaceNode[]) =>
    list.find((node) => !list.some((other) => other.id !== node.id && reader.within(node.id, other.id)));
  const pick = outer(left);
  if (pick) return pick;
  const generated = first.tag.startsWith('::')
    ? null
    : reader
        .node(row)
        .children.map((id) => reader.node(id))
        .find((node) => node.tag === '::before' && node.visible);
  if (generated && (generated.text.trim() !== '' || isBoxSized(generated))) return generated;
  const behind = asBackground(reader, row, text, line.x);
  if (behind) return behind;
  return outer(empty.filter((node) => level(node) && (node.box?.x ?? 0) > line.x && reader.isClickable(node.id))) ?? null;
}

/** The picture of the box painted as the ground of the line itself, which leaves room for it at the left. */
function asBackground(reader: Reader, row: number, text: number, textAt: number): SurfaceNode | null {
  for (const id of reader.ancestors(text)) {
    const { style, box } = reader.node(id);
    const room = textAt - (box?.x ?? textAt);
    if (style?.backgroundImage.includes('url(') && room >= 12 && room <= 60 && reader.isClickable(id)) return reader.node(id);
    if (id === row) return null;
  }
  return null;
}

/** Whether a like-named element elsewhere lacks one word of an icon's class: then that word is a state, not a style. */
function peerIndex(reader: Reader): (icon: SurfaceNode) => boolean {
  const seen = new Set<string>();
  const key = (tag: string, words: readonly string[]) => `${tag} ${words.join(' ')}`;
  const wordsOf = (node: SurfaceNode) => [...new Set((node.attributes['class'] ?? '').split(/\s+/).filter(Boolean))].sort().slice(0, 12);
  for (const node of reader.surface.nodes) if (node.visible && node.attributes['class']) seen.add(key(node.tag, wordsOf(node)));
  return (icon) => {
    const words = wordsOf(icon);
    return (
      words.length > 1 &&
      words.some((word) =>
        seen.has(
          key(
            icon.tag,
            words.filter((other) => other !== word),
          ),
        ),
      )
    );
  };
}

import { below } from '../flow/below.ts';
import { pressablesOf } from '../controls/pressables.ts';
import { type Flow, flowOf } from '../flow/flow.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface, SurfaceNode } from '../surface.ts';
import { fold } from '../words/fold.ts';
import { ONE_TAP, PICKER_PROMPT } from '../words/field-words.data.ts';
import { matchPi } from '../words/pi-lexicon.ts';
import { boxRows } from './box-rows.ts';
import { sexChips } from './sex-chips.ts';
import type { FieldCandidate } from './evidence.ts';

const NOT_TYPED = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'range', 'color']);

/** Every place to type, choose, upload or give by one press, in document order. Captcha pictures, ticks and buttons are not among them. */
export function fieldCandidates(surface: Surface): readonly FieldCandidate[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const rows = boxRows(reader, flow);
  const taken = new Set(rows.flatMap((row) => row.members));
  const found: FieldCandidate[] = [...rows.map((row) => row.candidate)];
  const radios = new Map<string, SurfaceNode[]>();
  for (const node of surface.nodes) {
    if (taken.has(node.id)) continue;
    const type = node.tag === 'input' ? (node.attributes['type']?.toLowerCase() ?? 'text') : '';
    if (type === 'radio') {
      const form = reader.closest(node.id, (above) => above.tag === 'form') ?? node.frame;
      const key = `${node.frame} ${form} ${node.attributes['name'] ?? node.parent}`;
      const group = radios.get(key);
      if (group) group.push(node);
      else radios.set(key, [node]);
      continue;
    }
    const candidate = native(reader, flow, node, type);
    if (candidate) found.push(candidate);
  }
  for (const group of radios.values()) {
    const first = group[0] as SurfaceNode;
    const last = group.at(-1) as SurfaceNode;
    const options = group.map((radio) => optionWords(reader, flow, radio));
    const shown = group.some((radio) => isReachable(reader, radio));
    if (group.length < 2 || !shown) continue;
    found.push({ node: first.id, control: 'radio', end: flow.end(last.id), ownWords: '', options, box: reader.boxOf(first.parent) });
  }
  for (const custom of customFields(reader, flow, surface)) found.push(custom);
  const inputs = found.filter((one) => one.control !== 'one-tap').map((one) => one.node);
  found.push(...sexChips(reader, flow, inputs));
  return found.sort((a, b) => a.node - b.node);
}

function native(reader: Reader, flow: Flow, node: SurfaceNode, type: string): FieldCandidate | null {
  const make = (control: string, options: readonly string[] = []): FieldCandidate => ({
    node: node.id,
    control,
    end: flow.end(node.id),
    ownWords: '',
    options,
    box: reader.boxOf(node.id),
  });
  if (node.tag === 'input') {
    if (NOT_TYPED.has(type)) return null;
    if (type === 'file') return uploadShown(reader, node) ? { ...make('upload'), box: uploadBox(reader, node) } : null;
    return isReachable(reader, node) ? make(type) : null;
  }
  if (node.tag === 'textarea') return isReachable(reader, node) ? make('textarea') : null;
  if (node.tag === 'select') {
    if (!isReachable(reader, node)) return null;
    const options = below(reader, node.id, 400)
      .map((at) => reader.node(at))
      .filter((at) => at.tag === '#text');
    return make(
      'select',
      options
        .map((at) => at.text.trim())
        .filter(Boolean)
        .slice(0, 40),
    );
  }
  const editable = node.attributes['contenteditable'];
  const textbox = node.attributes['role'] === 'textbox' && node.tag !== '#text';
  if ((editable === '' || editable === 'true' || editable === 'plaintext-only' || textbox) && node.visible) return make('contenteditable');
  return null;
}

/** Seen, or see-through over boxes the page draws (a code in six boxes); never one parked outside the page as a trap for robots. */
function isReachable(reader: Reader, node: SurfaceNode): boolean {
  const { box } = node;
  if (!box || box.width < 2 || box.height < 2 || box.x + box.width <= 0 || box.y + box.height <= -reader.surface.viewport.scrollY)
    return false;
  if (node.visible) return true;
  if (node.attributes['aria-hidden'] === 'true' || node.attributes['tabindex'] === '-1') return false;
  return node.style?.visibility === 'visible' && node.style.opacity < 0.03 && reader.isVisible(node.parent);
}

/** A file input is nearly always hidden behind a styled box; what counts is whether that box is seen. */
function uploadShown(reader: Reader, node: SurfaceNode): boolean {
  return uploadBox(reader, node) !== null;
}

function uploadBox(reader: Reader, node: SurfaceNode) {
  if (node.visible) return node.box;
  for (const above of reader.ancestors(node.id).slice(0, 3)) {
    const at = reader.node(above);
    if (at.visible && at.box && at.box.width * at.box.height < 120_000) return at.box;
  }
  return null;
}

function optionWords(reader: Reader, flow: Flow, radio: SurfaceNode): string {
  const label = reader.closest(radio.id, (above) => above.tag === 'label');
  if (label !== null) return flow.of(label, 40);
  const name = reader.accessibleName(radio.id);
  return name || flow.between(flow.end(radio.id), flow.end(radio.parent), 20);
}

/** Rows and boxes the page draws itself: 「请选择生日」, 「生日　请选择」, and buttons that hand over a number or a position in one press. */
function customFields(reader: Reader, flow: Flow, surface: Surface): readonly FieldCandidate[] {
  const found: FieldCandidate[] = [];
  const used = new Set<number>();
  for (const pressable of pressablesOf(surface)) {
    const words = fold(pressable.text);
    if (words.length > 24) continue;
    const tap = ONE_TAP.find(({ words: pattern }) => pattern.test(words));
    if (!tap || used.has(pressable.node)) continue;
    used.add(pressable.node);
    found.push({
      node: pressable.node,
      control: 'one-tap',
      end: flow.end(pressable.node),
      ownWords: pressable.text,
      options: [],
      box: pressable.box,
    });
  }
  for (const run of flow.runs) {
    const words = fold(run.text);
    if (words.length > 18 || !PICKER_PROMPT.test(words)) continue;
    const node = reader.node(run.node).parent;
    const row = rowOf(reader, node);
    if (row === null || used.has(row) || insideField(reader, node)) continue;
    const bare = words.replace(PICKER_PROMPT, '').trim();
    const before = fold(flow.between(row, run.node, 30));
    if (bare === '' && before === '') continue;
    const said = matchPi(bare === '' ? before : words);
    if (said.strong.length === 0 && said.weak.length === 0) continue;
    used.add(row);
    const upload = /上传|拍摄|拍照|upload/.test(words);
    const own = bare === '' ? '' : run.text;
    found.push({
      node: bare === '' ? node : row,
      control: upload ? 'upload' : 'picker',
      end: flow.end(row),
      ownWords: own,
      options: [],
      box: reader.boxOf(row),
    });
  }
  return found;
}

/** The pressable row around a prompt of the page's own picker; null when nothing there can be pressed. */
function rowOf(reader: Reader, node: number): number | null {
  let at = node;
  for (let level = 0; level < 4 && at > 0; level++) {
    const here = reader.node(at);
    // A link to another page chooses nothing here.
    if (here.tag === 'a' && /^(?!#|javascript:|$)/i.test(here.attributes['href'] ?? '')) return null;
    if (reader.isClickable(at) && here.tag !== 'label') return at;
    if (/picker|cell|select|upload|form-item|field/i.test(here.attributes['class'] ?? '')) return at;
    at = here.parent;
  }
  return reader.node(node).style?.cursor === 'pointer' ? node : null;
}

function insideField(reader: Reader, node: number): boolean {
  const holder = reader.closest(
    node,
    (above) => above.tag === 'select' || above.tag === 'textarea' || above.tag === 'button' || above.attributes['role'] === 'button',
  );
  if (holder !== null) return true;
  // A placeholder drawn beside a real input belongs to that input.
  const parent = reader.node(reader.node(node).parent);
  return [parent, reader.node(node)].some((at) =>
    at.children.some(
      (child) => reader.node(child).tag === 'input' && reader.node(child).attributes['type'] !== 'file' && reader.isVisible(child),
    ),
  );
}

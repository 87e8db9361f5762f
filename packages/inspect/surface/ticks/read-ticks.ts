import { labelIndex } from '../flow/label-index.ts';
import { holdsBetween } from '../flow/sorted.ts';
import { below } from '../flow/below.ts';
import type { TickReading } from '../model.ts';
import { flowOf } from '../flow/flow.ts';
import { purposesOf } from '../prompts/purposes.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface, SurfaceNode } from '../surface.ts';
import { fold } from '../words/fold.ts';
import { LEADING_GLYPH, CLEAR_GLYPH, DOUBTFUL_GLYPH, TICKED_GLYPH } from '../words/tick-words.data.ts';
import { drawnTicks } from './drawn-ticks.ts';
import { drawnState, type TickState } from './tick-state.ts';
import { tickLabel } from './tick-label.ts';
import { consentOf, looksLikeAgreement } from './tick-words.ts';

interface Found {
  readonly node: number;
  readonly press: number;
  readonly state: TickState;
  /** Words tied by markup. */
  readonly tied: string;
}

/** Every tick box, switch and radio of agreement on view: native, by role, or drawn by the page. In document order. */
export function readTicks(surface: Surface): readonly TickReading[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const found: Found[] = [];
  const labels = labelIndex(surface);
  for (const node of surface.nodes) {
    const one = nativeTick(reader, node, labels) ?? ariaTick(reader, node);
    if (one) found.push(one);
  }
  const held = new Set(found.map((one) => one.node));
  found.push(...drawnTicks(reader, flow, held));
  const before = found.map((one) => one.node).sort((a, b) => a - b);
  for (const run of flow.runs) {
    const glyph = LEADING_GLYPH.exec(run.text)?.[1];
    if (!glyph) continue;
    const block = reader.closest(reader.node(run.node).parent, (above) => above.style?.display !== 'inline') ?? run.node;
    const sentence = flow.between(run.node, flow.end(block), 300);
    const rest = sentence.slice(sentence.indexOf(glyph) + glyph.length);
    if (!looksLikeAgreement(rest) || holdsBetween(before, block + 1, flow.end(block))) continue;
    const holder = reader.closest(run.node, (above) => reader.isClickable(above.id)) ?? reader.node(run.node).parent;
    const state = DOUBTFUL_GLYPH.test(glyph)
      ? 'unknown'
      : TICKED_GLYPH.test(glyph) || /[xX√✓]/.test(glyph)
        ? 'ticked'
        : CLEAR_GLYPH.test(glyph)
          ? 'clear'
          : 'unknown';
    found.push({ node: run.node, press: holder, state: { state, means: 'text' }, tied: rest.trim() });
  }
  const nodes = found.map((one) => one.node).sort((a, b) => a - b);
  return found
    .sort((a, b) => a.node - b.node)
    .map((one) => {
      const label = withQuestion(reader, flow, one, tickLabel(reader, flow, one.node, one.tied, nodes));
      const consent = consentOf(label);
      return {
        node: one.node,
        press: one.press,
        consent,
        state: one.state.state,
        means: one.state.means,
        label,
        purposes: consent === 'no' ? [] : purposesOf(label),
        box: reader.boxOf(one.press) ?? reader.boxOf(one.node),
      };
    });
}

function nativeTick(reader: Reader, node: SurfaceNode, labels: ReadonlyMap<string, number>): Found | null {
  const type = node.tag === 'input' ? node.attributes['type']?.toLowerCase() : undefined;
  if (type !== 'checkbox' && type !== 'radio') return null;
  const id = node.attributes['id'];
  const label =
    (id ? labels.get(`${node.frame} ${id}`) : undefined) ?? reader.closest(node.id, (above) => above.tag === 'label') ?? undefined;
  const own = node.visible && node.box !== null && node.box.width > 3 && node.box.x + node.box.width > 0;
  const styled = label !== undefined && reader.isVisible(label);
  // A component draws its box beside the hidden input without a label.
  const parent = reader.node(node.parent);
  const drawn = !own && !styled && parent.visible && (parent.box?.height ?? 999) < 60 ? parent.id : null;
  if (!own && !styled && drawn === null) return null;
  const live = node.checked ?? 'checked' in node.attributes;
  const press = own ? node.id : (pressInside(reader, label) ?? drawn ?? node.id);
  const tied = label === undefined ? (node.attributes['aria-label'] ?? '') : flowOf(reader).of(label, 300);
  return { node: node.id, press, state: { state: live ? 'ticked' : 'clear', means: 'native' }, tied: tied.replace(/\s+/g, ' ').trim() };
}

/** Inside a label the links lead away: press what is drawn for the box, else the first words that are no link. */
function pressInside(reader: Reader, label: number | undefined): number | null {
  if (label === undefined) return null;
  const inside = below(reader, label, 60).filter((id) => {
    const node = reader.node(id);
    return node.visible && node.tag !== '#text' && node.tag !== 'a' && reader.closest(id, (above) => above.tag === 'a') === null;
  });
  const small = inside.find((id) => (reader.node(id).box?.width ?? 999) <= 40);
  return small ?? label;
}

const ROLES = /^(checkbox|switch|radio|menuitemcheckbox|menuitemradio)$/;

function ariaTick(reader: Reader, node: SurfaceNode): Found | null {
  if (node.tag === 'input' || node.tag === '#text') return null;
  const { attributes } = node;
  const checked = attributes['aria-checked'];
  if (!ROLES.test(attributes['role'] ?? '') && checked === undefined) return null;
  if (!reader.isVisible(node.id)) return null;
  // A component may carry both a native input and the role; the input is read then.
  if (below(reader, node.id, 60).some((id) => /^(checkbox|radio)$/.test(reader.node(id).attributes['type'] ?? ''))) return null;
  const state: TickState =
    checked === 'true'
      ? { state: 'ticked', means: 'aria' }
      : checked === 'false'
        ? { state: 'clear', means: 'aria' }
        : drawnState(reader, node.id, false);
  return {
    node: node.id,
    press: node.id,
    state,
    tied: (attributes['aria-label'] || attributes['aria-labelledby'] ? reader.accessibleName(node.id) : flowOf(reader).of(node.id, 300))
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** 「同意」/「不同意」, 「是」/「否」 mean nothing without the question above them. */
function withQuestion(reader: Reader, flow: ReturnType<typeof flowOf>, one: Found, label: string): string {
  const own = one.tied || label;
  // The sentence beside it says more than a short name for screen readers.
  if (label.length > own.length + 3 && looksLikeAgreement(label)) return label;
  if (!/^(我|本人)?(同意|接受|愿意|不同意|不接受|拒绝|不愿意|是|否|订阅|不订阅|yes|no|agree|disagree|accept|decline)$/.test(fold(own)))
    return label;
  let at = reader.node(one.node).parent;
  for (let level = 0; level < 5 && at > 0; level++) {
    const legend = flow
      .between(at, one.node, 200)
      .replace(/[☐☑○●◯]/g, '')
      .split('\n')
      .filter((line) => line.length > 4)
      .at(-1);
    if (legend) return `${legend} | ${own}`;
    at = reader.node(at).parent;
  }
  return own;
}

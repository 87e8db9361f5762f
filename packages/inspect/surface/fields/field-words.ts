import { labelIndex } from '../flow/label-index.ts';
import { below } from '../flow/below.ts';
import { type Flow, flowOf } from '../flow/flow.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { PURPOSE } from '../words/field-words.data.ts';
import type { FieldCandidate, FieldWords } from './evidence.ts';

/** A row of a form is not higher than this, in CSS pixels. */
const HIGHEST_ROW = 120;
const LONGEST_LABEL = 40;

/** Finds the words of each candidate: markup first, then what stands before it on its row, then what stands above. */
export function fieldWords(surface: Surface, candidates: readonly FieldCandidate[]): readonly FieldWords[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const labels = labelIndex(surface);
  const words: FieldWords[] = [];
  candidates.forEach((candidate, at) => {
    const before = candidates[at - 1];
    const own = wordsOf(reader, flow, labels, candidate, before, candidates[at + 1]);
    const first = words[at - 1];
    // 「出生日期 [年][月]」, 「手机号 [+86][　]」: the parts of one answer share its label.
    const shared = own.label === '' && own.above === '' && before?.control === 'select' && first && sameLine(before, candidate);
    words.push(shared ? { ...own, label: first.label, above: first.above } : own);
  });
  return words;
}

function wordsOf(
  reader: Reader,
  flow: Flow,
  labels: ReadonlyMap<string, number>,
  candidate: FieldCandidate,
  before: FieldCandidate | undefined,
  after: FieldCandidate | undefined,
): FieldWords {
  const node = reader.node(candidate.node);
  const { attributes } = node;
  const placeholder = (
    attributes['placeholder'] ||
    attributes['aria-placeholder'] ||
    attributes['data-placeholder'] ||
    drawnPlaceholder(reader, flow, candidate)
  ).trim();
  const from = before && before.end <= candidate.node ? before.end : 0;
  const to = after && after.node >= candidate.end ? after.node : reader.surface.nodes.length;
  const row = rowOf(reader, flow, candidate, from, to);
  const tied = tiedLabel(reader, flow, labels, candidate);
  const lead = lastLine(flow.between(Math.max(from, row), candidate.node, 600));
  const sameRow = lead !== '' && onRow(reader, flow, candidate, Math.max(from, row));
  const follow = tied === '' && lead === '' ? floatingLabel(reader, flow, candidate, to) : '';
  const label = tied || (sameRow ? lead : '') || follow;
  const start = Math.max(from, row);
  return {
    label: label.slice(0, 80),
    above: tied === '' && !sameRow ? lead : '',
    placeholder,
    row: flow.between(start, Math.min(to, flow.end(row)), 400),
  };
}

function sameLine(a: FieldCandidate, b: FieldCandidate): boolean {
  return a.box !== null && b.box !== null && Math.abs(a.box.y - b.box.y) < 16;
}

/** Explicit label by markup, hidden ones included when only screen readers get them. */
function tiedLabel(reader: Reader, flow: Flow, labels: ReadonlyMap<string, number>, candidate: FieldCandidate): string {
  const node = reader.node(candidate.node);
  if (candidate.control === 'radio') {
    const set = reader.closest(candidate.node, (above) => above.tag === 'fieldset' || above.attributes['role'] === 'radiogroup');
    if (set === null) return '';
    const legend = below(reader, set, 20).find((at) => reader.node(at).tag === 'legend');
    return legend === undefined ? (reader.node(set).attributes['aria-label'] ?? '') : flow.of(legend, LONGEST_LABEL);
  }
  if (candidate.control === 'one-tap') return candidate.ownWords;
  if (candidate.ownWords && candidate.control !== 'picker') return candidate.ownWords;
  const id = node.attributes['id'];
  const label = id ? labels.get(`${node.frame} ${id}`) : undefined;
  const words = label === undefined ? '' : flow.of(label, LONGEST_LABEL);
  if (words) return words;
  if (node.attributes['aria-labelledby'] || node.attributes['aria-label']) return reader.accessibleName(node.id).slice(0, 80);
  const around = reader.closest(node.id, (above) => above.tag === 'label');
  const wrapped =
    around === null
      ? ''
      : flow.between(around, candidate.node, LONGEST_LABEL) || flow.between(candidate.end, flow.end(around), LONGEST_LABEL);
  const set = node.tag === 'select' ? reader.closest(node.id, (above) => above.tag === 'fieldset') : null;
  const legend = set === null ? undefined : reader.node(set).children.find((id) => reader.node(id).tag === 'legend');
  return lastLine(wrapped) || (node.attributes['title'] ?? '') || (legend === undefined ? '' : flow.of(legend, LONGEST_LABEL));
}

/** Lowest ancestor that shows words before or after the control and is still a row, not the whole form. */
function rowOf(reader: Reader, flow: Flow, candidate: FieldCandidate, from: number, to: number): number {
  let row = reader.node(candidate.node).parent;
  for (let level = 0; level < 6 && row > 0; level++) {
    const end = flow.end(row);
    const outside = flow.between(Math.max(from, row), candidate.node, 60);
    const box = reader.boxOf(row);
    if (outside !== '' || (row < from && from > 0) || end > to) return row;
    const parent = reader.node(row).parent;
    if (parent < 0 || (box && box.height > HIGHEST_ROW && level > 1)) return row;
    row = parent;
  }
  return Math.max(0, row);
}

/** The text before the control starts left of it on the same line of sight, or is a small word close above it in the same box. */
function onRow(reader: Reader, flow: Flow, candidate: FieldCandidate, from: number): boolean {
  const { box } = candidate;
  const run = flow.runs[lastRunBefore(flow, candidate.node)];
  if (!run || run.node < from || !box) return false;
  const text = reader.node(run.node).box;
  if (!text) return false;
  const overlap = Math.min(text.y + text.height, box.y + box.height) - Math.max(text.y, box.y);
  return overlap > Math.min(text.height, box.height) * 0.4;
}

function lastRunBefore(flow: Flow, node: number): number {
  let low = 0;
  let high = flow.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flow.runs[middle]?.node ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Floating labels stand behind the input in the document and over it on the screen. */
function floatingLabel(reader: Reader, flow: Flow, candidate: FieldCandidate, to: number): string {
  const parent = reader.node(candidate.node).parent;
  if (flow.end(parent) > to || /^(body|form)$/.test(reader.node(parent).tag)) return '';
  const words = flow.between(candidate.end, flow.end(parent), LONGEST_LABEL);
  return words.length <= LONGEST_LABEL && !PURPOSE.test(words) ? (words.split('\n')[0] ?? '') : '';
}

/** Frameworks draw the placeholder as a text beside the real input. */
function drawnPlaceholder(reader: Reader, flow: Flow, candidate: FieldCandidate): string {
  if (candidate.control === 'picker') return candidate.ownWords;
  const parent = reader.node(candidate.node).parent;
  for (const id of below(reader, parent, 12)) {
    const at = reader.node(id);
    if (/placeholder/i.test(at.attributes['class'] ?? '') && at.tag !== 'input') return flow.of(id, LONGEST_LABEL);
  }
  return '';
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const last = lines.at(-1) ?? '';
  return last.length <= LONGEST_LABEL ? last : '';
}

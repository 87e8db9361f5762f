import type { PiCategory } from '@liangjian/law';
import { type Unwrapped, inflate, inflateBlind, textsOf, unwrap } from './decode.ts';
import { digestsIn } from './digests.ts';
import { leavesOf } from './leaves.ts';
import { holdsLocation } from './location.ts';
import type { Needles } from './needles.ts';
import { splitsIn } from './split.ts';

/** A sought value in something that went out. `encoding` is the way to it, outermost step first (`base64>gzip>plain`). */
export interface CanaryHit {
  readonly category: PiCategory;
  readonly key: string;
  readonly encoding: string;
}

const MAX_STEPS = 7;
/** Characters looked at in all, as a multiple of the input: keeps a hostile body (base64 in base64 in …) linear. */
const WORK = 16;
const MIN_WORK = 1_000_000;
/** Looking at a piece has a price beside its length. */
const PRICE = 300;

/** Could hold something wrapped; the many short plain values of a large body are looked through together. */
const WRAPPED = /[%\\&={[]|[A-Za-z0-9+/_-]{12}|[0-9a-z][,;|_ -]\s?["']?[0-9a-z]|[\uff10-\uff5a]/;

interface Item {
  readonly text: string;
  readonly key: string;
  readonly steps: readonly string[];
  readonly deep: boolean;
}

/** Sought values in a text, however wrapped. Linear in its length; what lies deeper than seven wrappings is not found. */
export function findInText(text: string, needles: Needles, key = ''): readonly CanaryHit[] {
  return search([{ text, key, steps: [], deep: true }], needles);
}

/** Sought values in bytes; `contentEncoding` as the message names it. */
export function findInBytes(bytes: Buffer, needles: Needles, contentEncoding = '', key = ''): readonly CanaryHit[] {
  const packed = inflate(bytes, contentEncoding);
  if (packed)
    return search(
      textsOf(packed.bytes).texts.map((text) => ({ text, key, steps: [packed.step], deep: true })),
      needles,
    );
  const read = textsOf(bytes);
  const blind = read.deep ? null : inflateBlind(bytes);
  const unpacked = blind ? textsOf(blind.bytes).texts.map((text) => ({ text, key, steps: [blind.step], deep: true })) : [];
  return search([...read.texts.map((text) => ({ text, key, steps: [], deep: true })), ...unpacked], needles);
}

function search(start: readonly Item[], needles: Needles): readonly CanaryHit[] {
  const hits = new Map<string, CanaryHit & { readonly depth: number }>();
  const note = (category: PiCategory, key: string, steps: readonly string[], last: string): void => {
    const encoding = [...steps, last].join('>');
    const known = hits.get(`${category} ${key}`);
    if (!known || steps.length < known.depth) hits.set(`${category} ${key}`, { category, key, encoding, depth: steps.length });
  };
  const queue: Item[] = [...start];
  const seen = new Set<string>();
  let work = Math.max(MIN_WORK, WORK * start.reduce((sum, { text }) => sum + text.length, 0));
  for (let next = 0; next < queue.length; next += 1) {
    const item = queue[next];
    if (!item || work < item.text.length + PRICE || seen.has(item.key + item.text)) continue;
    seen.add(item.key + item.text);
    work -= item.text.length + PRICE;
    const leaves = item.deep && item.steps.length < MAX_STEPS ? leavesOf(item.text) : null;
    if (leaves) {
      for (const leaf of leaves) {
        const key = [item.key, leaf.key].filter(Boolean).join('.');
        if (WRAPPED.test(leaf.value)) queue.push({ text: leaf.value, key, steps: item.steps, deep: true });
        if (leaf.key.length > 7) queue.push({ text: leaf.key, key: `${item.key}(name)`, steps: item.steps, deep: false });
      }
      inPlainLeaves(
        leaves.filter(({ value }) => !WRAPPED.test(value)),
        item,
        needles,
        note,
      );
      for (const { category, key } of splitsIn(leaves, needles.splittable))
        note(category, [item.key, key].filter(Boolean).join('.'), item.steps, 'split');
      located(leaves.map(({ value }) => value).join(' '), item, needles, note);
      continue;
    }
    literals(item, needles, note);
    located(item.text, item, needles, note);
    if (!item.deep || item.steps.length >= MAX_STEPS) continue;
    for (const out of unwrap(item.text)) queue.push(...itemsOf(out, item));
  }
  // Numbers too long for JSON's arithmetic, broken structures: look at the text as it stands.
  if (hits.size === 0) for (const item of start) literals(item, needles, note);
  return [...hits.values()].map(({ category, key, encoding }) => ({ category, key, encoding }));
}

const itemsOf = ({ step, texts, deep }: Unwrapped, from: Item): Item[] =>
  texts.map((text) => ({ text, key: from.key, steps: [...from.steps, step], deep }));

type Note = (category: PiCategory, key: string, steps: readonly string[], last: string) => void;

function literals({ text, key, steps }: Item, needles: Needles, note: Note): void {
  const lower = text.toLowerCase();
  for (const needle of needles.literals) {
    const at = lower.indexOf(needle.text);
    if (at < 0 || (needle.edges && (isDigit(lower.charCodeAt(at - 1)) || isDigit(lower.charCodeAt(at + needle.text.length))))) continue;
    note(needle.category, key || nameBefore(lower.slice(Math.max(0, at - 60), at)), steps, needle.encoding);
  }
  for (const digest of digestsIn(text, needles)) note(digest.category, key, steps, digest.name);
}

function inPlainLeaves(
  leaves: readonly { readonly key: string; readonly value: string }[],
  item: Item,
  needles: Needles,
  note: Note,
): void {
  const starts: number[] = [];
  let length = 0;
  for (const { value } of leaves) {
    starts.push(length);
    length += value.length + 1;
  }
  const whole = leaves.map(({ value }) => (/[A-Z]/.test(value) ? value.replace(/[A-Z]/g, (sign) => sign.toLowerCase()) : value)).join('\n');
  for (const needle of needles.literals) {
    for (let at = whole.indexOf(needle.text), many = 0; at >= 0 && many < 50; at = whole.indexOf(needle.text, at + 1), many += 1) {
      const leaf = leaves[starts.findLastIndex((start) => start <= at)];
      if (leaf)
        literals({ text: leaf.value, key: [item.key, leaf.key].filter(Boolean).join('.'), steps: item.steps, deep: false }, needles, note);
    }
  }
}

function located(text: string, item: Item, needles: Needles, note: Note): void {
  const how = needles.location ? holdsLocation(text, needles.location) : null;
  if (how) note('location-precise', item.key, item.steps, how);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Name in front of a value in a text of unknown structure. */
const nameBefore = (before: string): string => /["']?([\w.-]{1,40})["']?\s*[:=]\s*["']?[^\w]{0,4}$/.exec(before)?.[1] ?? '';

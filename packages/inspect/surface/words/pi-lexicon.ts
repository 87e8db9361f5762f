import type { PiCategory } from '@liangjian/law';
import { fold } from './fold.ts';
import { memo } from './memo.ts';
import { CONTACT_WORDS } from './pi-contact.data.ts';
import { FINANCE_WORDS } from './pi-finance.data.ts';
import { IDENTITY_WORDS } from './pi-identity.data.ts';
import { LIFE_WORDS } from './pi-life.data.ts';
import { VEHICLE_WORDS } from './pi-vehicle.data.ts';
import type { PiWords } from './pi-words.ts';

export const PI_WORDS: readonly PiWords[] = [...IDENTITY_WORDS, ...CONTACT_WORDS, ...VEHICLE_WORDS, ...FINANCE_WORDS, ...LIFE_WORDS];

export interface PiMatch {
  readonly strong: readonly PiCategory[];
  readonly weak: readonly PiCategory[];
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Longest first, so that an exclusion takes its whole phrase. Latin words match at word borders only. */
export function wordsPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const sorted = [...words].sort((a, b) => b.length - a.length);
  const parts = sorted.map((word) => (/^[a-z]/.test(word) ? `(?<![a-z])${escape(word)}s?(?![a-z])` : escape(word)));
  return new RegExp(parts.join('|'), 'g');
}

const compiled = PI_WORDS.map((words) => ({
  category: words.category,
  strong: wordsPattern([...words.strong.zh, ...words.strong.en]),
  weak: wordsPattern([...words.weak.zh, ...words.weak.en]),
  excluded: wordsPattern(words.excluded),
}));

/** Which PI a short label asks for, in the order of appearance. Text may be raw; strength is per category. */
export const matchPi = memo(readPi);

function readPi(text: string): PiMatch {
  const folded = fold(text);
  const found: { category: PiCategory; at: number; strong: boolean }[] = [];
  for (const { category, strong, weak, excluded } of compiled) {
    const rest = excluded ? folded.replace(excluded, (phrase) => '\u0000'.repeat(phrase.length)) : folded;
    const hit = strong ? rest.search(strong) : -1;
    const faint = hit < 0 && weak ? rest.search(weak) : -1;
    if (hit >= 0) found.push({ category, at: hit, strong: true });
    else if (faint >= 0) found.push({ category, at: faint, strong: false });
  }
  found.sort((a, b) => a.at - b.at);
  return {
    strong: found.filter((one) => one.strong).map((one) => one.category),
    weak: found.filter((one) => !one.strong).map((one) => one.category),
  };
}

/** `shopAddress` is nobody's home. */
const OF_THE_SHOP: ReadonlySet<string> = new Set(['shop', 'store', 'merchant', 'seller', 'vendor']);

const tokenOwner = new Map<string, PiCategory>();
for (const words of PI_WORDS) for (const token of words.tokens) if (!tokenOwner.has(token)) tokenOwner.set(token, words.category);

/** PI named by a programmer's identifier (`userMobile`, `id_card_no`, `form.linkPhone`), null when it says nothing certain. */
export function matchToken(identifier: string): PiCategory | null {
  const parts = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (parts.length === 2 && OF_THE_SHOP.has(parts[0] ?? '')) return null;
  for (let length = Math.min(4, parts.length); length >= 1; length--) {
    for (let at = 0; at + length <= parts.length; at++) {
      const hit = tokenOwner.get(parts.slice(at, at + length).join(''));
      if (hit) return hit;
    }
  }
  return null;
}

import type { Text } from '@liangjian/law';

/** A text in both languages. */
export const text = (zh: string, en: string): Text => ({ zh, en });

/** Puts texts one after the other as sentences. Empty ones are left out. */
export function sentences(...parts: readonly Text[]): Text {
  const kept = parts.filter((part) => part.zh !== '');
  return { zh: kept.map((part) => part.zh).join(''), en: kept.map((part) => part.en.charAt(0).toUpperCase() + part.en.slice(1)).join(' ') };
}

/** Joins items with the list mark of each language; beyond `most` it says how many more there are. */
export function list(items: readonly Text[], most = 5): Text {
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  return {
    zh: shown.map((item) => item.zh).join('、') + (more > 0 ? `等 ${items.length} 项` : ''),
    en: shown.map((item) => item.en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

/** Words quoted from the page: the same in both languages, shortened, on one line. */
export function quote(words: string, most = 24): Text {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const short = [...line].length > most ? `${[...line].slice(0, most).join('')}…` : line;
  return { zh: `“${short}”`, en: `"${short}"` };
}

/** Each distinct text once, in first-seen order. */
export function distinct(items: readonly Text[]): Text[] {
  return items.filter((item, index) => items.findIndex((other) => other.zh === item.zh) === index);
}

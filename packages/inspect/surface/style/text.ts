/** Invisible characters used to break up words: zero-width, joiners, soft hyphen, byte order mark, direction marks, variation selectors. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\p{Variation_Selector}/gu;
/** Glyphs of icon fonts live in the private use areas and carry no words. */
const PRIVATE_USE = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;

/** One form for comparing words: NFKC, lower case, invisible and icon-font characters dropped, white space made single. */
export function normalise(text: string): string {
  return text.replace(INVISIBLE, '').replace(PRIVATE_USE, ' ').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `normalise` without any white space between two Chinese characters (pages letter-space their buttons: 「同 意」). */
export function compact(text: string): string {
  return normalise(text).replace(/(?<=[\u3400-\u9FFF《》〈〉「」，。！？：；、])\s+(?=[\u3400-\u9FFF《》〈〉「」，。！？：；、])/g, '');
}

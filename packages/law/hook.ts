import { chineseNumber } from './chinese-number.ts';
import type { Guidance, Instrument } from './instrument.ts';
import { findGuidance, findInstrument } from './instruments/index.ts';
import type { Text } from './text.ts';

/** A law hook taken apart and found in the library. */
export type ResolvedHook =
  | {
      readonly type: 'instrument';
      readonly hook: string;
      readonly instrument: Instrument;
      /** Article (`16`, `253-1`) or entry (`3.4`); null when the hook names the whole instrument. */
      readonly article: string | null;
      readonly paragraph: number | null;
      readonly item: number | null;
    }
  | { readonly type: 'guidance'; readonly hook: string; readonly guidance: Guidance; readonly item: number | null };

const GUIDANCE = /^guidance:([a-z0-9-]+)(?::(\d{1,2}))?$/;
const ARTICLE = /^([A-Za-z][A-Za-z0-9-]*)(?::(\d{1,3}(?:[.-]\d{1,2})?)(?:\((\d{1,2})\))?(?:\((\d{1,2})\))?)?$/;

/** Takes a hook apart (`CPL:29(1)`, `App31:3.4`, `FR`, `guidance:catering-checklist:3`). Undefined when it does not resolve. */
export function resolveHook(hook: string): ResolvedHook | undefined {
  const soft = GUIDANCE.exec(hook);
  if (soft) {
    const guidance = findGuidance(soft[1] ?? '');
    const item = soft[2] === undefined ? null : Number(soft[2]);
    if (guidance === undefined || (item !== null && (item < 1 || item > guidance.items))) return undefined;
    return { type: 'guidance', hook, guidance, item };
  }
  const hard = ARTICLE.exec(hook);
  const instrument = hard ? findInstrument(hard[1] ?? '') : undefined;
  if (!hard || instrument === undefined) return undefined;
  const article = hard[2] ?? null;
  if (article !== null && !instrument.articles.includes(article)) return undefined;
  const first = hard[3] === undefined ? null : Number(hard[3]);
  const second = hard[4] === undefined ? null : Number(hard[4]);
  const countsItems = article !== null && second === null && (instrument.itemArticles ?? []).includes(article);
  return { type: 'instrument', hook, instrument, article, paragraph: countsItems ? null : first, item: countsItems ? first : second };
}

/** The hook as it is cited: `《中华人民共和国个人信息保护法》第十六条`. Throws a RangeError when it does not resolve. */
export function hookLabel(hook: string): Text {
  return hookLabels([hook]);
}

/** Several hooks in one sentence, each title named once: `《…法》第六条、第十六条；《…条例》第二十三条`. Throws a RangeError when one does not resolve. */
export function hookLabels(hooks: readonly string[]): Text {
  const byTitle = new Map<string, { readonly title: Text; readonly places: Text[] }>();
  for (const hook of hooks) {
    const { title, place } = citation(hook);
    const entry = byTitle.get(title.zh) ?? { title, places: [] };
    if (place !== null) entry.places.push(place);
    byTitle.set(title.zh, entry);
  }
  const zh = [...byTitle.values()].map(({ title, places }) => `${title.zh}${places.map((place) => place.zh).join('、')}`);
  const en = [...byTitle.values()].map(({ title, places }) => [title.en, ...places.map((place) => place.en)].join(', '));
  return { zh: zh.join('；'), en: en.join('; ') };
}

/** Title as it is cited and place inside it; the place is null for a whole text. */
function citation(hook: string): { readonly title: Text; readonly place: Text | null } {
  const resolved = resolveHook(hook);
  if (resolved === undefined) throw new RangeError(`unknown law hook ${hook}`);
  if (resolved.type === 'guidance') {
    const { title: plain, descriptive } = resolved.guidance;
    const title = descriptive ? plain : marked(plain);
    return { title, place: resolved.item === null ? null : { zh: `第${chineseNumber(resolved.item)}类`, en: `class ${resolved.item}` } };
  }
  const { instrument, article, paragraph, item } = resolved;
  const title = marked(instrument.title);
  if (article === null) return { title, place: null };
  const [main, sub] = article.split(/[.-]/);
  const number = chineseNumber(Number(main));
  if (instrument.key === 'App31') {
    // The method counts six parts with items in Arabic figures.
    return {
      title,
      place: { zh: sub === undefined ? `第${number}条` : `第${number}条第${sub}项`, en: `part ${article}` },
    };
  }
  const zh = [
    `第${number}条`,
    sub === undefined ? '' : `之${chineseNumber(Number(sub))}`,
    paragraph === null ? '' : `第${chineseNumber(paragraph)}款`,
    item === null ? '' : `第（${chineseNumber(item)}）项`,
  ];
  const inBrackets = paragraph === null ? '' : `(${paragraph})`;
  const enItem = item === null ? '' : paragraph === null ? `, item ${item}` : `(${item})`;
  return { title, place: { zh: zh.join(''), en: `art. ${article}${inBrackets}${enItem}` } };
}

const marked = (title: Text): Text => ({ zh: `《${title.zh}》`, en: title.en });

/** `unverified` while a lawyer must still check the text behind the hook. Throws a RangeError when it does not resolve. */
export function hookStatus(hook: string): 'verified' | 'unverified' {
  const resolved = resolveHook(hook);
  if (resolved === undefined) throw new RangeError(`unknown law hook ${hook}`);
  const { confidence } = resolved.type === 'guidance' ? resolved.guidance : resolved.instrument;
  return confidence === 'M' || confidence === 'U' ? 'unverified' : 'verified';
}

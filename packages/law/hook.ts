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
  const resolved = resolveHook(hook);
  if (resolved === undefined) throw new RangeError(`unknown law hook ${hook}`);
  if (resolved.type === 'guidance') {
    const { title } = resolved.guidance;
    return resolved.item === null
      ? { zh: `《${title.zh}》`, en: title.en }
      : { zh: `《${title.zh}》第${resolved.item}类`, en: `${title.en}, class ${resolved.item}` };
  }
  const { instrument, article, paragraph, item } = resolved;
  if (article === null) return { zh: `《${instrument.title.zh}》`, en: instrument.title.en };
  const [main, sub] = article.split(/[.-]/);
  if (article.includes('.')) {
    return { zh: `《${instrument.title.zh}》第${chineseNumber(Number(main))}条第${sub}项`, en: `${instrument.title.en}, ${article}` };
  }
  const after = sub === undefined ? '' : `之${chineseNumber(Number(sub))}`;
  const zh = `《${instrument.title.zh}》第${chineseNumber(Number(main))}条${after}`;
  const zhParagraph = paragraph === null ? '' : `第${chineseNumber(paragraph)}款`;
  const zhItem = item === null ? '' : `第（${chineseNumber(item)}）项`;
  const enTail = `${paragraph === null ? '' : `(${paragraph})`}${item === null ? '' : paragraph === null ? `, item ${item}` : `(${item})`}`;
  return { zh: zh + zhParagraph + zhItem, en: `${instrument.title.en}, art. ${article}${enTail}` };
}

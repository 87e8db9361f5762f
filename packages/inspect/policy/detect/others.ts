import { isUnder } from './find.ts';
import type { Outline, Sentence } from '../text/outline.ts';

const OTHERS = /sdk|工具包|第三方|共享|合作(?:方|伙伴|机构)|接收方|受托|委托|关联公司|转让|披露|对外提供/;

const sections = new WeakMap<Outline, ReadonlySet<number>>();

/** Headings of sections about other companies. */
export function othersSections(outline: Outline): ReadonlySet<number> {
  const known = sections.get(outline);
  if (known) return known;
  const made = new Set(outline.sentences.filter(({ kind, text }) => kind === 'heading' && OTHERS.test(text)).map(({ index }) => index));
  sections.set(outline, made);
  return made;
}

const STARTS = /^\s*(?:[(（]?\d{1,2}[)）、.]|[·•●-])?\s*(?:sdk|插件|第三方|接收方|合作方|受托方)[^：:\n]{0,8}[：:]/;
const PAIR = /^[^：:\n]{2,20}[：:]/;
const blocks = new WeakMap<Outline, ReadonlySet<number>>();

/** Sentences of blocks such as "SDK名称：…；公司名称：…", over as many lines as they go on. */
function blockSentences(outline: Outline): ReadonlySet<number> {
  const known = blocks.get(outline);
  if (known) return known;
  const made = new Set<number>();
  let inside = false;
  for (const { index, kind, text } of outline.sentences) {
    inside = kind === 'sentence' && (STARTS.test(text) || (inside && PAIR.test(text) && !/个人信息处理者|运营者/.test(text)));
    if (inside) made.add(index);
  }
  blocks.set(outline, made);
  return made;
}

/** Whether a sentence stands in a list or section that is about other companies. */
export const isInOthersPart = (outline: Outline, sentence: Sentence): boolean =>
  blockSentences(outline).has(sentence.index) || sentence.kind === 'row' || isUnder(outline, sentence, othersSections(outline));

/** Whether a sentence speaks of recipients, processors or code of others: the names in it are not the processor's. */
export function isAboutOthers(outline: Outline, sentence: Sentence): boolean {
  if (/个人信息处理者[：:]|(?:以下|下称)[^。；\n]{0,12}我们/.test(sentence.text)) return false;
  if (OTHERS.test(sentence.text) || (sentence.kind === 'row' && !/处理者|运营/.test(sentence.text))) return true;
  return blockSentences(outline).has(sentence.index) || isUnder(outline, sentence, othersSections(outline));
}

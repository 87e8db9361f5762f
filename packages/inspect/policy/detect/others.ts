import { isUnder } from './find.ts';
import type { Outline, Sentence } from '../text/outline.ts';

const OTHERS = /sdk|第三方|共享|合作(?:方|伙伴|机构)|接收方|受托|委托|关联公司|转让|披露|对外提供/;

const sections = new WeakMap<Outline, ReadonlySet<number>>();

/** Headings of sections about other companies. */
export function othersSections(outline: Outline): ReadonlySet<number> {
  const known = sections.get(outline);
  if (known) return known;
  const made = new Set(outline.sentences.filter(({ kind, text }) => kind === 'heading' && OTHERS.test(text)).map(({ index }) => index));
  sections.set(outline, made);
  return made;
}

/** Whether a sentence speaks of recipients, processors or code of others: the names in it are not the processor's. */
export function isAboutOthers(outline: Outline, sentence: Sentence): boolean {
  if (/个人信息处理者[：:]|(?:以下|下称)[^。；]{0,12}我们/.test(sentence.text)) return false;
  if (OTHERS.test(sentence.text) || (sentence.kind === 'row' && !/处理者|运营/.test(sentence.text))) return true;
  return isUnder(outline, sentence, othersSections(outline));
}

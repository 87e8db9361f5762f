import type { Purpose } from '../../facts/fact.ts';
import { DENYING, DOCUMENT_PURPOSES, REFUSING, SENTENCE_PURPOSES, TAKING } from '../words/purposes.data.ts';
import { promptText } from '../words/prompt-text.ts';

const ENGLISH_DOCUMENTS =
  /privacy (policy|notice|statement)|cookies? (policy|notice)|terms (of (service|use)|and conditions|& conditions)|user agreement|membership (terms|agreement)/g;
/** Documents named without title marks. */
const PLAIN_DOCUMENTS =
  /(?<!《[^》]{0,30})(隐私(权)?(保护)?(政策|协议|条款|声明|指引)|个人信息(保护|处理)(政策|指引|声明|规则)|用户(服务|使用|注册)?协议|服务(协议|条款)|会员(服务)?(协议|章程|条款))/g;

/** What one agreement with this text covers, in the order of the text; documents by title, other things by sentence. */
export function purposesOf(text: string): Purpose[] {
  const words = promptText(text);
  const found = new Set<Purpose>();
  for (const title of documentTitles(words)) {
    const fit = DOCUMENT_PURPOSES.find((entry) => entry.title.test(title));
    if (fit) found.add(fit.purpose);
  }
  for (const sentence of words.replace(/《[^《》]*》/g, ' ').split(/[。!?;\n]|\.\s/)) {
    if (!TAKING.test(sentence)) continue;
    for (const { purpose, words: pattern } of SENTENCE_PURPOSES) {
      const at = sentence.search(pattern);
      if (at < 0 || REFUSING.test(sentence.slice(Math.max(0, at - 28), at + 4))) continue;
      if (!DENYING.test(sentence.slice(Math.max(0, at - 28), at + 14))) found.add(purpose);
    }
  }
  return [...found];
}

/** Titles of legal documents a text names. */
export function documentTitles(words: string): string[] {
  const titles: string[] = [];
  for (const match of words.matchAll(/《([^《》]{1,50})》/g)) if (match[1]) titles.push(match[1]);
  for (const match of words.matchAll(ENGLISH_DOCUMENTS)) titles.push(match[0]);
  for (const match of words.matchAll(PLAIN_DOCUMENTS)) titles.push(match[0]);
  return titles;
}

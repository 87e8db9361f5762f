import type { Purpose } from '../../facts/fact.ts';
import { DENYING, DOCUMENT_PURPOSES, REFUSING, SENTENCE_PURPOSES, TAKING } from '../words/purposes.data.ts';
import { promptText } from '../words/prompt-text.ts';

const ENGLISH_DOCUMENTS =
  /privacy (policy|notice|statement)|cookies? (policy|notice)|terms (of (service|use)|and conditions|& conditions)|user agreement|membership (terms|agreement)/g;
/** Documents named without title marks. */
const PLAIN_DOCUMENTS =
  /(?<!《[^》]{0,30})(隐私(权)?(保护)?(政策|协议|条款|声明|指引)|个人信息(保护|处理)(政策|指引|声明|规则)|用户(服务|使用|注册)?协议|服务(协议|条款)|会员(服务)?(协议|章程|条款))/g;

/**
 * What one agreement with this text covers, in the order of the text; documents by title, other things by sentence.
 * A document only pointed to is not agreed to; a dialog still rests on the policy or agreement it points to (`rests`).
 */
export function purposesOf(text: string, rests = false): Purpose[] {
  const words = promptText(text);
  const found = new Set<Purpose>();
  for (const { title, at } of documentMatches(words)) {
    const fit = DOCUMENT_PURPOSES.find((entry) => entry.title.test(title));
    if (fit && (!isPointedTo(words, at) || (rests && RESTS.includes(fit.purpose)))) found.add(fit.purpose);
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

const RESTS: readonly Purpose[] = ['privacy-policy', 'user-agreement'];

/** A title that is only pointed to (「详见《隐私政策》」) is not agreed to; further titles of the same row share its verb. */
const POINTED_TO =
  /(详见|参见|见|参阅|参考|参照|查看|查阅(?!并|了|且)|按照?|依照|依据|根据|遵循|载于|列于|see( our)?|according to|described in)(我们的|本(平台|店)的?|以下|下列|完整的?|[:：])*((《[^《》]*》)(和|与|及|以及|、|,|and)?)*$/;

function isPointedTo(words: string, at: number): boolean {
  return POINTED_TO.test(
    words
      .slice(Math.max(0, at - 80), at)
      .split(/[。;\n]/)
      .at(-1) ?? '',
  );
}

/** Titles of legal documents a text names. */
export const documentTitles = (words: string): string[] => documentMatches(words).map(({ title }) => title);

function documentMatches(words: string): { readonly title: string; readonly at: number }[] {
  return [/《([^《》]{1,50})》/g, ENGLISH_DOCUMENTS, PLAIN_DOCUMENTS].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((match) => ({
      title: pattern.source.startsWith('《') ? (match[1] ?? '') : match[0],
      at: match.index,
    })),
  );
}

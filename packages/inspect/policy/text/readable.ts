import type { Answer } from '../../facts/fact.ts';
import { simplify } from '../../surface/words/fold.ts';
import type { Outline } from './outline.ts';

/** Below this a text is taken as read as a whole only when it shows a beginning and an end of its own. Our own lines, Han characters. */
const ENOUGH = 400;
const LEAST = 120;
const PARTIAL =
  /展开(?:全文|更多|全部)|查看(?:全文|完整版?|更多内容)|阅读全文|加载(?:更多|中)|完整版(?:请|见|隐私)|(?:隐私政策|本政策)?(?:摘要|简要版|简版|概要|要点)(?:版)?$|请(?:先)?登录(?:后)?(?:查看|阅读|继续)|登录后(?:查看|阅读)|请在微信客户端打开|load(?:ing)?\.{2,}|以上为部分/m;
const TALKS = /个人信息|隐私|数据/;

export interface Readability {
  readonly han: number;
  readonly simplified: Answer;
  /** Whether the text was read from beginning to end and in a language the rules know. */
  readonly whole: boolean;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How much of the text can be trusted to be there and to be understood. */
export function readabilityOf({ source, folded, sentences }: Outline): Readability {
  const han = count(folded.text, /[\u3400-\u9fff]/g);
  const latin = count(folded.text, /[a-z]{2,}/g);
  const garbled = count(source, /[\uFFFD\uE000-\uF8FF]|锟斤拷|烫烫烫|ï¿½|[ÃÂ][\u0080-\u00BF]/g);
  const simplified = han < 50 ? (latin >= 60 ? 'no' : 'unknown') : traditionalShare(source, han) > 0.06 ? 'no' : 'yes';
  const isOurs = han >= LEAST && han * 2 > latin && garbled * 50 < han && TALKS.test(folded.text);
  const edges = `${sentences
    .slice(0, 6)
    .map(({ text }) => text)
    .join('\n')}\n${sentences
    .slice(-8)
    .map(({ text }) => text)
    .join('\n')}`;
  const isCut = PARTIAL.test(edges) || /(?:…|\.{3})\s*$/.test(folded.text);
  const parts = sentences.filter(({ kind }) => kind === 'heading').length;
  return { han, simplified, whole: isOurs && !isCut && (han >= ENOUGH || parts >= 2) };
}

/** Share of the Chinese characters that are Traditional forms of our word lists. */
function traditionalShare(source: string, han: number): number {
  const plain = simplify(source);
  let changed = 0;
  for (let at = 0; at < source.length; at++) if (source.charCodeAt(at) !== plain.charCodeAt(at)) changed++;
  return changed / han;
}

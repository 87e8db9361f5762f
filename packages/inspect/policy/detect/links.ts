import { documentsIn } from '../../surface/words/documents.ts';

/** The sentence sends the reader to another text. */
export const SENDS_ELSEWHERE =
  /详见|参见|请见|请(?:查看|阅读|点击|查阅|参阅|参照)|点击(?:此处|这里|查看|阅读)|见《|具体(?:请)?(?:查看|见|参见)|《[^》]{0,24}(?:清单|列表|目录|名单|规则|指引|儿童[^》]{0,12}|未成年[^》]{0,12})》/;

/** Titles of the texts a sentence names. */
export const titlesIn = (sentence: string): readonly string[] => [
  ...new Set(
    documentsIn(sentence)
      .filter(({ quoted }) => quoted)
      .map(({ title }) => title),
  ),
];

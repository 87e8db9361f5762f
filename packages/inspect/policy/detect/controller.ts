import { type ClauseReading, filled } from '../clause.ts';
import { companiesIn } from '../slots/companies.ts';
import { contactsIn } from '../slots/contacts.ts';
import { templateIn } from '../slots/template.ts';
import { sourceSpan } from '../text/fold-text.ts';
import type { Outline, Sentence } from '../text/outline.ts';
import { cueSentences } from './find.ts';
import { isAboutOthers, isInOthersPart } from './others.ts';

/** Places that say who the processor is. */
const IDENTITY =
  /个人信息处理者(?:的)?(?:名称|姓名)?[：: ]*(?:为|是)|个人信息处理者[：: ]|(?:运营者|运营主体|运营方|开发者|经营者|公司名称|主体名称|企业名称|单位名称|商户名称|服务提供者|产品提供方|注册名称|处理者名称|名称)(?:名称)?(?:[：:]|为|是|系)|(?:我们|本公司|本店|本平台|我行|我司)[”"」]?\s*(?:是指|指的是|指|即|系|是)(?!否|如何)|(?:以下|下称|下文|简称|统称|合称|或称)[^。；\n]{0,24}(?:我们|本公司|公司|我行|本店|我司|本平台)|由[^。；，\n]{2,40}(?:公司|店|中心|所)(?:[^。；，\n]{0,12})(?:运营|开发|提供|制定|经营|发布)/g;
const TITLE = /隐私|个人信息/;
const OUTRIGHT = /(?:个人信息处理者|运营者|运营主体|公司名称|主体名称)(?:的)?(?:名称)?(?:[：:]|为|是)/;
const FIRM = /公司|运营者|经营者|处理者|商行|经营部|事务所/;
const FOOT = /(?:©|版权所有|copyright|注册地址|联系地址|公司地址|住所)/g;

/** Names of the processor with how surely, and the element made of them. */
export interface ControllerReading {
  readonly names: readonly string[];
  readonly clause: ClauseReading;
}

/** Who processes: by the identity sentences, else by title and foot of the text, else by any company that is not a recipient. */
export function readController(outline: Outline, whole: boolean): ControllerReading {
  const make = (
    verdict: ClauseReading['verdict'],
    names: readonly string[],
    sentences: readonly Sentence[],
    template: readonly string[] = [],
  ) => ({
    names,
    clause: {
      element: 'controller-name',
      topic: 'controller',
      verdict,
      slots: filled({ controller: names, address: sentences.flatMap(({ text }) => contactsIn(text).addresses), template }),
      pi: [],
      sentences,
    },
  });
  const identity = cueSentences(outline, IDENTITY).filter((sentence) => !isAboutOthers(outline, sentence));
  const named = identity.flatMap((sentence) =>
    companiesIn(sentence.text).map(({ name, legal, at }) => ({ name: asWritten(outline, sentence, at, name), legal, sentence })),
  );
  const remnants = identity.flatMap(({ text }) => templateIn(text) ?? []);
  const main = distinct(named.filter(({ legal, sentence }) => legal && isMain(sentence.text)).map(({ name }) => name));
  // Two names in one sentence may be a group; two sentences that each say outright who it is cannot both be right.
  const outright = distinct(
    identity
      .filter(({ text }) => OUTRIGHT.test(text))
      .flatMap((sentence) => named.find((one) => one.legal && one.sentence === sentence)?.name ?? []),
  );
  if (remnants.length > 0) {
    return named.length > 0 ? make('contradicts', main, identity, remnants) : make('empty', [], identity, remnants);
  }
  if (outright.some((name) => !isKin(name, outright[0] ?? ''))) {
    return make(
      'contradicts',
      outright,
      named.map(({ sentence }) => sentence),
    );
  }
  if (named.length > 0) {
    const names = main.length > 0 ? main : distinct(named.map(({ name }) => name)).slice(0, 1);
    return make(
      'present',
      names,
      named.map(({ sentence }) => sentence),
    );
  }
  const edges = [
    ...outline.sentences.slice(0, 8).filter(({ text }) => TITLE.test(text) || companiesIn(text).length > 0),
    ...cueSentences(outline, FOOT),
    ...outline.sentences.slice(-8),
  ].filter((sentence) => !isAboutOthers(outline, sentence));
  const marked = edges.flatMap((sentence) =>
    companiesIn(sentence.text)
      .filter(({ legal }) => legal)
      .map(({ name, at }) => ({ name: asWritten(outline, sentence, at, name), sentence })),
  );
  if (marked.length > 0)
    return make(
      'present',
      distinct(marked.map(({ name }) => name)).slice(0, 1),
      marked.map(({ sentence }) => sentence),
    );
  // A name somewhere, or a definition of "we" without a full name, is not nothing.
  const somewhere = outline.sentences.find(
    (sentence) =>
      FIRM.test(sentence.text) &&
      !isInOthersPart(outline, sentence) &&
      companiesIn(sentence.text).some(({ at }) => !/[向给与和、]$|委托$/.test(sentence.text.slice(0, at))),
  );
  if (somewhere) return make('unreadable', [], [somewhere]);
  if (identity.length > 0) return make('unreadable', [], identity);
  return make(whole ? 'absent' : 'unreadable', [], []);
}

/** The name in the letters of the source, white space taken out. */
function asWritten({ source, folded }: Outline, { from }: Sentence, at: number, name: string): string {
  const { start, end } = sourceSpan(folded, from + at, from + at + name.length);
  return source.slice(start, end).normalize('NFKC').replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** The sentence names the processor outright, not in passing ("we and our affiliates X"). */
const isMain = (text: string): boolean =>
  /个人信息处理者|运营者|运营主体|运营方|公司名称|主体名称|(?:以下|下称|简称)[^。；\n]{0,16}(?:我们|本公司|公司)/.test(text) &&
  !/关联|授权|合作|第三方|sdk/.test(text);

/** One name holds the other, or one is a branch or an affiliate by its first characters. */
const isKin = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.slice(0, 4) === b.slice(0, 4);

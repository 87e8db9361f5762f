import type { ClauseVerdict } from '../../facts/fact.ts';
import { type ClauseReading, filled } from '../clause.ts';
import { companiesIn } from '../slots/companies.ts';
import { type RecipientRow, recipientRows } from '../slots/sdk-rows.ts';
import { templateIn } from '../slots/template.ts';
import type { Outline, Sentence } from '../text/outline.ts';
import { cueSentences, isEmptySection } from './find.ts';
import { SENDS_ELSEWHERE, titlesIn } from './links.ts';

const SHARE =
  /共享|第三方|合作(?:方|伙伴|机构|商)|关联公司|转让|披露|接收方|(?:提供|传输|发送|推送|转交)(?:给|至)|对外提供|向[^。；，\n]{1,20}提供/g;
const KIT = /sdk|软件开发(?:工具)?包|第三方(?:代码|插件|组件|库)|插件/g;
const ENTRUST = /委托|受托|服务供应商|外包/g;
const BRANDS =
  /微信(?:支付)?|支付宝|腾讯[\p{Script=Han}]{0,4}|阿里云?|百度(?:地图|统计)?|高德(?:地图)?|友盟\+?|极光|个推|银联|顺丰|美团|京东|抖音|字节跳动|火山引擎|华为|小米|oppo|vivo|魅族|神策|银行|bugly|google|facebook|apple|shareSDK|mobtech|网易|新浪|微博|qq/gu;
const NO_SHARE =
  /(?:不|不会|未|没有|从不|绝不|并不)(?:再|会|主动)?(?:向|与|将|把|对|接入|使用|嵌入|集成|委托|共享|转让|提供|公开|披露)|(?:共享|接收方|sdk|第三方|插件)[^。；，\n]{0,14}[：:]\s*无(?![\p{Script=Han}])|(?:暂无|无)(?:第三方|sdk|共享|接入)/u;
const LISTS = { 'recipients-list': /共享|第三方|合作|接收方/, 'sdk-list': /sdk|第三方|插件|共享/, 'entrusted-processing': /委托/ };

type Element = keyof typeof LISTS;

/**
 * Recipients, code kits and processors. Only names go into the slots of these three elements: rules compare them with receivers seen.
 * Sharing told without any name, list or link is `empty`: a promise without what the law asks for.
 */
export function readShared(outline: Outline, whole: boolean, controllers: readonly string[] = []): readonly ClauseReading[] {
  const rows = recipientRows(outline);
  const own = new Set(controllers.map((name) => name.toLowerCase()));
  const others = (sentence: Sentence) => namesIn(sentence).filter((name) => !own.has(name));
  const read = (element: Element, topic: string, cue: RegExp, mine: readonly RecipientRow[]): ClauseReading => {
    const struck = cueSentences(outline, cue);
    const bodies = struck.filter(
      ({ kind, text }) => (kind === 'sentence' || kind === 'row') && !(ABROAD.test(text) && !/第三方|共享|合作/.test(text)),
    );
    const rowSentences = mine.flatMap(({ sentence }) => outline.sentences[sentence] ?? []);
    const around = [...new Set([...bodies, ...rowSentences])];
    const names = distinct([...mine.flatMap(({ name, company }) => [name, company]), ...around.flatMap(others)]);
    const make = (verdict: ClauseVerdict, sentences: readonly Sentence[], template: readonly string[] = []): ClauseReading => ({
      element,
      topic,
      verdict,
      slots: filled({
        [element === 'sdk-list' ? 'sdk' : 'recipients']: verdict === 'present' || verdict === 'unreadable' ? names : [],
        rows: mine.map(rowWords),
        links: mine.map(({ link }) => link).filter(Boolean),
        title: verdict === 'by-link' ? sentences.flatMap(({ text }) => titlesIn(text)) : [],
        template,
      }),
      pi: [],
      sentences: sentences.slice(0, 8),
    });
    const naming = around.filter((sentence) => rowSentences.includes(sentence) || others(sentence).length > 0);
    if (naming.length > 0) return make('present', [...rowSentences, ...naming]);
    const remnants = bodies.flatMap(({ text }) => templateIn(text) ?? []);
    if (remnants.length > 0) return make('empty', bodies, remnants);
    const denied = bodies.filter(({ text }) => NO_SHARE.test(text));
    const passing = bodies.filter(({ text }) => DOES.test(text) && !NO_SHARE.test(text) && !SHOULD_IT.test(text));
    // A plain "we share with nobody" says it all; a list named beside it adds nothing.
    if (denied.length > 0 && passing.length === 0) return make('present', denied);
    const linked = around.filter(({ text }) => SENDS_ELSEWHERE.test(text) && (LISTS[element].test(text) || titlesIn(text).length > 0));
    if (linked.length > 0) return make('by-link', linked);
    if (denied.length > 0 || element === 'entrusted-processing') {
      // "We do not share, except …" says who only in part.
      if (bodies.length > 0)
        return make(passing.length === 0 || element === 'entrusted-processing' ? 'present' : 'unreadable', [...denied, ...bodies]);
    }
    if (bodies.length > 0)
      return make(passing.length > 0 && whole && !MAY_LIST.test(outline.folded.text) ? 'empty' : 'unreadable', [...passing, ...bodies]);
    if (struck.length > 0)
      return make(whole && struck.every((one) => one.kind === 'heading' && isEmptySection(outline, one)) ? 'empty' : 'unreadable', struck);
    return make(whole ? 'absent' : 'unreadable', []);
  };
  return [
    read(
      'recipients-list',
      'share',
      SHARE,
      rows.filter(({ sdk }) => !sdk),
    ),
    read(
      'sdk-list',
      'sdk',
      KIT,
      rows.filter(({ sdk }) => sdk),
    ),
    read('entrusted-processing', 'share', ENTRUST, []),
  ];
}

/** Where data goes is not to whom. */
const ABROAD = /境外|出境|跨境|海外/;
/** Sharing told as a thing that is done. */
const DOES = /(?:会|可能|将|需要|有权|可以)[^。；\n]{0,30}(?:共享|提供给|提供|披露|分享)|与[^。；\n]{0,24}共享/;
/** What would be done if it ever came to sharing. */
const SHOULD_IT = /(?:如|若|倘)(?:将来|今后|以后|果|需|后续|确)[^。；\n]{0,40}(?:告知|同意|征得|取得)/;
/** Somewhere names or lists may stand after all. */
const MAY_LIST = /清单|列表|目录|名单|一览|附件|附录|附表/;

const namesIn = ({ text }: Sentence): string[] => [
  ...companiesIn(text).map(({ name }) => name),
  ...[...text.matchAll(BRANDS)].map((match) => match[0]),
  ...[...text.matchAll(/([\p{Script=Han}a-z+]{1,16}?)\s?sdk(?![名目列清])/gu)].flatMap((match) =>
    /第三方|接入|集成|等|类|使用|的$|包括|以下|下列|合作|其他|提供/.test(match[1] ?? '') ? [] : [`${match[1]} sdk`],
  ),
];

const distinct = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.trim()).filter((word) => word.length >= 2))].slice(0, 80);

/** One row on one line; the bars keep it from being taken for a short name. */
const rowWords = ({ name, company, purpose, items, link }: RecipientRow): string => [name, company, purpose, items, link].join(' | ');

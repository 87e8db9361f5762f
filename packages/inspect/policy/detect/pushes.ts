import type { ClauseVerdict } from '../../facts/fact.ts';
import { type ClauseReading, filled } from '../clause.ts';
import type { Outline, Sentence } from '../text/outline.ts';
import { cueSentences, isEmptySection } from './find.ts';

const PROFILE =
  /个性化|定向推送|精准(?:营销|推送|推荐)|用户画像|画像|自动化决策|算法|千人千面|(?:可能)?感兴趣的|猜你喜欢|偏好[^。；\n]{0,16}(?:推荐|推送|展示)|(?:推荐|推送|展示)[^。；\n]{0,16}(?:偏好|兴趣|习惯)|智能推荐|personali[sz]ed/g;
const MARKETING =
  /营销|推销|(?:推广|促销|商业(?:性)?|广告|优惠|活动(?!情况))[^。；，\n]{0,5}(?:信息|短信|消息|推送|邮件|通知|电话|资讯)|推送[^。；，\n]{0,10}(?:广告|商品|活动|优惠|信息|消息)|商业广告|广告/g;
const OFF =
  /关闭|退订|拒收|拒绝|取消|退出|停止(?:接收|推送|推荐|使用)|不(?:再|想|希望|愿意|需要)?(?:接收|接受|推送)|回复\s*(?:td|t|n)|开关|非个性化|不针对|屏蔽|默认不|主动开启|自行(?:选择|决定|设置)|opt[- ]?out|unsubscribe|管理(?:偏好|推荐|广告)|设置中/;
const DENIED =
  /(?:不|不会|未|没有|从不|无)(?:会|再|主动|进行|开展|涉及|使用|采用|利用|将|发送|向您|存在|做|提供|基于){0,3}[^。；，\n]{0,10}(?:个性化|画像|自动化决策|营销|推送|广告|推销|算法|推广|定向)/;
/** 「关闭后不再推送」「未经同意不会」「对未成年人不」: not done in one case only, which means done in another. */
const IN_ONE_CASE =
  /关闭|退订|拒收|拒绝|取消|退出|如果|如您|若|除非|默认|未经|开启|同意|授权|之后|后[^台续]|未成年|儿童|十四|不再|敏感|仅|只(?!要)|不单独|以外|除外|其他/;
const deniesOutright = (text: string): boolean => DENIED.test(text) && !IN_ONE_CASE.test(text);
/** The text says the thing is done, rather than explaining a word. */
const DONE = /(?:会|将|可能|用于|为了|以便|向您|为您|进行|提供|开展|根据|基于|通过|结合)/;
/** Marketing that reaches the consumer, or is named as what the data is for. */
const SENT =
  /(?:向|给|为)(?:您|你|用户|会员)[^。；\n]{0,16}(?:发送|推送|推荐|推销|拨打|提供[^。；\n]{0,8}(?:优惠|广告|促销))|(?:用于|用来|为了|进行|开展)[^。；\n]{0,30}(?:营销|推广|促销|推销)/;

interface Push {
  readonly element: 'automated-decision' | 'marketing-choice';
  readonly topic: string;
  readonly cue: RegExp;
}

const PUSHES: readonly Push[] = [
  { element: 'automated-decision', topic: 'automated-decision', cue: PROFILE },
  { element: 'marketing-choice', topic: 'marketing', cue: MARKETING },
];

/**
 * Pushes by profile and for marketing. `present`: done, with a way to refuse; `empty`: done, and no way to refuse anywhere
 * in the text; `absent`: not mentioned, or denied (slot `denied`); `unreadable`: mentioned, but whether it is done is not certain.
 */
export function readPushes(outline: Outline, whole: boolean): readonly ClauseReading[] {
  return PUSHES.map(({ element, topic, cue }) => {
    const make = (
      verdict: ClauseVerdict,
      sentences: readonly Sentence[],
      refuse: readonly string[] = [],
      more: Record<string, readonly string[]> = {},
    ): ClauseReading => ({
      element,
      topic,
      verdict,
      slots: filled({ refuse, ...more }),
      pi: [],
      sentences: sentences.slice(0, 6),
    });
    const struck = cueSentences(outline, cue);
    const bodies = struck.filter(({ kind }) => kind === 'sentence' || kind === 'row');
    if (struck.length === 0) return make(whole ? 'absent' : 'unreadable', []);
    if (bodies.length === 0)
      return make(whole && struck.every((one) => one.kind === 'heading' && isEmptySection(outline, one)) ? 'empty' : 'unreadable', struck);
    const denied = bodies.filter(({ text }) => deniesOutright(text));
    const rest = bodies.filter((sentence) => !denied.includes(sentence));
    if (rest.length === 0) return make(whole ? 'absent' : 'unreadable', denied, [], { denied: denied.map(({ text }) => text) });
    const withOff = rest.filter((sentence) => OFF.test(near(outline, sentence)));
    if (withOff.length > 0)
      return make(
        'present',
        withOff,
        withOff.flatMap(({ text }) => OFF.exec(text)?.[0] ?? []),
      );
    const done = rest.filter(({ text }) => (element === 'marketing-choice' ? SENT : DONE).test(text) && !DENIED.test(text));
    if (done.length === 0 && denied.length > 0)
      return make(whole ? 'absent' : 'unreadable', denied, [], { denied: denied.map(({ text }) => text) });
    if (done.length === 0) return make('unreadable', bodies);
    const refusable = outline.sentences.some(({ text }) => REFUSES_PUSHES.test(text));
    return make(whole && !refusable ? 'empty' : 'unreadable', done);
  });
}

/** Anywhere in the text: a way out of pushes, whatever it calls them. */
const REFUSES_PUSHES =
  /退订|拒收|opt[- ]?out|unsubscribe|(?:关闭|拒绝|取消|退出|停止)[^。；\n]{0,20}(?:推荐|推送|广告|营销|消息|通知|接收|订阅|个性化|画像|短信)|(?:推荐|推送|广告|营销|消息|短信)[^。；\n]{0,24}(?:关闭|拒绝|取消|退出|停止)/;

/** The sentence with its neighbours in the same section. */
const near = ({ sentences }: Outline, { index, heading }: Sentence): string =>
  [index - 1, index, index + 1, index + 2]
    .flatMap((at) => (sentences[at] && (sentences[at].heading === heading || sentences[at].index === heading) ? sentences[at].text : []))
    .join('');

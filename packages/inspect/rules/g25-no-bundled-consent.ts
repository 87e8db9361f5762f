import type { Fact, PolicyDocument, Purpose } from '../facts/fact.ts';
import type { FactView, Rule } from './rule.ts';
import { notMet } from './shared/absent.ts';
import { armsOfFact, seenIn } from './shared/arms.ts';
import { flawVerdict } from './shared/coded.ts';
import { isSideForm } from './shared/fields.ts';
import { SCREENS } from './shared/kinds.ts';
import { sawConsentAsked, shutOut } from './shared/looked.ts';
import { choicesOf, isReadable, promptsOf, ticksOf } from './shared/prompts.ts';
import { askedAtLoad, permissionWords, piPermissions } from './shared/permissions.ts';
import { distinct, list, quote, sentences, text } from './shared/text.ts';
import { cannotTell, fail } from './verdict.ts';

const OFFICER = text(
  '请逐一核对该同意覆盖哪些目的和协议，能否分别同意；会员、营销、对外提供、征信、人脸等是否另有单独的勾选。',
  'Check which purposes and agreements this one consent covers, whether each can be given apart, and whether membership, marketing, sharing, credit or face have ticks of their own.',
);

const WORDS: Readonly<Partial<Record<Purpose, { zh: string; en: string }>>> = {
  membership: text('入会', 'membership'),
  marketing: text('营销', 'marketing'),
  'third-party': text('向第三方提供', 'giving to third parties'),
  'credit-inquiry': text('征信查询', 'credit inquiry'),
  face: text('人脸信息', 'face data'),
};
const APART = Object.keys(WORDS) as Purpose[];

const DOCUMENT: Readonly<Partial<Record<Purpose, PolicyDocument>>> = {
  membership: 'member-agreement',
  'third-party': 'third-party-policy',
  'credit-inquiry': 'credit-authorisation',
  face: 'face-rule',
};

/** Words of an agreement to the purpose itself; a denial ("we never pass it on") or a mere report is none. */
const AGREED: Readonly<Partial<Record<Purpose, RegExp>>> = {
  membership: /(同意|成为|加入|开通|注册|升级)[^。；，]{0,10}会员/,
  marketing: /(同意|授权|允许|接收|订阅)[^。；]{0,20}(营销|推广|优惠|广告|促销|推送)/,
  'third-party': /(同意|授权|允许)[^。；]{0,30}(第三方|合作(方|机构|伙伴)|关联(方|公司))/,
  'credit-inquiry': /(同意|授权)[^。；]{0,20}(征信|信用)/,
  face: /(同意|授权|允许)[^。；]{0,20}(人脸|面部)/,
};
const DENIED = /(不会|不向|绝不|不得|未经)[^。；]{0,20}(第三方|合作|营销|推送|推广|广告|人脸)/;

/** Titles that inform and ask for nothing: a directory of SDKs beside the policy widens no consent. */
const LIST_TITLES = /《[^《》]*(清单|目录|列表|名单|list|SDK)[^《》]*》/gi;

const NAMED: Readonly<Partial<Record<Purpose, RegExp>>> = {
  membership: /会员|入会|积分|member/i,
  marketing: /营销|推广|优惠|促销|广告|推送|短信|活动|marketing|promot/i,
  'third-party': /第三方|三方|合作|关联|共享|partner|third/i,
  'credit-inquiry': /征信|信用|credit/i,
  face: /人脸|刷脸|面部|生物|face/i,
};

/** A tick stands in the dialog or form by which one joins, so the member agreement is its own matter. */
const isJoining = (facts: FactView, tick: Fact<'tick-box'>): boolean =>
  promptsOf(facts, 'membership').some((prompt) => prompt.detail.ticks.includes(tick.id)) ||
  facts.of('landing').some(({ detail }) => detail.page === 'membership') ||
  facts
    .of('field')
    .some((field) => isSideForm(field) && field.detail.stage === tick.detail.stage && field.detail.step === tick.detail.step);

/** Extra purposes taken together in one act: sure ones stand in words or linked agreements, others need a person. */
function bundleOf(facts: FactView, fact: Fact<'prompt'> | Fact<'tick-box'>): { sure: Purpose[]; maybe: Purpose[] } {
  const { purposes } = fact.detail;
  const role = fact.type === 'prompt' ? fact.detail.role : null;
  const joining = role === 'membership' || (fact.type === 'tick-box' && isJoining(facts, fact));
  const extra = APART.filter(
    (purpose) => purposes.includes(purpose) && !(purpose === 'membership' && joining) && !(purpose === 'marketing' && role === 'marketing'),
  );
  const base = purposes.includes('privacy-policy') || purposes.includes('user-agreement') || role === 'consent';
  const separate =
    fact.type === 'prompt'
      ? ticksOf(facts, fact).flatMap((tick) => (tick.detail.purposes.includes('privacy-policy') ? [] : tick.detail.purposes))
      : [];
  const kept = extra.filter((purpose) => !separate.includes(purpose));
  // A box that says it is a consent of its own, for one matter, is what the law asks for.
  if (fact.type === 'tick-box' && kept.length === 1 && isOneMatter(fact.label)) return { sure: [], maybe: [] };
  if (kept.length === 0 || (!base && kept.length < 2)) return { sure: [], maybe: [] };
  const words = wordsOf(fact).replaceAll(LIST_TITLES, '');
  // Number log-in brings the carrier's own terms, and a log-in may be the membership itself: a person decides.
  const loose =
    role === 'login' ||
    role === 'phone' ||
    (fact.type === 'tick-box' &&
      kept.every((purpose) => purpose === 'membership' || purpose === 'third-party') &&
      /登录|手机号|认证服务/.test(words));
  const linked = (purpose: Purpose): boolean =>
    facts
      .of('policy-link')
      .some(
        ({ detail }) =>
          detail.document === DOCUMENT[purpose] &&
          (detail.where === 'prompt' || detail.where === 'form') &&
          fact.detail.arms.some((arm) => detail.arms.includes(arm)),
      );
  const sure = kept.filter(
    (purpose) =>
      !loose &&
      !DENIED.test(words) &&
      (fact.type === 'tick-box' ? NAMED[purpose]?.test(words) : linked(purpose) || AGREED[purpose]?.test(words)),
  );
  // Only a directory was named: neither sure nor worth a question.
  return { sure, maybe: kept.filter((purpose) => !sure.includes(purpose) && (NAMED[purpose]?.test(words) || linked(purpose))) };
}

/** Texts of trades that no shop needs for what it sells: an authorisation for a bank or an insurer beside the policy is a matter of its own. */
const STRANGERS =
  /《[^《》]*(信用卡|银行|贷款|借款|小贷|保险|车险|理财|证券|基金|广告|推广|联盟)[^《》]*(授权书|个人信息|隐私|规则|政策|协议)[^《》]*》/;
const OWN_POLICY = /隐私|个人信息保护|服务协议|用户协议/;

function withStrangers(fact: Fact<'prompt'> | Fact<'tick-box'>, bundle: { sure: Purpose[]; maybe: Purpose[] }): typeof bundle {
  const titles = wordsOf(fact).match(/《[^《》]*》/g) ?? [];
  const foreign = titles.filter((title) => STRANGERS.test(title));
  const own = titles.some((title) => OWN_POLICY.test(title) && !foreign.includes(title));
  return fact.type === 'tick-box' && foreign.length > 0 && own && !bundle.sure.includes('third-party')
    ? { ...bundle, sure: [...bundle.sure, 'third-party'] }
    : bundle;
}

/** 「单独同意处理人脸信息」, without a second 「同意」 for documents. */
const isOneMatter = (words: string): boolean =>
  /单独(同意|授权)/.test(words) &&
  !/(同意|接受|遵守)(并遵守)?[^。；，《]{0,12}《/.test(words) &&
  !/(并|且|及|、|同时|以及)(同意|授权|接受)/.test(words);

/** One consent does not cover several unrelated purposes or several permissions in one go. */
export const g25: Rule = {
  requirement: 'G25',
  kinds: SCREENS,
  needs: ['prompt', 'tick-box', 'permission', 'consent-flaw', 'policy-link', 'function-reached', 'limit'],
  judge(facts, context) {
    const askers = [
      ...promptsOf(facts, 'consent', 'login', 'phone', 'membership', 'profile', 'coupon', 'marketing').filter(isReadable),
      ...facts.of('tick-box').filter(({ detail }) => detail.stage !== 'read' && detail.consent === 'yes'),
    ].map((fact) => ({ fact, ...withStrangers(fact, bundleOf(facts, fact)) }));
    const bundled = askers.filter(({ sure }) => sure.length > 0);
    const volley = volleys(facts);
    const lumped = promptsOf(facts, 'consent', 'permission', 'login').filter((prompt) => asksManyAtOnce(facts, prompt));
    if (bundled.length > 0 || volley.length > 1 || lumped.length > 0) {
      const first = bundled[0];
      const names = distinct(volley.map(permissionWords));
      const parts = [
        first
          ? text(
              `${seenIn([first.fact], context).zh}，${quote(wordsOf(first.fact), 40).zh} 以一次同意同时包含了${list(first.sure.map(purposeWords)).zh}，没有分别同意的选项。`,
              `${seenIn([first.fact], context).en}, ${quote(wordsOf(first.fact), 40).en} takes ${list(first.sure.map(purposeWords)).en} along in one consent, with no choice for each.`,
            )
          : text('', ''),
        volley.length > 1
          ? text(
              `${seenIn(volley, context).zh}，页面打开时一次申请了${list(names).zh}多项权限。`,
              `${seenIn(volley, context).en}, the page asked for ${list(names).en} in one go when it opened.`,
            )
          : text('', ''),
        lumped[0]
          ? text(
              `${seenIn(lumped, context).zh}，${quote(wordsOf(lumped[0]), 40).zh} 以一次同意要求开启多项权限，没有分别选择的选项。`,
              `${seenIn(lumped, context).en}, ${quote(wordsOf(lumped[0]), 40).en} asks for several permissions by one consent, with no choice for each.`,
            )
          : text('', ''),
      ];
      return fail(
        sentences(...parts),
        [...new Set([...bundled.map(({ fact }) => fact), ...(volley.length > 1 ? volley : []), ...lumped])],
        OFFICER,
      );
    }
    const coded = flawVerdict(facts, ['bundled-permissions'], OFFICER);
    if (coded) return coded;
    const doubt = askers.filter(({ maybe }) => maybe.length > 0);
    const several = promptsOf(facts, 'permission').filter(
      (prompt) =>
        ['位置', '相机', '麦克风', '通讯录', '相册', '存储', '电话'].filter((word) => prompt.detail.text.includes(word)).length > 1,
    );
    if (doubt.length > 0 || several.length > 0) {
      const purposes = distinct(doubt.flatMap(({ maybe }) => maybe.map(purposeWords)));
      const what = purposes.length > 0 ? list(purposes) : text('多项权限', 'several permissions');
      return cannotTell(
        text(
          `征求同意的文字涉及${what.zh}，是否与隐私政策一并同意、能否分别选择，须人工判断。`,
          `The words asking for consent touch ${what.en}; whether it is agreed to together with the policy or can be chosen apart needs a person.`,
        ),
        [...doubt.map(({ fact }) => fact), ...several],
        OFFICER,
      );
    }
    return notMet(
      facts,
      context,
      text(
        '一次同意多项无关目的或多项权限的情形（隐私政策与用户协议一并同意不算）',
        'single consent to several unrelated purposes or permissions (policy and user agreement together do not count)',
      ),
      {
        enough: sawConsentAsked(facts) && shutOut(facts).length === 0,
        seen: askers.map(({ fact }) => fact),
      },
    );
  },
};

const purposeWords = (purpose: Purpose) => WORDS[purpose] ?? text(purpose, purpose);
const wordsOf = (fact: Fact): string => (fact.type === 'prompt' ? fact.detail.text : fact.label);

const DEVICE = /位置|定位|相机|摄像头|麦克风|通讯录|相册|存储|电话权限|短信|通知|蓝牙|剪贴板|日历|通话记录|应用列表/g;
/** Our own line: three in one breath. */
const MANY = 3;

/** One sentence that wants several device permissions opened, answered by one button. */
const asksManyAtOnce = (facts: FactView, prompt: Fact<'prompt'>): boolean =>
  isReadable(prompt) &&
  choicesOf(facts, prompt).some(({ detail }) => detail.role === 'agree' || detail.role === 'other') &&
  prompt.detail.text
    .split(/[。；\n]/)
    .some(
      (sentence) =>
        /(开启|打开|授权|允许|获取|访问|读取)/.test(sentence) &&
        !/不会|不需|无需|不获取|不读取|可选|分别|逐项|单独|另行|按需|使用时/.test(sentence) &&
        new Set(sentence.match(DEVICE) ?? []).size >= MANY,
    );

/** Permissions asked together when the page opened, in one arm; camera with microphone is one act of calling. */
function volleys(facts: FactView): readonly Fact<'permission'>[] {
  const atLoad = piPermissions(facts).filter(askedAtLoad);
  const arms = [...new Set(atLoad.flatMap((fact) => [...armsOfFact(fact)]))];
  for (const arm of arms) {
    const here = atLoad.filter((fact) => armsOfFact(fact).includes(arm));
    const kinds = new Set(here.map((fact) => permissionWords(fact).en));
    if (kinds.size > 2 || (kinds.size === 2 && !(kinds.has('camera') && kinds.has('microphone')))) return here;
  }
  return [];
}

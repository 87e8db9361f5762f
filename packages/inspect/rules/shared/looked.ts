import type { Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView, JudgeContext } from '../rule.ts';
import { programOf, readWhole } from './coded.ts';
import { distinct, list, text } from './text.ts';

const STOPS: Readonly<Record<string, Text>> = {
  agreement: text('停在同意协议这一步', 'stopped at the agreement'),
  login: text('停在登录这一步', 'stopped at the log-in'),
  phone: text('停在要求手机号这一步', 'stopped where a phone number is demanded'),
  profile: text('停在要求昵称头像等资料这一步', 'stopped where profile data is demanded'),
  membership: text('停在要求入会这一步', 'stopped where membership is demanded'),
  follow: text('停在要求关注或加好友这一步', 'stopped where following an account is demanded'),
  location: text('停在要求位置这一步', 'stopped where location is demanded'),
  face: text('停在人脸识别这一步', 'stopped at face recognition'),
  identity: text('停在实名认证这一步', 'stopped at identity verification'),
  wechat: text('页面要求在微信中打开', 'the page wants to be opened in WeChat'),
  'app-download': text('页面要求下载应用', 'the page wants an app to be installed'),
  'robot-check': text('停在人机验证这一步', 'stopped at a robot check'),
  age: text('停在年龄确认这一步', 'stopped at an age gate'),
  fields: text('停在填写表单这一步（工具不提交表单）', 'stopped at a form (the tool submits none)'),
  payment: text('停在支付这一步（工具不付款）', 'stopped at payment (the tool never pays)'),
  'no-way-forward': text('没有找到继续往下走的入口', 'no way forward was found'),
  time: text('到达时间上限', 'the time limit was reached'),
  'left-site': text('页面离开了被检查的站点', 'the page left the inspected site'),
  other: text('中途停住', 'stopped on the way'),
};

const LIMITS: Readonly<Record<Fact<'limit'>['detail']['what'], Text>> = {
  'wechat-wall': text('页面只允许在微信内打开', 'the page opens inside WeChat only'),
  'robot-check': text('出现人机验证', 'a robot check came up'),
  'login-needed': text('需要登录才能继续', 'a log-in is needed'),
  'silent-identifier-redirect': text('页面跳转到平台静默授权地址', 'the page redirects to a silent platform authorisation'),
  'unreadable-image': text('有图片上的文字无法读取', 'words inside a picture could not be read'),
  crash: text('页面崩溃', 'the page crashed'),
  'time-out': text('页面超时', 'the page timed out'),
  'error-page': text('页面报错', 'the page shows an error'),
  'native-only': text('由系统界面显示，工具看不到', 'shown by the system itself, out of the tool’s sight'),
};

/** Limits after which nothing can be said about the page as a consumer meets it. */
const SHUT: readonly string[] = ['wechat-wall', 'robot-check', 'crash', 'time-out', 'error-page'];

/** Why the walk ended in each arm that did not arrive, in plain words. */
export const stopWords = (stop: string | null): Text => STOPS[stop ?? 'other'] ?? text('中途停住', 'stopped on the way');

/** The basic function was reached in at least one arm, or everything the page offers was pressed and seen. */
function reachedAnywhere(facts: FactView): boolean {
  return facts.of('function-reached').some(({ detail }) => detail.reached === 'yes' || detail.exhausted === 'yes');
}

/**
 * Whether enough was seen to say that something did *not* happen: the walk reached the basic function in some arm,
 * or (no walk, code reading) the whole package was read.
 */
export function lookedEnough(facts: FactView, context: JudgeContext): boolean {
  if (facts.of('function-reached').length > 0) return reachedAnywhere(facts);
  return readWhole(facts, context);
}

/** How far was looked: "up to the basic function" of a visit, or all the code of a program. */
export const upTo = (facts: FactView): Text =>
  programOf(facts) ? text('读到的代码中', 'in the code read') : text('走到基本功能为止', 'up to the basic function');

/** Enough, or consent was asked before us, so that a fault in asking would have shown. */
export function sawConsentAsked(facts: FactView): boolean {
  return (
    facts.of('prompt').some(({ detail }) => detail.role === 'consent' && detail.confidence >= 0.6 && detail.stage !== 'read') ||
    facts.of('tick-box').some(({ detail }) => detail.consent === 'yes' && detail.stage !== 'read')
  );
}

/** The page itself did not open for this observer. */
export function shutOut(facts: FactView): readonly Fact<'limit'>[] {
  return facts.of('limit').filter((limit) => SHUT.includes(limit.detail.what));
}

/** The true reasons why not everything could be seen; never empty. */
export function whyNotSeen(facts: FactView, context: JudgeContext): Text {
  const limits = facts.of('limit').map((limit) => LIMITS[limit.detail.what]);
  const stops = facts
    .of('function-reached')
    .filter((fact) => fact.detail.reached !== 'yes')
    .map((fact) => stopWords(fact.detail.stoppedBy));
  const unread = context.coverage.notRead.map(({ what, why, en }) => text(`${what}未读取（${why}）`, `${en.what} not read (${en.why})`));
  const reasons = distinct([...limits, ...stops, ...unread]);
  if (reasons.length > 0) return list(reasons, 3);
  if (programOf(facts)) return text('代码不能显示真机运行时的情形', 'code does not show what happens when it runs on a phone');
  return facts.all.length === 0
    ? text('没有取得可供判断的事实', 'no facts were obtained to judge by')
    : text('所见范围不足以下结论', 'what was seen is not enough to conclude');
}

/** What may have been missed although the walk went through; empty when nothing is known to be missing. */
export function maybeMissed(facts: FactView, context: JudgeContext): Text {
  if (facts.of('limit').length === 0 && context.coverage.notRead.length === 0) return text('', '');
  const reason = whyNotSeen(facts, context);
  return text(`可能漏看：${reason.zh}。`, `May have been missed: ${reason.en}.`);
}

import {
  findScene,
  hookLabels,
  resolveHook,
  type PiCategory,
  piCategory,
  PI_CATEGORY_IDS,
  type Text,
  type ViolationKind,
  violationKind,
} from '@liangjian/law';
import type { NotRead } from '../capture/capture.ts';
import type { ArmName, FactType, Phase } from '../facts/fact.ts';
import type { Outcome } from '../rules/rule.ts';
import type { Report, ReportedOutcome } from './report.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** Words of every report, so that text, HTML and PDF speak alike. */
export const LEADS_ONLY = t(
  '以下均为线索，经执法人员复核确认之前，不构成违法认定。',
  'Everything below is a lead. None of it establishes a violation until an officer has confirmed it.',
);

export const OUTCOMES: Readonly<Record<Outcome, Text>> = {
  fail: t('发现问题', 'Problem found'),
  'cannot-tell': t('无法判断', 'Cannot tell'),
  pass: t('未发现问题', 'No problem found'),
};

export const ARMS: Readonly<Record<ArmName, Text>> = {
  untouched: t('不作选择', 'No choice made'),
  refuse: t('拒绝', 'Refused'),
  accept: t('同意', 'Accepted'),
  control: t('对照复测（不作选择）', 'Control repeat (no choice made)'),
};

export const PHASES: Readonly<Record<Phase, Text>> = {
  static: t('与选择无关', 'Independent of the choice'),
  'before-choice': t('选择之前', 'Before the choice'),
  'after-refuse': t('拒绝之后', 'After refusing'),
  'after-accept': t('同意之后', 'After accepting'),
  'no-choice': t('全程没有给出选择', 'No choice was offered'),
};

export const FACTS: Readonly<Record<FactType, Text>> = {
  prompt: t('弹窗', 'Prompt'),
  choice: t('弹窗中的选项', 'Choice in a prompt'),
  'tick-box': t('勾选框', 'Tick box'),
  field: t('填写项', 'Field'),
  permission: t('权限申请', 'Permission asked'),
  transfer: t('向外发送', 'Data sent'),
  contact: t('连接其他主机', 'Host contacted'),
  stored: t('存储在设备上', 'Stored on the device'),
  'script-api': t('读取设备的接口', 'Device interface used'),
  collects: t('收集个人信息', 'Collects personal information'),
  'consent-flaw': t('征求同意的缺陷', 'Fault in asking consent'),
  declaration: t('声明与实际对照', 'Declaration compared'),
  program: t('程序', 'Program'),
  secret: t('代码中的密钥', 'Key in code'),
  'policy-link': t('规则入口', 'Link to a legal text'),
  'policy-text': t('规则正文', 'Legal text'),
  'policy-clause': t('规则条款', 'Clause of a legal text'),
  gate: t('使用前提', 'Demand before use'),
  'function-reached': t('基本功能是否走通', 'Basic function reached'),
  control: t('权利入口', 'Control of a right'),
  display: t('界面显示个人信息', 'Personal information on screen'),
  'response-data': t('服务器返回个人信息', 'Personal information returned'),
  operator: t('经营者线索', 'Sign of the operator'),
  landing: t('打开的页面', 'Page opened'),
  limit: t('观察受限', 'Limit of observation'),
  endpoint: t('接口地址', 'Endpoint'),
  sdk: t('第三方组件', 'Third-party component'),
  message: t('收到的信息', 'Message received'),
  'record-count': t('记录数量', 'Number of records'),
};

const REASONS: Readonly<Record<string, Text>> = {
  agreement: t('停在同意协议这一步', 'stopped where agreement is demanded'),
  login: t('停在登录这一步', 'stopped at the log-in'),
  phone: t('停在提供手机号这一步', 'stopped where a phone number is demanded'),
  profile: t('停在填写个人资料这一步', 'stopped where profile data are demanded'),
  membership: t('停在注册会员这一步', 'stopped where membership is demanded'),
  follow: t('停在要求关注或者加好友这一步', 'stopped where following an account is demanded'),
  location: t('停在要求位置这一步', 'stopped where the location is demanded'),
  face: t('停在人脸识别这一步', 'stopped at face recognition'),
  identity: t('停在实名认证这一步', 'stopped at identity verification'),
  wechat: t('页面要求在微信中打开', 'the page must be opened in WeChat'),
  'wechat-wall': t('页面要求在微信中打开', 'the page must be opened in WeChat'),
  'app-download': t('停在下载应用这一步', 'stopped where an app must be downloaded'),
  'robot-check': t('停在人机验证这一步', 'stopped at a robot check'),
  age: t('停在年龄确认这一步', 'stopped at the age gate'),
  fields: t('停在必填项这一步', 'stopped at required fields'),
  payment: t('到付款为止，不作付款', 'ends at payment, which is never made'),
  'no-way-forward': t('没有找到继续的入口', 'no way forward was found'),
  time: t('到达时限', 'the time was used up'),
  'time-out': t('页面没有在规定时间内响应', 'the page did not answer in time'),
  'left-site': t('页面离开了本站', 'the page left the site'),
  'browser-crashed': t('浏览器意外退出', 'the browser ended unexpectedly'),
  'connection-failed': t('无法连接', 'no connection'),
  'unreadable-image': t('图片中的文字无法读取', 'words in pictures could not be read'),
  'error-page': t('网站返回错误页面', 'the site answered with an error page'),
  'login-needed': t('需要登录', 'a log-in is needed'),
  'silent-identifier-redirect': t('页面静默跳转获取标识', 'the page fetched an identifier by a silent redirect'),
  crash: t('页面崩溃', 'the page crashed'),
  'native-only': t('只能在原生环境中看到', 'visible in the native environment only'),
  other: t('其他原因', 'another reason'),
};

/** Reason of a stop or gap in words; an unknown one is shown as it stands. */
export function reason(code: string): Text {
  return REASONS[code] ?? t(code, code);
}

/** What was not read and why, in words. */
export const gapWords = (gap: NotRead): Text => t(`${gap.what}：${gap.why}`, `${gap.en.what}: ${gap.en.why}`);

/** `S1 扫码点餐`; null when no scene is known. */
export function sceneWords(code: string | null): Text {
  const label = code === null ? undefined : findScene(code)?.label;
  return label ? t(`${code} ${label.zh}`, `${code} ${label.en}`) : t('未确定', 'not determined');
}

export const kindWords = (kind: ViolationKind): Text => {
  const { label } = violationKind(kind);
  return kind === 'none' ? label : t(`${kind} ${label.zh}`, `${kind} ${label.en}`);
};

/** Order in which kinds are shown. */
export const KIND_ORDER: readonly ViolationKind[] = ['K1', 'K2', 'K3', 'K4', 'K5', 'R', 'none'];

const known: ReadonlySet<string> = new Set(PI_CATEGORY_IDS);

/** Name of a PI category; a category of a later version is shown by its id. */
export const piWords = (id: PiCategory): Text => (known.has(id) ? piCategory(id).label : t(id, id));

/** Roles of the other side. */
export const ROLES: Readonly<Record<'first' | 'platform' | 'third' | 'unknown', Text>> = {
  first: t('经营者自身', 'the shop itself'),
  platform: t('平台', 'platform'),
  third: t('第三方', 'third party'),
  unknown: t('关系不明', 'relation unknown'),
};

const UNVERIFIED = t('（未核实）', ' (unverified)');

/** Law of an outcome, each title named once; what a lawyer has not confirmed carries its mark. */
export function lawWords(law: ReportedOutcome['law']): Text {
  const part = (status: 'verified' | 'unverified'): Text | null => {
    const hooks = law.filter((one) => one.status === status);
    if (hooks.length === 0) return null;
    // A report of another version may cite what this one does not know; then its own words stand.
    const known = hooks.every((one) => resolveHook(one.hook) !== undefined);
    const label = known
      ? hookLabels(hooks.map((one) => one.hook))
      : t(hooks.map((one) => one.label.zh).join('；'), hooks.map((one) => one.label.en).join('; '));
    return status === 'verified' ? label : t(`${label.zh}${UNVERIFIED.zh}`, `${label.en}${UNVERIFIED.en}`);
  };
  const parts = [part('verified'), part('unverified')].filter((one) => one !== null);
  return t(parts.map((one) => one.zh).join('；'), parts.map((one) => one.en).join('; '));
}

/** Where a visit ended before all was seen; null when it went through or ended at payment, which is never made. */
export function stopWords(arm: Report['arms'][number]): Text | null {
  if (arm.stoppedBy === null || arm.stoppedBy === 'payment') return null;
  const [name, why] = [ARMS[arm.arm], reason(arm.stoppedBy)];
  return t(`“${name.zh}”的访问${why.zh}，之后的页面没有看到`, `Visit "${name.en}" ${why.en}; what comes after was not seen`);
}

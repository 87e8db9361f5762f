import type { MachineLevel } from './requirement.ts';
import type { Text } from './text.ts';

/** One behaviour of the App method (App31). */
export interface AppBehaviour {
  /** `3.4` = group three, item four; hook `App31:3.4`. */
  readonly no: string;
  readonly text: Text;
  /** Strongest level at which a machine can see it. */
  readonly level: MachineLevel;
  /** Requirement rows that look for it. */
  readonly requirements: readonly string[];
}

/** Names of the six groups. */
export const appMethodGroups: readonly { readonly no: string; readonly text: Text }[] = [
  { no: '1', text: { zh: '未公开收集使用规则', en: 'Rules for collection and use are not published' } },
  { no: '2', text: { zh: '未明示收集使用个人信息的目的、方式和范围', en: 'Purpose, method and scope are not stated' } },
  { no: '3', text: { zh: '未经用户同意收集使用个人信息', en: 'Collection and use without consent' } },
  { no: '4', text: { zh: '违反必要原则，收集与其提供的服务无关的个人信息', en: 'Collection of information unrelated to the service' } },
  { no: '5', text: { zh: '未经同意向他人提供个人信息', en: 'Provision to others without consent' } },
  {
    no: '6',
    text: {
      zh: '未按法律规定提供删除或更正个人信息功能，或未公布投诉、举报方式等信息',
      en: 'No deletion or correction as the law demands, or no complaint channel published',
    },
  },
];

type Row = readonly [no: string, zh: string, en: string, level: MachineLevel, ...requirements: string[]];

const rows: readonly Row[] = [
  [
    '1.1',
    '没有隐私政策，或者隐私政策中没有收集使用规则',
    'There is no privacy policy, or it contains no rules for collection and use',
    'A',
    'G01',
  ],
  ['1.2', '首次运行时没有以明显方式提示阅读隐私政策等规则', 'The first run does not plainly prompt the user to read the rules', 'A', 'G02'],
  ['1.3', '隐私政策等规则难以访问，进入主界面后需点击四次以上', 'The rules take more than four taps from the main page', 'A', 'G03'],
  [
    '1.4',
    '规则难以阅读，文字过小过密、颜色过淡，或者没有简体中文版',
    'The rules are hard to read or not in Simplified Chinese',
    'B',
    'G04',
  ],
  [
    '2.1',
    '没有逐一列出收集使用的目的、方式、范围，包括第三方代码和插件',
    'Purpose, method and scope, third-party code included, are not listed one by one',
    'A',
    'G06',
  ],
  ['2.2', '目的、方式、范围变化时没有以适当方式通知用户', 'Users are not notified when purpose, method or scope changes', 'B', 'G07'],
  [
    '2.3',
    '申请权限或者收集敏感信息时没有同步告知目的，或者目的不清',
    'The purpose is not told, or not clear, when a permission or sensitive information is asked for',
    'A',
    'G08',
  ],
  ['2.4', '规则晦涩难懂、冗长繁琐', 'The rules are obscure or long-winded', 'B', 'G09'],
  ['3.1', '征得同意前就开始收集个人信息或者打开收集权限', 'Collection starts, or a permission is opened, before consent', 'A', 'G10'],
  [
    '3.2',
    '用户明确不同意后仍然收集，或者频繁征求同意、干扰使用',
    'Collection goes on after refusal, or users are asked again and again',
    'A',
    'G11',
  ],
  ['3.3', '实际收集的信息或者打开的权限超出用户授权范围', 'What is collected or opened exceeds what was authorised', 'B', 'G12'],
  ['3.4', '以默认同意隐私政策等非明示方式征求同意', 'Consent is taken by default or in another way that is not explicit', 'A', 'G13'],
  ['3.5', '未经同意更改用户设置的权限状态', 'Permissions set by the user are changed without consent', 'B', 'G15'],
  [
    '3.6',
    '利用个人信息和算法定向推送，没有提供非定向推送的选项',
    'Information is pushed by profile without an option that is not',
    'A',
    'G16',
  ],
  ['3.7', '以欺诈、诱骗等不正当方式误导用户同意', 'Users are deceived or lured into consent', 'B', 'G17'],
  ['3.8', '没有提供撤回同意的途径、方式', 'There is no way to withdraw consent', 'A', 'G18'],
  ['3.9', '违反自己声明的收集使用规则', 'The declared rules are broken', 'B', 'G19'],
  [
    '4.1',
    '收集的信息类型或者打开的权限与现有业务功能无关',
    'Information or permissions are unrelated to the existing functions',
    'A',
    'G20',
  ],
  [
    '4.2',
    '因用户不同意收集非必要信息或者打开非必要权限，拒绝提供业务功能',
    'Functions are refused because the user refuses what is not necessary',
    'A',
    'G21',
  ],
  [
    '4.3',
    '新增功能申请收集的信息超出原同意范围，用户不同意即拒绝提供原有功能',
    'Existing functions are refused because the user does not agree to what a new one collects',
    'B',
    'G22',
  ],
  ['4.4', '收集个人信息的频度超出业务功能实际需要', 'Collection is more frequent than the function needs', 'B', 'G23'],
  [
    '4.5',
    '仅以改善服务、提升体验、定向推送、研发新产品等为由强制要求同意',
    'Consent is forced on the sole ground of service, experience, push or development',
    'B',
    'G24',
  ],
  [
    '4.6',
    '要求用户一次性同意打开多个权限，不同意则无法使用',
    'Several permissions must be opened in one go, or the app cannot be used',
    'A',
    'G25',
  ],
  [
    '5.1',
    '客户端未经同意、未作匿名化处理即向第三方提供个人信息',
    'The client gives information to third parties without consent or anonymisation',
    'A',
    'G26',
  ],
  [
    '5.2',
    '数据传至后台后，未经同意、未作匿名化处理即向第三方提供',
    'The server passes information on without consent or anonymisation',
    'C',
    'G26',
  ],
  [
    '5.3',
    '接入第三方应用，未经同意向其提供个人信息',
    'A connected third-party application receives information without consent',
    'B',
    'G26',
  ],
  ['6.1', '没有提供有效的更正、删除个人信息和注销账号的功能', 'There is no working correction, deletion or account closing', 'A', 'G32'],
  ['6.2', '为更正、删除、注销设置不必要或者不合理的条件', 'Needless or unreasonable conditions are attached to them', 'B', 'G33'],
  [
    '6.3',
    '需人工处理的请求未在承诺时限内（不超过十五个工作日）完成',
    'Requests handled by people are not settled within the promised time, at most fifteen working days',
    'A',
    'G34',
  ],
  ['6.4', '用户操作已完成，但后台并未完成', 'The user’s action is complete but the back end is not', 'B', 'G35'],
  [
    '6.5',
    '没有建立并公布投诉举报渠道，或者未在承诺时限内（不超过十五个工作日）处理',
    'No complaint channel is published, or complaints are not handled in time, at most fifteen working days',
    'A',
    'G36',
  ],
];

/** The 31 behaviours in our own words. A reference for describing an act, never a penalty basis. */
export const appBehaviours: readonly AppBehaviour[] = rows.map(([no, zh, en, level, ...requirements]) => ({
  no,
  text: { zh, en },
  level,
  requirements,
}));

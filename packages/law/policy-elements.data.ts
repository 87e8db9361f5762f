import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** Something a privacy policy must contain. */
export interface PolicyElement {
  readonly id: string;
  readonly label: Text;
  /** `always`, or only when the operator does the thing the element is about. */
  readonly when: 'always' | 'if-applicable';
  readonly law: readonly string[];
  /** Requirement row the element answers to. */
  readonly requirement: string;
  readonly confidence: Confidence;
}

/** What a sentence of a policy is about. */
export interface PolicyTopic {
  readonly id: string;
  readonly label: Text;
}

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  when: 'always' | 'if-applicable',
  requirement: string,
  law: readonly string[],
  confidence: Confidence,
];

const rows: readonly Row[] = [
  ['controller-name', '个人信息处理者的名称或者姓名', 'name of the processor', 'always', 'G05', ['PIPL:17', 'NDR:21'], 'F'],
  ['controller-contact', '个人信息处理者的联系方式', 'contact details of the processor', 'always', 'G05', ['PIPL:17', 'NDR:21'], 'F'],
  ['purposes', '处理目的', 'purposes', 'always', 'G05', ['PIPL:17', 'NDR:21', 'App31:2.1'], 'F'],
  ['methods', '处理方式', 'methods', 'always', 'G05', ['PIPL:17', 'NDR:21', 'App31:2.1'], 'F'],
  ['categories', '处理的个人信息种类', 'kinds of personal information', 'always', 'G05', ['PIPL:17', 'NDR:21', 'App31:2.1'], 'F'],
  ['collection-list', '收集的个人信息清单', 'list of what is collected', 'always', 'G06', ['NDR:21', 'App31:2.1'], 'F'],
  [
    'retention',
    '保存期限或者确定保存期限的方法',
    'retention period or how it is set',
    'always',
    'G05',
    ['PIPL:17', 'PIPL:19', 'NDR:21'],
    'F',
  ],
  [
    'rights-how',
    '个人行使权利的内容和程序',
    'the rights of the person and the procedure',
    'always',
    'G05',
    ['PIPL:17', 'PIPL:50', 'NDR:21'],
    'F',
  ],
  ['rights-channel', '行使权利的受理渠道', 'channel for requests', 'always', 'G05', ['PIPL:50', 'NDR:21'], 'F'],
  [
    'correction-deletion',
    '更正、删除个人信息的途径',
    'how to correct and delete',
    'always',
    'G32',
    ['PIPL:46', 'PIPL:47', 'App31:6.1'],
    'F',
  ],
  ['account-closing', '注销账号的途径', 'how to close the account', 'if-applicable', 'G32', ['ECL:24', 'NDR:21', 'App31:6.1'], 'F'],
  ['consent-withdrawal', '撤回同意的途径', 'how to withdraw consent', 'if-applicable', 'G18', ['PIPL:15', 'NDR:21', 'App31:3.8'], 'F'],
  ['complaint-channel', '投诉、举报渠道', 'complaint channel', 'always', 'G36', ['NDR:20', 'App31:6.5'], 'F'],
  ['response-time', '答复期限', 'time for an answer', 'always', 'G34', ['App31:6.3', 'App31:6.5'], 'F'],
  ['recipients-list', '接收方清单', 'list of recipients', 'if-applicable', 'G06', ['PIPL:23', 'NDR:21', 'App31:2.1'], 'F'],
  ['sdk-list', '第三方代码、插件（SDK）清单', 'list of third-party code and SDKs', 'if-applicable', 'G06', ['NDR:21', 'App31:2.1'], 'F'],
  ['entrusted-processing', '委托处理的说明', 'entrusted processing', 'if-applicable', 'G44', ['PIPL:21', 'NDR:12'], 'M'],
  ['children-rule', '未成年人个人信息处理规则', 'rules for minors', 'if-applicable', 'G38', ['PIPL:31', 'NDR:21'], 'F'],
  ['guardian-consent', '取得监护人同意的方式', 'how a guardian consents', 'if-applicable', 'G38', ['PIPL:31', 'NDR:22(3)'], 'F'],
  [
    'sensitive-notice',
    '处理敏感个人信息的必要性和对个人权益的影响',
    'necessity and effect of handling sensitive information',
    'if-applicable',
    'G37',
    ['PIPL:30', 'NDR:21'],
    'F',
  ],
  ['permissions-purpose', '各项权限的用途', 'purpose of every permission', 'if-applicable', 'G08', ['App31:2.3', 'PIPL:17'], 'F'],
  [
    'automated-decision',
    '自动化决策、个性化推荐及其关闭方式',
    'automated decisions and how to turn them off',
    'if-applicable',
    'G16',
    ['PIPL:24(2)', 'NDR:42'],
    'F',
  ],
  [
    'marketing-choice',
    '营销信息及其拒绝方式',
    'marketing messages and how to refuse them',
    'if-applicable',
    'G48',
    ['CPL:29(3)', 'IR:24'],
    'M',
  ],
  ['cross-border', '向境外提供个人信息的说明', 'transfer abroad', 'if-applicable', 'G05', ['PIPL:39'], 'M'],
  ['security-measures', '安全保护措施', 'security measures', 'always', 'G41', ['PIPL:51'], 'M'],
  ['breach-notice', '发生泄露时的通知', 'notice after a leak', 'always', 'G43', ['PIPL:57'], 'M'],
  ['change-notice', '规则变更的通知方式', 'how changes are announced', 'always', 'G07', ['PIPL:17', 'App31:2.2'], 'F'],
  ['effective-date', '发布日期或者生效日期', 'date of publication or effect', 'always', 'G07', ['App31:2.2'], 'M'],
  ['officer-contact', '个人信息保护负责人的联系方式', 'contact of the person in charge', 'if-applicable', 'G46', ['PIPL:52'], 'F'],
  ['cessation', '停止运营后的处理', 'what happens when the service ends', 'if-applicable', 'G05', ['PIPL:47'], 'M'],
];

/** Elements of a privacy policy, in the order of a checklist. */
export const policyElements: readonly PolicyElement[] = rows.map(([id, zh, en, when, requirement, law, confidence]) => ({
  id,
  label: { zh, en },
  when,
  law,
  requirement,
  confidence,
}));

/** Topics of sentences; the first eleven are those of the CAPP-130 corpus. */
export const policyTopics: readonly PolicyTopic[] = [
  { id: 'collect', label: { zh: '收集', en: 'collection' } },
  { id: 'permission', label: { zh: '权限', en: 'permissions' } },
  { id: 'share', label: { zh: '共享、转让、公开', en: 'sharing, transfer, disclosure' } },
  { id: 'use', label: { zh: '使用', en: 'use' } },
  { id: 'store', label: { zh: '存储', en: 'storage' } },
  { id: 'security', label: { zh: '安全措施', en: 'security' } },
  { id: 'special', label: { zh: '特殊人群', en: 'special groups' } },
  { id: 'manage', label: { zh: '数据和权限管理', en: 'management of data and permissions' } },
  { id: 'contact', label: { zh: '联系方式', en: 'contact' } },
  { id: 'change', label: { zh: '政策变更', en: 'changes of the policy' } },
  { id: 'cease', label: { zh: '停止运营', en: 'end of operation' } },
  { id: 'controller', label: { zh: '处理者身份', en: 'identity of the processor' } },
  { id: 'sensitive', label: { zh: '敏感个人信息', en: 'sensitive information' } },
  { id: 'retention', label: { zh: '保存期限', en: 'retention' } },
  { id: 'cross-border', label: { zh: '境外提供', en: 'transfer abroad' } },
  { id: 'sdk', label: { zh: '第三方代码', en: 'third-party code' } },
  { id: 'automated-decision', label: { zh: '自动化决策', en: 'automated decisions' } },
  { id: 'marketing', label: { zh: '营销', en: 'marketing' } },
  { id: 'complaint', label: { zh: '投诉举报', en: 'complaints' } },
  { id: 'date', label: { zh: '日期', en: 'dates' } },
  { id: 'third-person', label: { zh: '他人信息', en: 'information of third persons' } },
  { id: 'other', label: { zh: '其他', en: 'other' } },
];

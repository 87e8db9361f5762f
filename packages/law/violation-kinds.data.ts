import type { ViolationKind } from './requirement.ts';
import type { Text } from './text.ts';

/** One kind of violation with the articles that its facts may break. */
export interface KindFacts {
  readonly id: ViolationKind;
  readonly label: Text;
  readonly short: Text;
  /** Articles to choose from; which of them fit is for the officer. */
  readonly violated: readonly string[];
  readonly note: Text | null;
}

/** The five kinds of the campaign, rights of the person, and adjacent law. */
export const violationKinds: readonly KindFacts[] = [
  {
    id: 'K1',
    label: { zh: '未经消费者同意收集、使用其个人信息', en: 'Collecting or using personal information without consent' },
    short: { zh: '未经同意收集使用', en: 'No consent' },
    violated: [
      'CPL:29(1)',
      'IR:23',
      'CPR:11(1)(1)',
      'PIPL:5',
      'PIPL:6',
      'PIPL:7',
      'PIPL:10',
      'PIPL:13',
      'PIPL:14',
      'PIPL:15',
      'PIPL:16',
      'PIPL:24(1)',
      'PIPL:26',
      'PIPL:28',
      'PIPL:29',
      'PIPL:30',
      'PIPL:31',
      'CSL-old:41',
      'CSL:43',
      'NDR:22',
      'NT:13(1)',
      'NT:13(2)',
      'ECL:23',
    ],
    note: {
      zh: '没有同意页面不等于没有合法依据：订立和履行合同所必需、履行法定义务等情形不需要同意。',
      en: 'No consent screen is not yet no legal basis: what a contract or a legal duty needs requires no consent.',
    },
  },
  {
    id: 'K2',
    label: { zh: '泄露、出售或者非法向他人提供个人信息', en: 'Leaking, selling or unlawfully providing personal information' },
    short: { zh: '泄露、出售、非法提供', en: 'Leak or sale' },
    violated: [
      'CPL:29(2)',
      'CPR:11(1)(2)',
      'PIPL:10',
      'PIPL:21',
      'PIPL:22',
      'PIPL:23',
      'PIPL:25',
      'CSL-old:42',
      'CSL-old:44',
      'CSL:44(1)',
      'CSL:46',
      'NDR:12',
      'NT:13(3)',
      'Cred:18',
      'Cred:20',
      'Exp:35',
      'Rent',
    ],
    note: {
      zh: '尚不构成犯罪的，也须判断是否移送公安机关；信息的来源、流转路径和数量须查实。',
      en: 'Even below the criminal threshold, whether to refer to the police must be decided; source, path and number must be proved.',
    },
  },
  {
    id: 'K3',
    label: {
      zh: '未采取技术措施和其他必要措施保护个人信息安全',
      en: 'Not taking technical and other necessary measures to protect personal information',
    },
    short: { zh: '未采取必要保护措施', en: 'No protection' },
    violated: [
      'CPL:29(2)',
      'PIPL:51',
      'PIPL:52',
      'PIPL:54',
      'PIPL:55',
      'PIPL:56',
      'PIPL:57',
      'PIPL:59',
      'CSL-old:21',
      'CSL-old:42',
      'CSL:23',
      'CSL:27',
      'CSL:44(2)',
      'NDR:9',
      'NDR:11',
      'DSL:27',
      'DSL:29',
      'Minor:36',
    ],
    note: {
      zh: '从外部只能看到线索；不得主动扫描、猜测编号或者绕过登录。',
      en: 'From outside only leads are visible; never scan, guess identifiers or bypass a log-in.',
    },
  },
  {
    id: 'K4',
    label: {
      zh: '未经消费者同意或者请求，或者在其明确拒绝后，发送商业性信息',
      en: 'Sending commercial messages without consent or after refusal',
    },
    short: { zh: '违规发送商业信息', en: 'Unwanted marketing' },
    violated: [
      'CPL:29(3)',
      'IR:24',
      'CPR:11(1)(3)',
      'AdLaw:43',
      'NT:16',
      'SMS:18',
      'SMS:19',
      'SMS:20',
      'SMS:21',
      'NPC12:7',
      'PIPL:24(2)',
      'ECL:18(2)',
      'NDR:42',
    ],
    note: {
      zh: '此前的同意可能写在纸质表单中，应当调取同意记录；交易通知不属于商业性信息。',
      en: 'Earlier consent may sit in a paper form, so ask for the log; notices about a transaction are not commercial.',
    },
  },
  {
    id: 'K5',
    label: {
      zh: '没有隐私政策，或者隐私政策未写明收集使用规则，或者未以显著方式提示阅读',
      en: 'No privacy policy, no collection rules in it, or no conspicuous prompt to read it',
    },
    short: { zh: '未公开收集使用规则', en: 'No rules published' },
    violated: [
      'CPL:29(1)',
      'PIPL:7',
      'PIPL:17',
      'PIPL:30',
      'PIPL:31(2)',
      'CSL-old:41',
      'CSL:43(1)',
      'NDR:20',
      'NDR:21',
      'NT:13(1)',
      'App31:1',
      'App31:2',
    ],
    note: {
      zh: '认定“没有”须记录完整的查找路径，不能只凭一张截图。',
      en: 'A finding of absence needs the documented search path, not one picture.',
    },
  },
  {
    id: 'R',
    label: {
      zh: '未保障消费者查阅、更正、删除、注销和投诉等权利',
      en: 'Not honouring rights of access, correction, deletion, account closing and complaint',
    },
    short: { zh: '未保障个人权利', en: 'Rights of the person' },
    violated: ['PIPL:44', 'PIPL:45', 'PIPL:46', 'PIPL:47', 'PIPL:48', 'PIPL:49', 'PIPL:50', 'ECL:24', 'NDR:23', 'App31:6'],
    note: {
      zh: '专项行动未单列，统计时归入第一类，执法人员可以重新归类。',
      en: 'Not named by the campaign; counted under the first kind unless an officer reclassifies it.',
    },
  },
  {
    id: 'none',
    label: { zh: '相邻法律（不属于五类侵害个人信息行为）', en: 'Adjacent law, not one of the five kinds' },
    short: { zh: '相邻法律', en: 'Adjacent law' },
    violated: ['AdLaw:44(2)', 'IAd:10', 'IR:11'],
    note: null,
  },
];

const byId: ReadonlyMap<string, KindFacts> = new Map(violationKinds.map((kind) => [kind.id, kind]));

/** Facts of a kind. Throws a RangeError for an unknown id. */
export function violationKind(id: ViolationKind): KindFacts {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`unknown violation kind ${String(id)}`);
  return found;
}

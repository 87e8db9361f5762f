import type { Confidence } from '../requirement.ts';
import type { Text } from '../text.ts';
import type {
  CampaignFocus,
  CampaignNumber,
  CampaignOffice,
  CampaignPhase,
  CampaignScene,
  OfficeRole,
  PhaseKind,
  TargetMeasure,
} from './campaign.ts';

/** The four words of the campaign. */
export const fourWords: readonly CampaignFocus[] = (
  [
    ['过度采', 'Collecting too much'],
    ['强制要', 'Demanding by force'],
    ['诱导取', 'Taking by inducement'],
    ['违规用', 'Using against the rules'],
  ] as const
).map(([zh, en]) => ({ label: { zh, en }, confidence: 'F', source: 'S-launch' }));

export const scene = (code: string, confidence: Confidence, source: string, from: string | null = null, note?: Text): CampaignScene => ({
  code,
  from,
  to: null,
  confidence,
  source,
  ...(note && { note }),
});

export const office = (
  zh: string,
  en: string,
  role: OfficeRole,
  scenes: readonly string[] = [],
  source = 'S-launch',
  confidence: Confidence = 'F',
): CampaignOffice => ({
  name: { zh, en },
  role,
  scenes,
  confidence,
  source,
});

/** The offices of every round: two lead, the districts of both lines carry out. */
export const standingOffices: readonly CampaignOffice[] = [
  office('中央网信办网络执法与监督局', 'Enforcement bureau of the national cyberspace administration', 'guides'),
  office('上海市网信办', 'Shanghai Cyberspace Administration', 'leads'),
  office('上海市市场监督管理局', 'Shanghai Administration for Market Regulation', 'leads'),
  office('各区网信办', 'Cyberspace administrations of the districts', 'carries-out', [], 'S-hp'),
  office('各区市场监督管理局', 'Market regulation of the districts', 'carries-out', [], 'S-hp'),
  office('市、区消费者权益保护委员会', 'Consumer councils of city and districts', 'partner', [], 'S-hp'),
];

export const channels: readonly Text[] = [
  {
    zh: '上海市互联网违法和不良信息举报中心网站',
    en: 'Website of the Shanghai centre for reports of unlawful information on the internet',
  },
  { zh: '12345 市民服务热线', en: 'Citizens’ hotline 12345' },
  { zh: '12315 消费者投诉举报热线', en: 'Consumer hotline 12315' },
];

export const phase = (
  kind: PhaseKind,
  zh: string,
  en: string,
  more: {
    readonly scenes?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly confidence?: Confidence;
    readonly source: string;
    readonly note?: Text;
  },
): CampaignPhase => ({
  kind,
  label: { zh, en },
  scenes: more.scenes ?? [],
  from: more.from ?? null,
  to: more.to ?? null,
  confidence: more.confidence ?? 'F',
  source: more.source,
  ...(more.note && { note: more.note }),
});

export const result = (
  measure: TargetMeasure,
  value: number,
  zh: string,
  en: string,
  scenes: readonly string[],
  source: string,
  confidence: Confidence = 'F',
): CampaignNumber => ({
  kind: 'result',
  measure,
  label: { zh, en },
  value,
  scenes,
  confidence,
  source,
});

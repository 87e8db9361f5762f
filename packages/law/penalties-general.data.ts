import { between, gains, YUAN } from './fine.ts';
import type { PenaltyRange } from './penalty.ts';

/** Ranges of the laws on consumers, personal information and data. Source: the text of each article. */
export const generalPenalties: readonly PenaltyRange[] = [
  {
    code: 'P-CPL56',
    law: 'CPL:56',
    authorities: ['samr', 'competent'],
    minLevel: 'district',
    base: {
      zh: '责令改正；可以根据情节单处或者并处警告、没收违法所得、罚款',
      en: 'order to correct; singly or together: warning, confiscation of gains, fine',
    },
    tiers: [
      { when: { zh: '有违法所得', en: 'with illegal gains' }, fine: gains(1, 10), persons: null, also: null },
      { when: { zh: '没有违法所得', en: 'without illegal gains' }, fine: between(null, 500_000), persons: null, also: null },
      {
        when: { zh: '情节严重', en: 'serious' },
        fine: null,
        persons: null,
        also: {
          zh: '责令停业整顿、吊销营业执照；记入信用档案并向社会公布',
          en: 'suspension of business or revocation of the licence; credit record and publication',
        },
      },
    ],
    confidence: 'F',
    note: {
      zh: '其他法律、法规对处罚机关和处罚方式有规定的，依照其规定执行。',
      en: 'Applies where no other law or regulation sets the authority and manner of penalty.',
    },
  },
  {
    code: 'P-PIPL66-1',
    law: 'PIPL:66(1)',
    authorities: ['pi-department'],
    minLevel: 'district',
    base: {
      zh: '责令改正，给予警告，没收违法所得；对违法处理个人信息的应用程序，责令暂停或者终止提供服务',
      en: 'order to correct, warning, confiscation; for an app, suspension or end of the service',
    },
    tiers: [
      { when: { zh: '拒不改正', en: 'refuses to correct' }, fine: between(null, 1_000_000), persons: between(10_000, 100_000), also: null },
    ],
    confidence: 'F',
    note: { zh: '未拒不改正的，不得依本款罚款。', en: 'No fine under this paragraph unless correction is refused.' },
  },
  {
    code: 'P-PIPL66-2',
    law: 'PIPL:66(2)',
    authorities: ['pi-department'],
    minLevel: 'municipal',
    base: {
      zh: '情节严重的，由省级以上部门责令改正，没收违法所得',
      en: 'serious cases, by departments of province level and above: order to correct, confiscation',
    },
    tiers: [
      {
        when: { zh: '情节严重', en: 'serious' },
        fine: { minFen: null, maxFen: 50_000_000 * YUAN, gainsMultiple: null, turnoverPercentMax: 5 },
        persons: between(100_000, 1_000_000),
        also: {
          zh: '可以责令暂停相关业务、停业整顿，通报吊销许可或者营业执照；可以禁止有关人员一定期限内任职',
          en: 'business may be suspended and permits or the licence revoked; persons may be banned from posts for a time',
        },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-NDR55',
    law: 'NDR:55',
    authorities: ['cac', 'telecom', 'police'],
    minLevel: 'district',
    base: { zh: '责令改正，给予警告，没收违法所得', en: 'order to correct, warning, confiscation' },
    tiers: [
      {
        when: { zh: '拒不改正或者情节严重', en: 'refuses to correct, or serious' },
        fine: between(null, 1_000_000),
        persons: between(10_000, 100_000),
        also: { zh: '可以责令暂停业务、停业整顿，吊销许可或者营业执照', en: 'suspension of business, revocation of permits or licence' },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-CSL61',
    law: 'CSL:61',
    authorities: ['competent', 'cac', 'telecom', 'police'],
    minLevel: 'district',
    base: { zh: '责令改正，给予警告', en: 'order to correct, warning' },
    tiers: [
      { when: { zh: '一般情形，可以并处', en: 'ordinary case, may be added' }, fine: between(10_000, 50_000), persons: null, also: null },
      {
        when: { zh: '拒不改正或者造成危害后果', en: 'refuses to correct, or harm follows' },
        fine: between(50_000, 500_000),
        persons: between(10_000, 100_000),
        also: null,
      },
      {
        when: { zh: '造成大量数据泄露等严重后果', en: 'mass leak or other serious harm' },
        fine: between(500_000, 2_000_000),
        persons: between(50_000, 200_000),
        also: null,
      },
      {
        when: { zh: '造成特别严重后果', en: 'very serious harm' },
        fine: between(2_000_000, 10_000_000),
        persons: between(200_000, 1_000_000),
        also: null,
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-CSL-old64',
    law: 'CSL-old:64',
    authorities: ['competent', 'cac', 'telecom', 'police'],
    minLevel: 'district',
    base: {
      zh: '责令改正；可以单处或者并处警告、没收违法所得、罚款',
      en: 'order to correct; singly or together: warning, confiscation, fine',
    },
    tiers: [
      { when: { zh: '有违法所得', en: 'with illegal gains' }, fine: gains(1, 10), persons: null, also: null },
      { when: { zh: '没有违法所得', en: 'without illegal gains' }, fine: between(null, 1_000_000), persons: null, also: null },
    ],
    confidence: 'F',
    note: { zh: '仅适用于 2025 年 12 月 31 日以前的行为。', en: 'Only for acts up to 2025-12-31.' },
  },
  {
    code: 'P-DSL45',
    law: 'DSL:45',
    authorities: ['competent'],
    minLevel: 'district',
    base: { zh: '责令改正，给予警告', en: 'order to correct, warning' },
    tiers: [
      {
        when: { zh: '一般情形，可以并处', en: 'ordinary case, may be added' },
        fine: between(50_000, 500_000),
        persons: between(10_000, 100_000),
        also: null,
      },
      {
        when: { zh: '拒不改正或者造成大量数据泄露等严重后果', en: 'refuses to correct, or serious harm such as a mass leak' },
        fine: between(500_000, 2_000_000),
        persons: between(50_000, 200_000),
        also: { zh: '可以责令暂停业务、停业整顿，吊销许可或者营业执照', en: 'suspension of business, revocation of permits or licence' },
      },
    ],
    confidence: 'F',
    note: { zh: '严重情形中对责任人员的罚款幅度凭记忆记录。', en: 'The fine on persons in serious cases is from memory.' },
  },
];

import { between, gains } from './fine.ts';
import type { PenaltyRange } from './penalty.ts';

/** Ranges for advertising, online trade, trades with rules of their own, and the police. Source: the text of each article. */
export const specialPenalties: readonly PenaltyRange[] = [
  {
    code: 'P-Ad62-1',
    law: 'AdLaw:62(1)',
    authorities: ['competent'],
    minLevel: 'district',
    base: { zh: '由有关部门责令停止违法行为', en: 'the department concerned orders the act to stop' },
    tiers: [{ when: { zh: '对广告主', en: 'on the advertiser' }, fine: between(5_000, 30_000), persons: null, also: null }],
    confidence: 'F',
  },
  {
    code: 'P-Ad62-2',
    law: 'AdLaw:62(2)',
    authorities: ['samr'],
    minLevel: 'district',
    base: { zh: '责令改正', en: 'order to correct' },
    tiers: [{ when: { zh: '对广告主', en: 'on the advertiser' }, fine: between(5_000, 30_000), persons: null, also: null }],
    confidence: 'F',
  },
  {
    code: 'P-NT41',
    law: 'NT:41',
    authorities: ['samr'],
    minLevel: 'district',
    base: { zh: '责令限期改正', en: 'order to correct within a time' },
    tiers: [{ when: { zh: '可以处以', en: 'may be imposed' }, fine: between(null, 30_000), persons: null, also: null }],
    confidence: 'F',
    note: { zh: '法律、行政法规另有规定的，依照其规定。', en: 'Only where laws and regulations are silent.' },
  },
  {
    code: 'P-ECL76',
    law: 'ECL:76(1)(3)',
    authorities: ['samr'],
    minLevel: 'district',
    base: { zh: '责令限期改正', en: 'order to correct within a time' },
    tiers: [
      { when: { zh: '电子商务经营者', en: 'e-commerce operator' }, fine: between(null, 10_000), persons: null, also: null },
      {
        when: { zh: '电子商务平台经营者（第八十一条第一款）', en: 'platform operator (article 81(1))' },
        fine: between(20_000, 100_000),
        persons: null,
        also: null,
      },
      { when: { zh: '平台经营者情节严重', en: 'platform operator, serious' }, fine: between(100_000, 500_000), persons: null, also: null },
    ],
    confidence: 'F',
  },
  {
    code: 'P-SMS34',
    law: 'SMS:34',
    authorities: ['telecom'],
    minLevel: 'municipal',
    base: { zh: '由电信管理机构责令限期改正，予以警告', en: 'the telecom authority orders correction and warns' },
    tiers: [
      {
        when: { zh: '可以并处', en: 'may be added' },
        fine: between(10_000, 30_000),
        persons: null,
        also: { zh: '向社会公告', en: 'publication' },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-Exp54',
    law: 'Exp:54',
    authorities: ['postal'],
    minLevel: 'district',
    base: { zh: '由邮政管理部门责令改正，没收违法所得', en: 'the postal authority orders correction and confiscates' },
    tiers: [
      { when: { zh: '一般情形', en: 'ordinary case' }, fine: between(10_000, 50_000), persons: null, also: null },
      {
        when: { zh: '情节严重', en: 'serious' },
        fine: between(50_000, 100_000),
        persons: null,
        also: { zh: '可以责令停业整顿直至吊销快递业务经营许可证', en: 'suspension up to revocation of the permit' },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-Cred40',
    law: 'Cred:40',
    authorities: ['pboc'],
    minLevel: 'municipal',
    base: {
      zh: '由国务院征信业监督管理部门或者其派出机构责令限期改正',
      en: 'the credit-reporting authority or its branch orders correction',
    },
    tiers: [
      { when: { zh: '对单位', en: 'on the organisation' }, fine: between(50_000, 500_000), persons: between(10_000, 100_000), also: null },
    ],
    confidence: 'F',
  },
  {
    code: 'P-Minor56',
    law: 'Minor:56',
    authorities: ['cac', 'competent'],
    minLevel: 'district',
    base: { zh: '责令改正，给予警告，没收违法所得', en: 'order to correct, warning, confiscation' },
    tiers: [
      {
        when: { zh: '违法所得一百万元以上', en: 'gains of one million yuan or more' },
        fine: gains(1, 10),
        persons: between(10_000, 100_000),
        also: null,
      },
      {
        when: { zh: '没有违法所得或者不足一百万元', en: 'no gains or less' },
        fine: between(100_000, 1_000_000),
        persons: between(10_000, 100_000),
        also: null,
      },
      {
        when: { zh: '拒不改正或者情节严重', en: 'refuses to correct, or serious' },
        fine: null,
        persons: null,
        also: {
          zh: '可以责令暂停业务、关闭网站，吊销许可或者营业执照',
          en: 'suspension, closing of the site, revocation of permits or licence',
        },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-PSA56',
    law: 'PSAPL:56',
    authorities: ['police'],
    minLevel: 'district',
    base: { zh: '由公安机关决定，对自然人处拘留', en: 'detention of natural persons, decided by the police' },
    tiers: [
      {
        when: { zh: '一般情形', en: 'ordinary case' },
        fine: null,
        persons: null,
        also: { zh: '十日以上十五日以下拘留', en: 'detention of 10 to 15 days' },
      },
      { when: { zh: '情节较轻', en: 'minor' }, fine: null, persons: null, also: { zh: '五日以下拘留', en: 'detention of up to 5 days' } },
    ],
    confidence: 'F',
  },
  {
    code: 'P-Crim253-1',
    law: 'CrimL:253-1',
    authorities: ['police'],
    minLevel: 'district',
    base: {
      zh: '涉嫌犯罪的，移送公安机关，不得以罚代刑',
      en: 'suspected crime is transferred to the police; no penalty replaces the transfer',
    },
    tiers: [
      {
        when: { zh: '情节严重', en: 'serious' },
        fine: null,
        persons: null,
        also: {
          zh: '三年以下有期徒刑或者拘役，并处或者单处罚金',
          en: 'up to three years or short detention, with or only a criminal fine',
        },
      },
      {
        when: { zh: '情节特别严重', en: 'extremely serious' },
        fine: null,
        persons: null,
        also: { zh: '三年以上七年以下有期徒刑，并处罚金', en: 'three to seven years and a criminal fine' },
      },
    ],
    confidence: 'F',
  },
  {
    code: 'P-Crim286-1',
    law: 'CrimL:286-1',
    authorities: ['police'],
    minLevel: 'district',
    base: {
      zh: '涉嫌犯罪的，移送公安机关，不得以罚代刑',
      en: 'suspected crime is transferred to the police; no penalty replaces the transfer',
    },
    tiers: [
      {
        when: { zh: '致使用户信息泄露，造成严重后果', en: 'user information leaks with serious result' },
        fine: null,
        persons: null,
        also: {
          zh: '三年以下有期徒刑、拘役或者管制，并处或者单处罚金',
          en: 'up to three years, short detention or control, with or only a criminal fine',
        },
      },
    ],
    confidence: 'M',
    note: { zh: '刑罚幅度凭记忆记录。', en: 'The punishment is from memory.' },
  },
];

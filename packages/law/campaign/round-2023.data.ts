import type { Campaign } from './campaign.ts';
import { channels, fourWords, office, phase, result, scene, standingOffices } from './common.ts';

/** The first round, half a year from 16 June 2023. */
export const round2023: Campaign = {
  id: 'liangjian-2023',
  name: {
    zh: '亮剑浦江·消费领域个人信息权益保护专项执法行动（2023）',
    en: 'Liangjian Pujiang: enforcement for personal information in consumption (2023)',
  },
  years: [2023],
  from: '2023-06-16',
  to: '2023-12-31',
  confidence: 'F',
  source: 'S-launch',
  note: {
    zh: '启动日已核实；“为期半年”推算至2023年12月，结束日未见文件。启动报道所称“八类问题”的清单未找到。',
    en: 'The day of the launch was checked; the end follows from “half a year” and was not found in a text. The list of the “eight classes of problems” was not found.',
  },
  scenes: [
    scene('S1', 'F', 'S-cat8', '2023-07-01'),
    scene('S2', 'F', 'S-park23', '2023-07-20'),
    scene('S3', 'F', 'S-kids', '2023-08-01'),
    scene('S4', 'F*', 'S-loan', '2023-08-25'),
    scene('S5', 'F', 'S-scn', null, { zh: '场景已核实；阶段起止未见文本。', en: 'The scene was checked; no text of its phase was found.' }),
    scene('S6', 'F', 'S-chg', null, { zh: '2023年8月之后，具体日期未查到。', en: 'After August 2023; the day was not found.' }),
    scene('S7', 'F', 'S-mall', '2023-11-06'),
    scene('S8', 'F', 'S-car', '2023-10-24'),
  ],
  ownScenes: [],
  phases: [
    phase('clues', '线索征集与摸排', 'Collecting clues and mapping', { from: '2023-06-16', source: 'S-launch' }),
    phase('guidance', '餐饮行业首场培训，发布自查清单', 'First training of the catering trade, self-check list', {
      scenes: ['S1'],
      from: '2023-07-01',
      confidence: 'F*',
      source: 'S-cat8',
    }),
    phase('checks', '停车扫码缴费检查，责令两家商场整改', 'Checks of parking codes, two malls told to correct', {
      scenes: ['S2'],
      from: '2023-07-20',
      source: 'S-park23',
    }),
    phase('checks', '少儿学习培训检查与承诺', 'Checks and pledges in children’s training', {
      scenes: ['S3'],
      from: '2023-08-01',
      source: 'S-kids',
    }),
    phase('guidance', '网络理财小贷自查清单', 'Self-check list for wealth management and small loans', {
      scenes: ['S4'],
      from: '2023-08-25',
      confidence: 'F*',
      source: 'S-loan',
    }),
    phase('guidance', '租借充电器最小必要信息清单', 'List of the least information for power banks', {
      scenes: ['S6'],
      confidence: 'F*',
      source: 'S-chg',
    }),
    phase('guidance', '汽车销售行业合规指引', 'Guidance for car sales', {
      scenes: ['S8'],
      from: '2023-10-24',
      confidence: 'F*',
      source: 'S-car',
    }),
    phase('guidance', '商超购物合规指引', 'Guidance for malls and supermarkets', {
      scenes: ['S7'],
      from: '2023-11-06',
      confidence: 'F*',
      source: 'S-mall',
    }),
    phase('filing', '对情节严重、拒不改正的立案查处', 'Filing the serious and the stubborn', { source: 'S-launch' }),
    phase('look-back', '重点商圈“回头看”', 'Look-back in key business districts', {
      from: '2023-11-14',
      confidence: 'F*',
      source: 'S-look',
    }),
    phase('publication', '公布典型案例', 'Publishing typical cases', { from: '2024-03-14', source: 'S-case24' }),
  ],
  focus: fourWords,
  offices: [
    ...standingOffices,
    office('上海市教育委员会', 'Education Commission', 'partner', ['S3']),
    office('上海市商务委员会', 'Commission of Commerce', 'partner', ['S1', 'S2', 'S7', 'S8']),
    office('上海市通信管理局', 'Communications Administration', 'partner'),
    office(
      '餐饮、培训、汽车销售、连锁经营等行业协会',
      'Associations of catering, training, car sales, chain stores',
      'association',
      [],
      'S-hp',
    ),
  ],
  numbers: [
    result('operators-inspected', 2187, '餐饮阶段街面检查经营者', 'operators inspected in the catering phase', ['S1'], 'S-six', 'F*'),
    result(
      'shops-corrected',
      35_000,
      '全国连锁品牌整改门店（逾）',
      'shops of nationwide chains corrected (more than)',
      ['S1'],
      'S-six',
      'F*',
    ),
    result(
      'operators-trained',
      80,
      '餐饮培训连锁企业（逾），覆盖门店1.6万余家',
      'catering chains trained (more than), 16,000 shops',
      ['S1'],
      'S-cat8',
      'F*',
    ),
    result('other', 140, '消保委调查的商场停车场', 'car parks of malls surveyed by the consumer council', ['S2'], 'S-park23'),
    result('other', 206, '承诺整改的培训机构门店', 'training shops that pledged', ['S3'], 'S-kids'),
    result('cases-filed', 1, '培训阶段立案', 'cases filed in the training phase', ['S3'], 'S-kids'),
  ],
  channels,
};

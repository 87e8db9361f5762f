import type { Campaign } from './campaign.ts';
import { channels, fourWords, office, phase, result, scene, standingOffices } from './common.ts';

/** The second round, announced in March 2024 for the whole year. */
export const round2024: Campaign = {
  id: 'liangjian-2024',
  name: { zh: '亮剑浦江·2024', en: 'Liangjian Pujiang 2024' },
  years: [2024],
  from: '2024-03-18',
  to: '2024-12-31',
  confidence: 'F',
  source: 'S-park24',
  note: {
    zh: '2024年3月宣布全年开展；12月4日召开总结会。结束日按年底记，未见文件。',
    en: 'Announced in March 2024 for the whole year; summary seminar on 4 December. The end is taken as the end of the year.',
  },
  scenes: [
    scene('S2', 'F', 'S-park24'),
    scene('S9', 'F', 'S-park24'),
    scene('S10', 'F', 'S-park24', '2024-06-01'),
    scene('S11', 'F', 'S-park24'),
    scene('S12', 'F', 'S-vend', '2024-06-01'),
    scene('S13', 'F', 'S-park24'),
  ],
  ownScenes: [],
  phases: [
    phase('guidance', '商场停车“纯净码”推广至462家', 'The pure parking code reaches 462 malls', {
      scenes: ['S2'],
      from: '2024-03-14',
      source: 'S-park24',
    }),
    phase('checks', '整治公共场所强制、滥用人脸识别', 'Against forced and abusive face recognition in public places', {
      scenes: ['S10', 'S12'],
      from: '2024-06-01',
      to: '2024-11-30',
      confidence: 'F*',
      source: 'S-vend',
    }),
    phase('look-back', '总结会与第三方评估', 'Summary seminar and evaluation by a third party', {
      from: '2024-12-04',
      confidence: 'F*',
      source: 'S-2024sum',
    }),
  ],
  focus: [
    ...fourWords,
    {
      label: { zh: '公共场所强制、滥用人脸识别', en: 'Forced and abusive face recognition in public places' },
      confidence: 'F*',
      source: 'S-vend',
    },
    { label: { zh: '停车扫码“纯净码”', en: 'The pure parking code' }, confidence: 'F', source: 'S-park24' },
  ],
  offices: [
    ...standingOffices,
    office('国有资产监督管理部门（轨道交通）', 'State assets supervision (metro)', 'partner', ['S12'], 'S-vend'),
    office('上海市文化和旅游局', 'Culture and Tourism Administration', 'partner', ['S9'], 'S-park24', 'M'),
  ],
  numbers: [
    result('other', 462, '设置停车“纯净码”的商场', 'malls with a pure parking code', ['S2'], 'S-park24'),
    result(
      'operators-inspected',
      14,
      '地铁自动售货机经营者，共1462台',
      'operators of vending machines in the metro, 1,462 machines',
      ['S12'],
      'S-vend',
    ),
    result('other', 829, '暂停人脸支付的售货机', 'machines whose face payment was suspended', ['S12'], 'S-vend'),
    result('operators-trained', 37, '培训企业', 'companies trained', ['S12'], 'S-vend'),
    result('operators-summoned', 4, '约谈地铁公司和3家经营者', 'the metro company and three operators summoned', ['S12'], 'S-vend'),
  ],
  channels,
};

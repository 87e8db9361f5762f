import type { Campaign } from './campaign.ts';
import { channels, office, phase, result, scene, standingOffices } from './common.ts';

/** The third round: abuse of AI beside the national action on offline consumption. */
export const round2025: Campaign = {
  id: 'liangjian-2025',
  name: { zh: '亮剑浦江·2025', en: 'Liangjian Pujiang 2025' },
  years: [2025],
  from: '2025-01-01',
  to: '2025-12-31',
  confidence: 'F',
  source: 'S-2025ai',
  note: {
    zh: '年度重点和结果通报（2025年11月24日）已核实；起止日按年度记，未见文件。',
    en: 'The focus of the year and the result notice of 24 November 2025 were checked; first and last day are those of the year.',
  },
  scenes: [
    scene('S14', 'F', 'S-2025ai'),
    ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'].map((code) => scene(code, 'F*', 'S-2025nat', '2025-03-28')),
  ],
  ownScenes: [],
  phases: [
    phase('clues', '全国个人信息保护系列专项行动：线下消费场景', 'National series on personal information: offline consumption', {
      scenes: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'],
      from: '2025-03-28',
      confidence: 'F*',
      source: 'S-2025nat',
    }),
    phase('checks', '整治AI滥用', 'Against abuse of AI', { scenes: ['S14'], source: 'S-2025ai' }),
    phase('publication', '通报整治结果', 'Notice of the results', { scenes: ['S14'], from: '2025-11-24', source: 'S-2025ai' }),
  ],
  focus: [
    { label: { zh: '整治AI滥用', en: 'Abuse of AI' }, confidence: 'F', source: 'S-2025ai' },
    {
      label: { zh: '线下消费场景违法违规收集使用个人信息', en: 'Unlawful collection in offline consumption' },
      confidence: 'F*',
      source: 'S-2025nat',
    },
  ],
  offices: [
    ...standingOffices,
    office('上海市通信管理局', 'Communications Administration', 'partner', [], 'S-2025nat', 'M'),
    office('上海市公安局', 'Public Security Bureau', 'partner', [], 'S-2025nat', 'M'),
  ],
  numbers: [
    result('other', 54, '下架应用', 'apps removed', ['S14'], 'S-2025ai'),
    result('other', 26, '复查网站', 'sites checked again', ['S14'], 'S-2025ai'),
    result('cases-filed', 3, '立案处罚网站', 'sites filed and punished', ['S14'], 'S-2025ai'),
    result('other', 5, '首次违法、及时改正免罚的网站', 'first-time sites exempted after correction', ['S14'], 'S-2025ai'),
  ],
  channels,
};

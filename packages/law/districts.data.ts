import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** An administrative division code (GB/T 2260) of Shanghai. */
export interface District {
  readonly code: string;
  readonly name: Text;
  readonly kind: 'city' | 'district' | 'old';
  /** Code that took over an old one; null while in use. */
  readonly mergedInto: string | null;
  readonly confidence: Confidence;
}

/** An office that is no district. */
export interface EnforcementUnit {
  readonly id: string;
  readonly name: Text;
  readonly confidence: Confidence;
}

type Row = readonly [code: string, zh: string, en: string];

const current: readonly Row[] = [
  ['310101', '黄浦区', 'Huangpu'],
  ['310104', '徐汇区', 'Xuhui'],
  ['310105', '长宁区', 'Changning'],
  ['310106', '静安区', 'Jing’an'],
  ['310107', '普陀区', 'Putuo'],
  ['310109', '虹口区', 'Hongkou'],
  ['310110', '杨浦区', 'Yangpu'],
  ['310112', '闵行区', 'Minhang'],
  ['310113', '宝山区', 'Baoshan'],
  ['310114', '嘉定区', 'Jiading'],
  ['310115', '浦东新区', 'Pudong New Area'],
  ['310116', '金山区', 'Jinshan'],
  ['310117', '松江区', 'Songjiang'],
  ['310118', '青浦区', 'Qingpu'],
  ['310120', '奉贤区', 'Fengxian'],
  ['310151', '崇明区', 'Chongming'],
];

const old: readonly (readonly [code: string, zh: string, en: string, into: string])[] = [
  ['310103', '卢湾区（已并入黄浦区）', 'Luwan (merged into Huangpu)', '310101'],
  ['310108', '闸北区（已并入静安区）', 'Zhabei (merged into Jing’an)', '310106'],
  ['310119', '南汇区（已并入浦东新区）', 'Nanhui (merged into Pudong New Area)', '310115'],
  ['310230', '崇明县（已改为崇明区）', 'Chongming County (now a district)', '310151'],
];

/** The city, its sixteen districts, and codes that still occur in old data. */
export const districts: readonly District[] = [
  { code: '310000', name: { zh: '上海市', en: 'Shanghai' }, kind: 'city', mergedInto: null, confidence: 'F' },
  ...current.map(([code, zh, en]): District => ({ code, name: { zh, en }, kind: 'district', mergedInto: null, confidence: 'F' })),
  ...old.map(([code, zh, en, into]): District => ({ code, name: { zh, en }, kind: 'old', mergedInto: into, confidence: 'M' })),
];

/** Units of market supervision beside the districts. */
export const enforcementUnits: readonly EnforcementUnit[] = [
  {
    id: 'city-enforcement',
    name: { zh: '上海市市场监督管理局执法总队', en: 'Municipal market supervision enforcement corps' },
    confidence: 'F',
  },
  { id: 'airport', name: { zh: '上海市市场监督管理局机场分局', en: 'Airport branch of municipal market supervision' }, confidence: 'F' },
  { id: 'lingang', name: { zh: '自由贸易试验区临港新片区', en: 'Lin-gang Special Area of the Pilot Free Trade Zone' }, confidence: 'M' },
];

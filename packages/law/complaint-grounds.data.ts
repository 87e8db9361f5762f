import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** A ground to choose from, with the place it rests on. */
export interface Ground {
  readonly id: string;
  readonly label: Text;
  readonly law: readonly string[];
  readonly confidence: Confidence;
  /** What the officer has to write down with it; a ground without a reason is none. */
  readonly asks: Text;
}

/**
 * The seven grounds on which a complaint is not accepted. That there are seven and that the sixth is about the data of the complainant
 * was checked; the words and order of the others follow the former rule from memory, so they are paraphrased and marked.
 */
export const refusalGrounds: readonly Ground[] = [
  {
    id: 'not-ours',
    label: {
      zh: '不属于市场监督管理部门职责，或者本机关没有处理权限',
      en: 'Not a task of market regulation, or not in the power of this office',
    },
    law: ['CMP:16(1)'],
    confidence: 'M',
    asks: { zh: '写明应当向哪个机关提出', en: 'name the body to turn to' },
  },
  {
    id: 'dealt-with',
    label: {
      zh: '法院、仲裁机构、其他行政机关、消协或者调解组织已经受理或者处理过同一争议',
      en: 'A court, an arbitration body, another authority, a consumer council or a mediator has taken up or settled the same dispute',
    },
    law: ['CMP:16(2)'],
    confidence: 'M',
    asks: { zh: '写明由谁在何时受理或者处理', en: 'say who took it up and when' },
  },
  {
    id: 'not-for-living',
    label: { zh: '不是为生活消费需要购买、使用商品或者接受服务', en: 'Not bought or used for daily life' },
    law: ['CMP:16(3)', 'CMP:17'],
    confidence: 'M',
    asks: { zh: '列明依据的事实，由人判断，不得自动认定', en: 'list the facts; a person must judge, never a machine' },
  },
  {
    id: 'no-dispute',
    label: { zh: '不能证明与被投诉人之间存在消费者权益争议', en: 'No dispute with the operator is shown' },
    law: ['CMP:16(4)'],
    confidence: 'M',
    asks: { zh: '写明缺少什么材料，是否已要求补充', en: 'say what is missing and whether it was asked for' },
  },
  {
    id: 'three-years',
    label: { zh: '知道或者应当知道权益受侵害之日起超过三年', en: 'More than three years since the harm was or should have been known' },
    law: ['CMP:16(5)'],
    confidence: 'M',
    asks: { zh: '写明起算日期和依据', en: 'give the day from which it is counted, and why' },
  },
  {
    id: 'no-identity',
    label: { zh: '没有提供投诉人真实身份等规定材料', en: 'The real identity of the complainant or other required data is missing' },
    law: ['CMP:16(6)', 'CMP:10'],
    confidence: 'F',
    asks: { zh: '写明缺哪一项，是否已告知补正', en: 'say which item is missing and whether the complainant was told' },
  },
  {
    id: 'other-law',
    label: { zh: '法律、法规、规章规定不予受理的其他情形', en: 'Another case in which a law or rule forbids acceptance' },
    law: ['CMP:16(7)'],
    confidence: 'M',
    asks: { zh: '写明具体条文', en: 'name the article' },
  },
];

/** Facts that may speak against a purchase for daily life (CMP art. 17). They are listed for a person, never summed up to a verdict. */
export const notForLivingFactors: readonly { readonly id: string; readonly label: Text }[] = [
  { id: 'quantity', label: { zh: '购买数量、次数明显超出生活消费需要', en: 'Quantity or number of purchases far beyond daily life' } },
  { id: 'mass', label: { zh: '大量投诉或者与他人串通投诉', en: 'Complaints in mass, or in collusion' } },
  { id: 'no-transaction', label: { zh: '没有真实交易', en: 'No real transaction' } },
  { id: 'shared', label: { zh: '多名投诉人共用电话、地址', en: 'Several complainants share a phone or an address' } },
];

/** Grounds on which an office may send a tip back. */
export const returnGrounds: readonly Ground[] = [
  {
    id: 'place',
    label: { zh: '违法行为发生地不在本辖区', en: 'The act did not happen in this district' },
    law: ['CMP:33', 'PROC:13'],
    confidence: 'F',
    asks: { zh: '写明发生地和依据', en: 'give the place and how it is known' },
  },
  {
    id: 'function',
    label: { zh: '不属于本机关职责', en: 'Not a task of this office' },
    law: ['CMP:33', 'PROC:13'],
    confidence: 'F',
    asks: { zh: '写明应由哪个机关处理', en: 'name the office whose task it is' },
  },
  {
    id: 'elsewhere',
    label: { zh: '同一事项其他机关已经立案', en: 'Another office has already filed the same matter' },
    law: ['PROC:13'],
    confidence: 'M',
    asks: { zh: '写明机关和案号', en: 'name the office and the number of the case' },
  },
  {
    id: 'wrong-shop',
    label: { zh: '材料所指的经营者或者门店不在本辖区', en: 'The operator or shop in the material is not in this district' },
    law: ['CMP:33'],
    confidence: 'M',
    asks: { zh: '写明核查经过', en: 'say how it was checked' },
  },
];

import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** Duties that depend on how many people an operator holds information of. */
export interface DutyTier {
  readonly id: 'under-100k' | 'from-100k-faces' | 'from-1m' | 'over-10m';
  readonly label: Text;
  /** Lower end of people, inclusive unless `exclusive`. */
  readonly fromPeople: number;
  readonly exclusive: boolean;
  /** Counts stored faces only. */
  readonly facesOnly: boolean;
  readonly duty: Text;
  readonly law: readonly string[];
  readonly confidence: Confidence;
}

/** Tiers in rising order. They add up: a larger operator owes the duties of the smaller ones too, save simplification. */
export const dutyTiers: readonly DutyTier[] = [
  {
    id: 'under-100k',
    label: { zh: '不满十万人', en: 'fewer than 100,000 people' },
    fromPeople: 0,
    exclusive: false,
    facesOnly: false,
    duty: {
      zh: '可以采用简化措施；告知、敏感个人信息单独同意、保障个人权利、安全保护和事件通知等义务不减免。',
      en: 'Simplified measures may be used; notice, separate consent, rights, security and incident notice still apply.',
    },
    law: ['Small'],
    confidence: 'F',
  },
  {
    id: 'from-100k-faces',
    label: { zh: '存储人脸信息达到十万人', en: 'faces of 100,000 people stored' },
    fromPeople: 100_000,
    exclusive: false,
    facesOnly: true,
    duty: { zh: '三十个工作日内向省级以上网信部门备案。', en: 'File with the provincial CAC or above within thirty working days.' },
    law: ['FR'],
    confidence: 'F',
  },
  {
    id: 'from-1m',
    label: { zh: '一百万人以上', en: 'one million people or more' },
    fromPeople: 1_000_000,
    exclusive: false,
    facesOnly: false,
    duty: {
      zh: '指定个人信息保护负责人，三十个工作日内报送；信息变更的，三十个工作日内报送变更。',
      en: 'Name a person in charge and report within thirty working days; report changes within thirty working days.',
    },
    law: ['PIPL:52', 'DPO'],
    confidence: 'F',
  },
  {
    id: 'over-10m',
    label: { zh: '超过一千万人', en: 'more than ten million people' },
    fromPeople: 10_000_000,
    exclusive: true,
    facesOnly: false,
    duty: {
      zh: '至少每两年进行一次合规审计，并履行重要数据处理者的有关义务。',
      en: 'Audit at least once every two years, and meet duties of handlers of important data.',
    },
    law: ['PIPL:54', 'Audit', 'NDR:28', 'NDR:30', 'NDR:32'],
    confidence: 'M',
  },
];

/** Tiers that hold for a number of people and of stored faces. Throws a RangeError for a negative or fractional number. */
export function dutyTiersFor(people: number, faces = 0): readonly DutyTier[] {
  if (![people, faces].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError('a number of people is a whole number from 0');
  return dutyTiers.filter((tier) => {
    if (tier.id === 'under-100k') return people < 100_000;
    const count = tier.facesOnly ? faces : people;
    return tier.exclusive ? count > tier.fromPeople : count >= tier.fromPeople;
  });
}

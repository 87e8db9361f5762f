import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** A standard that helps to describe an act. Never a penalty basis. */
export interface Standard {
  readonly code: string;
  readonly about: Text;
  readonly confidence: Confidence;
}

/** Standards worth naming in a report. */
export const standards: readonly Standard[] = [
  { code: 'GB/T 35273-2020', about: { zh: '个人信息安全规范', en: 'personal information security' }, confidence: 'M' },
  { code: 'GB/T 41391-2022', about: { zh: 'App 收集个人信息基本要求', en: 'collection by apps' }, confidence: 'M' },
  { code: 'GB/T 42574-2023', about: { zh: '个人信息处理中告知和同意的实施', en: 'notice and consent' }, confidence: 'M' },
  { code: 'GB/T 43697-2024', about: { zh: '数据分类分级规则', en: 'classification of data' }, confidence: 'M' },
  { code: 'GB/T 45574-2025', about: { zh: '敏感个人信息处理安全要求', en: 'sensitive personal information' }, confidence: 'F' },
  { code: 'GB/T 37964', about: { zh: '个人信息去标识化', en: 'de-identification' }, confidence: 'M' },
  { code: 'GB/T 39335', about: { zh: '个人信息安全影响评估', en: 'impact assessment' }, confidence: 'M' },
  { code: 'GB/T 40660', about: { zh: '生物特征识别信息保护', en: 'biometrics' }, confidence: 'M' },
  {
    code: 'TC260-PG-2020',
    about: { zh: 'App 自评估、权限和 SDK 实践指南系列', en: 'practice guides on self-assessment, permissions and SDKs' },
    confidence: 'M',
  },
];

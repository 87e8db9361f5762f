import type { Clock } from './clock.ts';
import { clock, months, once, workingDays, years } from './define.ts';

const repair = { validFrom: '2025-12-25' } as const;
const shown = {
  measure: 'period',
  start: { zh: '处罚信息公示', en: 'the penalty was published' },
  law: ['Pub:13', 'Pub:14', 'Rep:7', 'Rep:8', 'Rep:9'],
  validFrom: '2025-12-25',
} as const;

/** Credit repair and display of penalties (T39, T40). */
export const creditClocks: readonly Clock[] = [
  clock('T39a', {
    start: { zh: '收到信用修复申请', en: 'a request for credit repair was received' },
    duty: { zh: '决定是否受理，或者一次告知补正', en: 'accept it, refuse it or ask for more' },
    limit: workingDays(2),
    law: ['Rep:14', 'Rep:15'],
    ...repair,
  }),
  clock('T39b', {
    start: { zh: '受理信用修复申请', en: 'the request was accepted' },
    duty: { zh: '决定是否准予信用修复', en: 'decide on the repair' },
    limit: workingDays(7),
    extensions: [once(workingDays(10))],
    law: ['Rep:16'],
    ...repair,
  }),
  clock('T39c', {
    start: { zh: '决定准予信用修复', en: 'the repair was granted' },
    duty: { zh: '停止公示并完成修复', en: 'stop the display and carry out the repair' },
    limit: workingDays(3),
    law: ['Rep:17'],
    ...repair,
  }),
  clock('T40a', {
    start: { zh: '仅给予警告', en: 'the penalty is a warning only' },
    duty: { zh: '处罚信息不予公示', en: 'it is not displayed' },
    law: ['Pub:2'],
    validFrom: '2025-12-25',
  }),
  clock('T40b', {
    ...shown,
    duty: {
      zh: '通报批评或者较低数额罚款（从轻档，企业不超过5万元、个人不超过5千元）公示期满',
      en: 'the display of criticism or a low fine of the light tier (50,000 yuan for a firm, 5,000 for a person) ends',
    },
    limit: months(3),
  }),
  clock('T40c', {
    ...shown,
    duty: {
      zh: '一般处罚公示满最短期限，可以申请信用修复',
      en: 'an ordinary penalty has been shown for the least time; repair may be asked for',
    },
    limit: months(3),
  }),
  clock('T40d', { ...shown, duty: { zh: '一般处罚公示期满', en: 'the display of an ordinary penalty ends' }, limit: years(1) }),
  clock('T40e', {
    ...shown,
    duty: {
      zh: '责令停产停业、限制从业等处罚公示满最短期限，可以申请信用修复',
      en: 'a suspension has been shown for the least time; repair may be asked for',
    },
    limit: years(1),
  }),
  clock('T40f', {
    ...shown,
    duty: { zh: '责令停产停业、限制从业等处罚公示期满', en: 'the display of a suspension ends' },
    limit: years(3),
  }),
  clock('T40g', {
    ...shown,
    duty: { zh: '吊销许可证件、营业执照的处罚公示期满', en: 'the display of a revocation ends' },
    limit: years(3),
  }),
];

import type { Clock } from './clock.ts';
import { calendarDays, clock, once, workingDays } from './define.ts';

const cac = { track: 'cac', confidence: 'M' } as const;
const unread = {
  zh: '网信部门行政执法程序规定全文未读，期限凭记忆记录，使用前须由法律人员核实。',
  en: 'The procedure of the cyberspace administrations was not read; the limit is from memory and a lawyer must confirm it.',
} as const;

/** Procedure of the cyberspace administrations: other limits than those of market supervision. */
export const cacClocks: readonly Clock[] = [
  clock('C01', {
    ...cac,
    start: { zh: '网信部门发现线索或者收到材料', en: 'the cyberspace administration found a clue or received material' },
    duty: { zh: '报请负责人批准立案', en: 'have the filing approved by the head' },
    limit: workingDays(7),
    extensions: [once(workingDays(8))],
    law: ['CACP'],
    confidence: 'U',
    note: { zh: `特殊情况合计十五个工作日。${unread.zh}`, en: `Fifteen working days in all in special cases. ${unread.en}` },
  }),
  clock('C02', {
    ...cac,
    start: { zh: '网信部门的行政处罚告知书送达当事人', en: 'the penalty notice of the cyberspace administration was served' },
    duty: { zh: '当事人要求听证', en: 'the party asks for a hearing' },
    limit: workingDays(5),
    law: ['APL:64(1)', 'CACP'],
    note: unread,
  }),
  clock('C03', {
    ...cac,
    start: { zh: '网信部门举行听证', en: 'the hearing of the cyberspace administration takes place' },
    duty: { zh: '通知当事人举行听证的时间、地点', en: 'tell the party time and place' },
    limit: workingDays(7),
    startRule: 'day-before',
    law: ['APL:64(2)', 'CACP'],
    note: unread,
  }),
  clock('C04', {
    ...cac,
    start: { zh: '网信部门立案', en: 'the cyberspace administration filed the case' },
    duty: { zh: '作出处理决定', en: 'decide the case' },
    limit: calendarDays(90),
    extensions: [once(null), once(null, 'collective')],
    law: ['APL:60', 'CACP'],
    confidence: 'U',
    note: {
      zh: `延长期限未确认，以批准为准。${unread.zh}`,
      en: `The length of an extension is not confirmed; the permission counts. ${unread.en}`,
    },
  }),
];

import type { Clock } from './clock.ts';
import { clock, workingDays } from './define.ts';

/** Penalty notice and hearing (T16–T21). */
export const hearingClocks: readonly Clock[] = [
  clock('T16', {
    start: { zh: '行政处罚告知书送达当事人', en: 'the penalty notice was served' },
    duty: {
      zh: '当事人陈述、申辩或者要求听证；逾期视为放弃',
      en: 'the party states its case or asks for a hearing; silence is a waiver',
    },
    limit: workingDays(5),
    law: ['PROC:57', 'HRG:7', 'APL:64(1)'],
    counting: 'PROC:80',
  }),
  clock('T17', {
    start: { zh: '收到听证申请', en: 'the request for a hearing was received' },
    duty: { zh: '确定听证主持人', en: 'name the presider' },
    limit: workingDays(3),
    law: ['HRG:18'],
  }),
  clock('T18', {
    start: { zh: '听证主持人确定', en: 'the presider was named' },
    duty: { zh: '办案人员移交案件材料', en: 'the case staff hand over the file' },
    limit: workingDays(3),
    law: ['HRG:19'],
  }),
  clock('T19', {
    start: { zh: '听证主持人收到案件材料', en: 'the presider received the file' },
    duty: { zh: '确定听证的时间和地点', en: 'fix time and place of the hearing' },
    limit: workingDays(5),
    law: ['HRG:20'],
  }),
  clock('T20', {
    start: { zh: '举行听证', en: 'the hearing takes place' },
    duty: { zh: '向当事人送达听证通知书，并通知办案人员', en: 'serve the hearing notice and tell the case staff' },
    limit: workingDays(7),
    startRule: 'day-before',
    law: ['HRG:20', 'HRG:21', 'APL:64(2)'],
    note: {
      zh: '“七个工作日前”是否要求中间足有七个工作日，理解不一；较早日期按从严理解推算。',
      en: 'Whether seven full working days must lie between is read in two ways; the earlier date takes the strict one.',
    },
  }),
  clock('T21', {
    start: { zh: '听证结束', en: 'the hearing ended' },
    duty: { zh: '听证主持人撰写听证报告', en: 'the presider writes the hearing report' },
    limit: workingDays(5),
    law: ['HRG:29'],
  }),
];

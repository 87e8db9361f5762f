import type { Clock } from './clock.ts';
import { calendarDays, clock, hours, workingDays } from './define.ts';

const transfer = { track: 'transfer', counting: 'Transfer' } as const;

/** The regulation says “three days” and not of which kind: calendar days come first, working days are the later reading. */
const threeDays = {
  ...transfer,
  limit: calendarDays(3),
  otherReading: workingDays(3),
  note: {
    zh: '规定只写“三日”，未写明是否为工作日；较早日期按自然日推算，较晚日期按工作日推算。',
    en: 'The text says three days and not which kind; the earlier date counts calendar days, the later one working days.',
  },
} as const;

/** Transfer of suspected crimes (X1–X7). */
export const transferClocks: readonly Clock[] = [
  clock('X1', {
    ...transfer,
    measure: 'at-once',
    start: { zh: '发现涉嫌犯罪线索', en: 'a clue of a crime was found' },
    duty: {
      zh: '指定两名以上执法人员组成专案组核实，并向机关负责人书面报告',
      en: 'name a team of two or more, verify, and report to the head in writing',
    },
    law: ['Transfer:5'],
  }),
  clock('X2', {
    ...threeDays,
    start: { zh: '机关负责人收到移送报告', en: 'the head received the report' },
    duty: { zh: '决定是否移送', en: 'decide on the transfer' },
    law: ['Transfer:5'],
  }),
  clock('X3', {
    ...transfer,
    start: { zh: '批准移送', en: 'the transfer was approved' },
    duty: {
      zh: '向同级公安机关移送，并抄送检察机关',
      en: 'hand the case to the police of the same level, with a copy to the procuratorate',
    },
    limit: hours(24),
    law: ['Transfer:5'],
  }),
  clock('X4', {
    ...threeDays,
    start: { zh: '公安机关接受移送案件', en: 'the police accepted the case' },
    duty: { zh: '公安机关决定是否立案并书面通知', en: 'the police decide on filing and give written notice' },
    law: ['Transfer:8'],
  }),
  clock('X5a', {
    ...threeDays,
    start: { zh: '收到不予立案通知书', en: 'the refusal was received' },
    duty: { zh: '提请公安机关复议，或者建议检察机关立案监督', en: 'ask the police to reconsider, or the procuratorate to supervise' },
    law: ['Transfer:9'],
  }),
  clock('X5b', {
    ...threeDays,
    start: { zh: '公安机关收到复议提请', en: 'the police received the request to reconsider' },
    duty: { zh: '公安机关作出复议决定并书面通知', en: 'the police answer in writing' },
    law: ['Transfer:9'],
  }),
  clock('X5c', {
    ...threeDays,
    start: { zh: '收到维持不予立案的复议决定', en: 'the refusal was upheld' },
    duty: { zh: '建议检察机关立案监督', en: 'ask the procuratorate to supervise' },
    law: ['Transfer:9'],
  }),
  clock('X6', {
    ...threeDays,
    start: { zh: '收到公安机关立案通知书', en: 'the notice that the police filed the case was received' },
    duty: { zh: '把涉案物品和案件材料移交公安机关', en: 'hand items and material to the police' },
    law: ['Transfer:12'],
  }),
  clock('X7', {
    ...transfer,
    start: { zh: '案件应当移送公安机关', en: 'the case must go to the police' },
    duty: {
      zh: '不得以行政处罚代替移送；已作出的警告、责令停产停业等继续执行，已缴罚款折抵罚金',
      en: 'no penalty replaces the transfer; warnings and suspensions stay in force, a fine already paid counts against a criminal fine',
    },
    law: ['Transfer:11'],
  }),
];

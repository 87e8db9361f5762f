import type { Clock } from './clock.ts';
import { calendarDays, clock, expertTime, once, workingDays } from './define.ts';

/** Order 121 replaced Order 20 on this day; the day of receipt decides which one applies. */
const NEW = '2026-04-15';
const newRule = { validFrom: NEW, counting: 'CMP:45' } as const;
const oldRule = { validFrom: '2020-01-01', validTo: '2026-04-14', counting: 'CMP-old' } as const;

const accept = {
  start: { zh: '有权处理的机关收到投诉', en: 'the competent office received the complaint' },
  limit: workingDays(7),
} as const;
const mediate = {
  start: { zh: '决定受理投诉', en: 'the complaint was accepted' },
  duty: { zh: '促成调解协议，达不成的终止调解', en: 'reach agreement or end mediation' },
  notCounted: expertTime,
} as const;
const told = {
  start: { zh: '作出终止调解决定', en: 'mediation was ended by decision' },
  duty: { zh: '把终止调解的决定告知投诉人和被投诉人', en: 'tell both sides that mediation has ended' },
  limit: workingDays(7),
} as const;
const clue = {
  start: { zh: '调解中发现违法线索', en: 'a clue of a violation was seen during mediation' },
  duty: { zh: '核查该线索并依法处理', en: 'verify the clue and deal with it' },
  limit: workingDays(15),
  extensions: [once(workingDays(15))],
} as const;

/** Complaints and reports (T01–T10). */
export const complaintClocks: readonly Clock[] = [
  clock('T01', {
    ...accept,
    duty: {
      zh: '决定是否受理并告知投诉人；不予受理的，说明理由和其他解决途径',
      en: 'decide on acceptance and tell the complainant; a refusal gives reasons and other routes',
    },
    law: ['CMP:15', 'IR:46(2)', 'CPL:46'],
    ...newRule,
  }),
  clock('T01o', {
    ...accept,
    duty: { zh: '决定是否受理并告知投诉人', en: 'decide on acceptance and tell the complainant' },
    law: ['CMP-old:14', 'CPL:46'],
    ...oldRule,
    note: { zh: '旧办法本身未规定说明不予受理的理由。', en: 'The old rule itself did not ask for the reasons of a refusal.' },
  }),
  clock('T02', { ...mediate, limit: calendarDays(60), law: ['CMP:23(1)(5)', 'CMP:22', 'IR:46(3)'], ...newRule }),
  clock('T02o', { ...mediate, limit: workingDays(45), law: ['CMP-old:21(1)(5)'], ...oldRule }),
  clock('T03', { ...told, law: ['CMP:23(2)'], ...newRule }),
  clock('T03o', {
    ...told,
    law: ['CMP-old:21'],
    ...oldRule,
    confidence: 'M',
    note: { zh: '期限已核对；旧办法的款号凭记忆记录。', en: 'The limit was checked; the place in the old rule is from memory.' },
  }),
  clock('T04', { ...clue, law: ['CMP:27'], ...newRule }),
  clock('T04o', {
    ...clue,
    law: ['CMP-old'],
    ...oldRule,
    confidence: 'M',
    note: { zh: '期限已核对；旧办法的条文号未确认。', en: 'The limit was checked; the article of the old rule was not confirmed.' },
  }),
  clock('T05', {
    start: {
      zh: '发现线索或者收到材料（检查发现、投诉、举报、移送、交办）',
      en: 'a clue was found or material received (inspection, complaint, report, referral, assignment)',
    },
    duty: { zh: '核查并决定是否立案', en: 'verify and decide whether to file' },
    limit: workingDays(15),
    extensions: [once(workingDays(15))],
    notCounted: [...expertTime, 'owner-identification'],
    law: ['PROC:18'],
    counting: 'PROC:80',
  }),
  clock('T06', {
    start: { zh: '对实名举报作出是否立案的决定', en: 'whether to file was decided on a named report' },
    duty: { zh: '把是否立案告知举报人', en: 'tell the reporter whether a case was filed' },
    limit: workingDays(5),
    law: ['CMP-old:31(2)'],
    ...oldRule,
    note: {
      zh: '新办法已取消这项告知；涉及个人信息的，仍须依法告知处理结果（T07）。',
      en: 'The new rule dropped this notice; for personal information the result is still owed (T07).',
    },
  }),
  clock('T07', {
    measure: 'target',
    start: { zh: '个人信息投诉、举报处理完毕', en: 'a complaint or report about personal information was dealt with' },
    duty: { zh: '把处理结果告知投诉人、举报人', en: 'tell the result to the complainant or reporter' },
    law: ['PIPL:65(1)', 'CMP:36'],
    ...newRule,
    note: {
      zh: '法律要求告知，但没有规定天数；天数由本机关自行设定，不是法定期限。',
      en: 'Law demands the notice and gives no number of days; the number is a target of the office, not a statutory limit.',
    },
  }),
  clock('T07o', {
    measure: 'target',
    start: { zh: '个人信息投诉、举报处理完毕', en: 'a complaint or report about personal information was dealt with' },
    duty: { zh: '把处理结果告知投诉人、举报人', en: 'tell the result to the complainant or reporter' },
    law: ['PIPL:65(1)'],
    ...oldRule,
    validFrom: '2021-11-01',
  }),
  clock('T08', {
    start: { zh: '同一举报人又提供新的事实', en: 'the same reporter came again with new facts' },
    duty: {
      zh: '可以合并处理，核查期限自最后一次收到举报起重新计算',
      en: 'the reports may be joined; the limit for verification starts anew at the last one',
    },
    law: ['CMP:35(2)'],
    ...newRule,
  }),
  clock('T09', {
    start: { zh: '发生管辖争议', en: 'a dispute about jurisdiction arose' },
    duty: { zh: '协商解决；协商不成的，报请共同的上一级机关指定', en: 'settle it, or else ask the common superior to decide' },
    limit: workingDays(7),
    law: ['PROC:13', 'CMP:33'],
    counting: 'PROC:80',
    validFrom: NEW,
  }),
  clock('T09o', {
    start: { zh: '发生管辖争议', en: 'a dispute about jurisdiction arose' },
    duty: { zh: '协商解决；协商不成的，报请共同的上一级机关指定', en: 'settle it, or else ask the common superior to decide' },
    limit: workingDays(7),
    law: ['PROC:13'],
    counting: 'PROC:80',
    validTo: '2026-04-14',
  }),
  clock('T10', {
    start: { zh: '上级机关收到指定管辖的报请', en: 'the superior received the request' },
    duty: { zh: '确定管辖机关', en: 'fix the competent office' },
    limit: workingDays(7),
    law: ['PROC:16'],
    counting: 'PROC:80',
  }),
];

import type { Clock } from './clock.ts';
import { calendarDays, clock, expertTime, hours, once, workingDays } from './define.ts';

const counting = 'PROC:80';

/** Assistance, evidence and coercive measures (T11–T15). */
export const evidenceClocks: readonly Clock[] = [
  clock('T11', {
    start: { zh: '收到协助调查请求', en: 'a request for assistance was received' },
    duty: { zh: '完成协助事项', en: 'finish the assistance' },
    limit: workingDays(15),
    law: ['PROC:45'],
    counting,
    note: {
      zh: '需要延期完成的，在期限届满前告知请求机关。',
      en: 'Where more time is needed, the requesting office is told before the end.',
    },
  }),
  clock('T12', {
    start: {
      zh: '情况紧急，当场先行登记保存证据或者采取强制措施',
      en: 'evidence was registered or a coercive measure taken on the spot in an emergency',
    },
    duty: { zh: '向机关负责人报告并补办批准手续', en: 'report to the head and complete the approval' },
    limit: hours(24),
    law: ['PROC:33', 'PROC:36'],
    counting,
  }),
  clock('T13', {
    start: { zh: '先行登记保存证据', en: 'evidence was registered and kept' },
    duty: {
      zh: '作出五类处理决定之一；逾期未处理的，登记保存自动解除',
      en: 'take one of the five steps; otherwise the measure lapses',
    },
    limit: workingDays(7),
    law: ['PROC:35', 'APL:56'],
    counting,
  }),
  clock('T14', {
    start: { zh: '实施查封、扣押', en: 'seal or seizure began' },
    duty: { zh: '作出处理决定或者解除查封、扣押', en: 'decide, or end the seal or seizure' },
    limit: calendarDays(30),
    extensions: [once(calendarDays(30))],
    notCounted: expertTime,
    law: ['PROC:38', 'Coerce:25'],
    counting,
  }),
  clock('T15', {
    start: { zh: '审核机构收到案件材料', en: 'the material reached the reviewers' },
    duty: { zh: '完成法制审核或者案件审核', en: 'finish the legal or case review' },
    limit: workingDays(10),
    extensions: [once(null)],
    law: ['PROC:55'],
    counting,
  }),
];

import type { Clock } from './clock.ts';
import { calendarDays, clock, expertTime, once, workingDays } from './define.ts';

const counting = 'PROC:80';

/** Decision, service, publication (T22–T27). */
export const decisionClocks: readonly Clock[] = [
  clock('T22', {
    start: { zh: '立案', en: 'the case was filed' },
    duty: { zh: '作出处理决定', en: 'decide the case' },
    limit: calendarDays(90),
    extensions: [once(calendarDays(30)), once(null, 'collective')],
    notCounted: ['suspension', 'hearing', 'public-notice', ...expertTime, 'owner-identification', 'refund-order'],
    law: ['PROC:64', 'APL:60'],
    counting,
    note: {
      zh: '延长后仍不能办结的，由机关负责人集体讨论决定是否继续延长，并同时确定延长的合理期限。',
      en: 'A second extension is decided collectively, and the decision fixes its term.',
    },
  }),
  clock('T23', {
    start: { zh: '作出处罚决定而当事人不在场', en: 'the decision was made in the absence of the party' },
    duty: { zh: '送达行政处罚决定书', en: 'serve the decision' },
    limit: workingDays(7),
    law: ['PROC:81', 'APL:61'],
    counting,
  }),
  clock('T24', {
    measure: 'period',
    start: { zh: '发出送达公告', en: 'the notice of service was published' },
    duty: { zh: '公告期满视为送达', en: 'the document counts as served' },
    limit: calendarDays(30),
    law: ['PROC:82'],
    counting,
  }),
  clock('T25', {
    start: { zh: '对本省登记的当事人作出处罚决定', en: 'a party registered in the same province was penalised' },
    duty: {
      zh: '通过国家企业信用信息公示系统公示处罚信息',
      en: 'publish the penalty in the national enterprise credit system',
    },
    limit: workingDays(20),
    law: ['Pub:9'],
  }),
  clock('T26a', {
    start: { zh: '对外省登记的当事人作出处罚决定', en: 'a party registered in another province was penalised' },
    duty: { zh: '把处罚信息推送至登记地', en: 'send the penalty to the place of registration' },
    limit: workingDays(10),
    law: ['Pub:10'],
  }),
  clock('T26b', {
    start: { zh: '登记地收到推送的处罚信息', en: 'the place of registration received the penalty' },
    duty: { zh: '在登记地公示处罚信息', en: 'publish it there' },
    limit: workingDays(10),
    law: ['Pub:10'],
  }),
  clock('T27', {
    start: { zh: '已公示的处罚决定被变更、撤销、确认违法或者确认无效', en: 'a published decision was changed, annulled or found unlawful' },
    duty: { zh: '撤回处罚信息并公开说明理由', en: 'withdraw it and explain why in public' },
    limit: workingDays(3),
    law: ['PROC:63', 'APL:48', 'Pub:11'],
    counting,
  }),
];

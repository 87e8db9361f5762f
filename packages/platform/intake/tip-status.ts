import type { Text } from '@liangjian/law';

/** Where a tip stands, in words for the person who sent it. Says nothing about the shop: that would reach it through the reporter. */
const STATUSES: Readonly<Record<string, Text>> = {
  received: { zh: '已收到，等待工作人员查看。', en: 'Received; an officer will look at it.' },
  triage: { zh: '工作人员正在查看。', en: 'An officer is looking at it.' },
  transferred: { zh: '已转给负责的单位。', en: 'Passed on to the office that is responsible.' },
  returned: { zh: '正在确定由哪个单位办理。', en: 'It is being decided which office is responsible.' },
  accepted: { zh: '已受理，正在处理。', en: 'Accepted; it is being handled.' },
  refused: { zh: '不予受理，理由见下方通知。', en: 'Not accepted; the notice below says why.' },
  verification: { zh: '正在核查。', en: 'The matter is being checked.' },
  mediation: { zh: '正在组织调解。', en: 'Mediation is under way.' },
  closed: { zh: '已办结，结果见下方通知。', en: 'Closed; the notice below tells the result.' },
};

const HANDLED: Text = { zh: '正在办理。', en: 'It is being handled.' };

/** Status in plain words; a state that reporters have no word for is "being handled". */
export const statusWords = (state: string): Text => (Object.hasOwn(STATUSES, state) ? (STATUSES[state] ?? HANDLED) : HANDLED);

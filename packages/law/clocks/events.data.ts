import type { Text } from '../text.ts';

/** What happens to a tip or case as its clocks see it. */
export type ClockEvent =
  | 'complaint-received'
  | 'report-received'
  | 'lead-found'
  | 'new-facts'
  | 'complaint-accepted'
  | 'complaint-refused'
  | 'clue-in-mediation'
  | 'clue-verified'
  | 'mediation-agreed'
  | 'mediation-ended'
  | 'ending-told'
  | 'filing-decided'
  | 'filing-told'
  | 'report-handled'
  | 'result-told'
  | 'dispute-arose'
  | 'superior-asked'
  | 'office-fixed';

export interface ClockEventFacts {
  readonly event: ClockEvent;
  readonly label: Text;
  /** Duties whose clocks it starts, as far as the version of the day of receipt has them. */
  readonly starts: readonly string[];
  /** Duties it fulfils. */
  readonly stops: readonly string[];
  /** Duties whose clocks start anew at this event. */
  readonly restarts: readonly string[];
  /** The duty only exists towards a reporter who is named. */
  readonly namedOnly?: readonly string[];
}

const row = (
  event: ClockEvent,
  zh: string,
  en: string,
  starts: readonly string[],
  stops: readonly string[],
  more: Partial<Pick<ClockEventFacts, 'restarts' | 'namedOnly'>> = {},
): ClockEventFacts => ({ event, label: { zh, en }, starts, stops, restarts: [], ...more });

/** Which event starts, fulfils or restarts which clock of a tip (domain: T01–T10). */
export const clockEvents: readonly ClockEventFacts[] = [
  row('complaint-received', '收到投诉', 'a complaint was received', ['T01'], []),
  row('report-received', '收到举报', 'a report was received', ['T05'], []),
  row('lead-found', '检查中发现线索或者收到移送材料', 'a lead was found or material handed over', ['T05'], []),
  row('new-facts', '同一举报人补充新的事实', 'the same reporter gave new facts', [], [], { restarts: ['T05'] }),
  row('complaint-accepted', '受理投诉', 'the complaint was accepted', ['T02'], ['T01']),
  row('complaint-refused', '不予受理并告知', 'the complaint was refused and the complainant told', [], ['T01']),
  row('clue-in-mediation', '调解中发现违法线索', 'a clue was seen during mediation', ['T04'], []),
  row('clue-verified', '核查了调解中发现的线索', 'the clue of the mediation was verified', [], ['T04']),
  row('mediation-agreed', '达成调解协议', 'mediation led to an agreement', [], ['T02']),
  row('mediation-ended', '决定终止调解', 'mediation was ended', ['T03'], ['T02']),
  row('ending-told', '告知双方终止调解', 'both sides were told that mediation ended', [], ['T03']),
  row('filing-decided', '作出是否立案的决定', 'whether to file was decided', ['T06'], ['T05'], { namedOnly: ['T06'] }),
  row('filing-told', '告知举报人是否立案', 'the reporter was told whether a case was filed', [], ['T06']),
  row('report-handled', '处理完毕', 'the matter was dealt with', ['T07'], []),
  row('result-told', '告知处理结果', 'the result was told', [], ['T07']),
  row('dispute-arose', '发生管辖争议', 'a dispute about jurisdiction arose', ['T09'], []),
  row('superior-asked', '报请共同的上一级机关指定管辖', 'the common superior was asked', ['T10'], ['T09']),
  row('office-fixed', '确定了管辖机关', 'the competent office was fixed', [], ['T09', 'T10']),
];

import { type Ground, returnGrounds, type Text } from '@liangjian/law';

/** An office as jurisdiction sees it. */
export interface OfficeNode {
  readonly id: string;
  readonly superior: string | null;
}

/** The nearest office above both (an office stands above itself); null when they have none in common. */
export function commonSuperior(one: string, other: string, offices: readonly OfficeNode[]): string | null {
  const above = new Map(offices.map(({ id, superior }) => [id, superior]));
  const line = (from: string): string[] => {
    const path: string[] = [];
    for (let at: string | null | undefined = from; at !== null && at !== undefined && !path.includes(at); at = above.get(at)) path.push(at);
    return path;
  };
  const mine = new Set(line(one).slice(1));
  return (
    line(other)
      .slice(1)
      .find((office) => mine.has(office)) ?? null
  );
}

export interface ReturnRequest {
  /** Returns of this tip so far. */
  readonly returns: number;
  /** Office that has the tip and does not want it, and the one it came from. */
  readonly at: string;
  readonly cameFrom: string;
  readonly ground: string;
  /** What the ground asks for, written by the officer. */
  readonly reason: string;
}

export type ReturnDecision =
  | {
      readonly ok: true;
      readonly to: string;
      readonly kind: 'return' | 'to-superior';
      readonly ground: Ground;
      /** T09: the dispute has arisen and is to be settled. T10: the superior fixes the office. */
      readonly clock: 'T09' | 'T10';
      readonly text: Text;
    }
  | { readonly ok: false; readonly why: Text };

/** Characters below which a reason is none. */
const SHORTEST_REASON = 6;

/**
 * Decides where a tip goes that an office refuses. The first return opens a dispute between the two (T09);
 * the second is none any more: the common superior fixes the office (T10), so nothing goes back and forth.
 */
export function decideReturn(request: ReturnRequest, offices: readonly OfficeNode[]): ReturnDecision {
  const ground = returnGrounds.find(({ id }) => id === request.ground);
  if (ground === undefined) return { ok: false, why: { zh: '退回必须选择事由。', en: 'A return needs a ground.' } };
  if ([...request.reason.trim()].length < SHORTEST_REASON)
    return { ok: false, why: { zh: `请${ground.asks.zh}。`, en: `Please ${ground.asks.en}.` } };
  if (request.returns === 0)
    return {
      ok: true,
      to: request.cameFrom,
      kind: 'return',
      ground,
      clock: 'T09',
      text: { zh: '退回原单位；双方应在七个工作日内协商一致。', en: 'Back to the sender; both settle it within seven working days.' },
    };
  const superior = commonSuperior(request.at, request.cameFrom, offices);
  if (superior === null)
    return {
      ok: false,
      why: { zh: '两家单位没有共同的上级，请报市级主管部门指定。', en: 'The two have no common superior: ask the city to decide.' },
    };
  return {
    ok: true,
    to: superior,
    kind: 'to-superior',
    ground,
    clock: 'T10',
    text: {
      zh: '第二次退回，报共同的上一级机关指定管辖；上级应在收到之日起七个工作日内确定。',
      en: 'The second return goes to the common superior, which fixes the office within seven working days.',
    },
  };
}

import { type Ground, refusalGrounds, type Text } from '@liangjian/law';

export interface AcceptanceRequest {
  readonly accept: boolean;
  /** Needed for a refusal. */
  readonly ground: string | null;
  readonly reason: string;
  /** Other ways open to the complainant; needed for a refusal under the rule of 2026 (CMP art. 15). */
  readonly otherRoutes: string;
  readonly receivedOn: string;
}

export type AcceptanceDecision =
  | { readonly ok: true; readonly accepted: true }
  | { readonly ok: true; readonly accepted: false; readonly ground: Ground }
  | { readonly ok: false; readonly why: readonly Text[] };

/** From this day of receipt on a refusal must give reasons and other routes. */
const NEW_RULE = '2026-04-15';

/** Whether a complaint may be accepted or refused as asked; what is missing is told at once. Pure. */
export function decideAcceptance(request: AcceptanceRequest): AcceptanceDecision {
  if (request.accept) return { ok: true, accepted: true };
  const ground = refusalGrounds.find(({ id }) => id === request.ground);
  if (ground === undefined)
    return { ok: false, why: [{ zh: '不予受理必须选择七种情形之一。', en: 'A refusal needs one of the seven grounds.' }] };
  const why: Text[] = [];
  if ([...request.reason.trim()].length < 6) why.push({ zh: `请${ground.asks.zh}。`, en: `Please ${ground.asks.en}.` });
  if (request.receivedOn >= NEW_RULE && request.otherRoutes.trim() === '')
    why.push({ zh: '请告知投诉人其他解决途径。', en: 'Tell the complainant which other ways are open.' });
  return why.length > 0 ? { ok: false, why } : { ok: true, accepted: false, ground };
}

import type { PiCategory } from '@liangjian/law';
import type { Fact, Party, Phase } from '../../fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { textsOf } from '../../../trace/decode.ts';
import { type Returned, returnedInJson, returnedInText } from '../../../trace/over-returned.ts';
import {
  armsIn,
  earliestStage,
  evidenceOf,
  firstPerArm,
  hostOf,
  makeFacts,
  type NetArm,
  type NetInput,
  phaseOf,
  sorted,
  steadyPath,
} from './net.ts';

interface Answer {
  readonly arm: NetArm;
  readonly event: LedgerEvent<'body'>;
  readonly sha256: string;
  readonly phase: Phase;
  readonly url: string;
  readonly returned: readonly Returned[];
}

const MAX_BYTES = 4 * 1024 * 1024;

/** PI of people in answers met in ordinary use (G40), one fact per host, path and phase. Own canaries coming back are not counted. */
export function deriveResponseData(input: NetInput, partyAt: (url: string) => Party): Fact<'response-data'>[] {
  const answers = input.arms.flatMap((arm) => answersOf(arm, input)).filter(({ returned }) => returned.length > 0);
  const groups = Map.groupBy(answers, ({ url, phase }) => JSON.stringify([hostOf(url), steadyPath(URL.parse(url)?.pathname ?? ''), phase]));
  return makeFacts(
    'response-data',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const open = group.flatMap(({ returned }) => returned.filter(({ masked }) => !masked));
      const counted = open.length > 0 ? open : group.flatMap(({ returned }) => returned);
      const [host, path] = [hostOf(first.url), steadyPath(URL.parse(first.url)?.pathname ?? '')];
      return [
        {
          phase: first.phase,
          pi: sorted(counted.map(({ category }) => category)) as PiCategory[],
          party: partyAt(first.url),
          label: path,
          detail: {
            host,
            path,
            masked: open.length > 0 ? ('no' as const) : ('yes' as const),
            count: new Set(counted.map(({ category, value }) => `${category} ${value}`)).size,
            shown: shownOn(group, input),
            stage: earliestStage(group.map(({ event }) => event.stage)),
            arms: armsIn(group.map(({ arm }) => arm.arm)),
          },
          evidence: firstPerArm(group).map(({ arm, event, sha256 }) => evidenceOf(arm, event, sha256)),
          stable: [host.replace(/:\d+$/, ''), path],
        },
      ];
    }),
  );
}

/**
 * Whether what came in full also stands on the screen: `no` when the screen shows it masked and nowhere in full, so that the mask is
 * for the eye only. Values that stand nowhere say nothing: another screen may show them.
 */
function shownOn(group: readonly Answer[], input: NetInput): 'yes' | 'no' | 'unknown' {
  if (!input.screens) return 'unknown';
  const seen = group.flatMap(({ arm, returned }) => {
    const screen = input.screens?.(arm.arm).replaceAll(/[\s-]/g, '') ?? '';
    return returned
      .filter(({ masked }) => !masked)
      .map(({ value }) => ({ full: screen.includes(value), masked: maskOf(value).test(screen) }));
  });
  if (seen.some(({ full }) => full)) return 'yes';
  return seen.some(({ masked }) => masked) ? 'no' : 'unknown';
}

/** A value with its middle hidden: head and tail as printed, stars between. */
const maskOf = (value: string): RegExp => new RegExp(`(?<!\\d)${value.slice(0, 3)}\\d{0,3}[*•×xX＊]{2,}\\d{0,4}(?<=${value.slice(-2)})`);

function answersOf(arm: NetArm, input: NetInput): Answer[] {
  const requests = new Map(arm.events.flatMap((event) => (event.type === 'request' ? [[event.seq, event] as const] : [])));
  const types = new Map(arm.events.flatMap((event) => (event.type === 'response' ? [[event.request, event.mediaType] as const] : [])));
  const own = Object.values(arm.canary);
  return arm.events.flatMap((event): Answer[] => {
    if (event.type !== 'body' || event.body === null || event.stage === 'read' || event.body.bytes > MAX_BYTES) return [];
    const request = requests.get(event.request);
    const type = types.get(event.request) ?? event.body.mediaType;
    if (!request || request.stage === 'read' || !/json|html|text\/plain|xml/i.test(type)) return [];
    const bytes = input.read(event.body.sha256);
    const text = bytes ? (textsOf(bytes).texts[0] ?? '') : '';
    return [{ arm, event, sha256: event.body.sha256, phase: phaseOf(arm, request.seq), url: request.url, returned: returnedIn(text, own) }];
  });
}

function returnedIn(text: string, own: readonly string[]): readonly Returned[] {
  if (/^\s*[[{]/.test(text)) {
    try {
      return returnedInJson(JSON.parse(text), own);
    } catch {
      return returnedInText(text, own);
    }
  }
  return returnedInText(text, own);
}

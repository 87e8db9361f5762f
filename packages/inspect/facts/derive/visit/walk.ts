import type { Answer, ArmName, Fact, GateNeed } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { leftBy } from './native-dialogs.ts';
import { type ArmVisit, armsOf, groupBy, type VisitInput } from './visit.ts';

/** Note code of the end of an arm's walk; detail is JSON of `WalkEnd`. */
export const WALK_END_NOTE = 'walk-end';
/** Note code of a state that limits the observer; detail is JSON of `{what, where}`. */
export const LIMIT_NOTE = 'limit';

/** Reason of the look taken as soon as the page is laid out, before it has come to rest. */
export const FIRST_LOOK = 'first';

export interface WalkEnd {
  /** Name of the scene's basic function (`order-and-pay`, `pay-parking`, …). */
  readonly function: string;
  readonly reached: Answer;
  readonly steps: number;
  /** What stood in the way, null when reached. */
  readonly stoppedBy: GateNeed | 'no-way-forward' | 'time' | 'left-site' | null;
  /** Nothing that may be pressed was left untried. */
  readonly exhausted: boolean;
}

/** How far each arm came towards the basic function. Arms that ended alike share a fact. */
export function deriveFunctions(input: VisitInput): Fact<'function-reached'>[] {
  const ends = input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'note'> => event.type === 'note' && event.code === WALK_END_NOTE)
      .map((event) => {
        const end = JSON.parse(event.detail) as WalkEnd;
        return { arm: arm.arm, event, end: { ...end, exhausted: end.exhausted && wholeEntry(arm) } };
      }),
  );
  return [...groupBy(ends, ({ end }) => `${end.function}|${end.reached}|${end.stoppedBy}|${end.exhausted}`).values()].map((group) => {
    const { arm, event, end } = group[0] as (typeof ends)[number];
    const visit = input.arms.find((candidate) => candidate.arm === arm);
    const last = visit?.events.findLast((candidate) => candidate.type === 'surface' && candidate.seq < event.seq);
    return makeFact('function-reached', {
      phase: 'static',
      pi: [],
      party: null,
      label: end.function,
      detail: {
        function: end.function,
        reached: end.reached,
        steps: end.steps,
        stoppedBy: end.stoppedBy,
        exhausted: end.exhausted ? 'yes' : 'no',
        arms: armsOf(group),
      },
      evidence: last?.type === 'surface' ? [{ artefact: last.screenshot ?? last.surface, request: last.seq, arm }] : [],
      stable: [end.function, end.reached, end.stoppedBy, end.exhausted, armsOf(group).join()],
    });
  });
}

/** So soon after the first document the first look still shows what came with it. */
const SOON_MS = 2000;

/**
 * The entry page itself was seen, from the start: a page that threw us out by a dialog of the browser, or that was first looked at when
 * a splash may have gone already, has not been seen whole however little was left to press.
 */
function wholeEntry(arm: ArmVisit): boolean {
  if (arm.events.some((event) => event.type === 'native-dialog' && event.stage !== 'read' && leftBy(arm, event))) return false;
  const look = arm.events.find((event) => event.type === 'surface');
  const opened = arm.events.find((event) => event.type === 'navigation');
  return look?.reason === FIRST_LOOK || look === undefined || opened === undefined || look.t - opened.t <= SOON_MS;
}

/** States that limited the observer, as the walk noted them. */
export function deriveWalkLimits(input: VisitInput): Fact<'limit'>[] {
  const notes = input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'note'> => event.type === 'note' && event.code === LIMIT_NOTE)
      .map((event) => ({
        arm: arm.arm as ArmName,
        event,
        ...(JSON.parse(event.detail) as { what: Fact<'limit'>['detail']['what']; where: string }),
      })),
  );
  return [...groupBy(notes, (note) => `${note.what}|${note.where}`).values()].map((group) => {
    const { what, where, event, arm } = group[0] as (typeof notes)[number];
    return makeFact('limit', {
      phase: 'static',
      pi: [],
      party: null,
      label: what,
      detail: { what, where, arms: armsOf(group) },
      evidence: [{ artefact: '', request: event.seq, arm }],
      stable: [what, where],
    });
  });
}

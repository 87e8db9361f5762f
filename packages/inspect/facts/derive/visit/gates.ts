import type { Fact, GateNeed, PromptRole } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { readGates } from '../../../surface/gates/gates.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { WALK_END_NOTE, type WalkEnd } from './walk.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';

interface Sighting {
  readonly look: Look;
  readonly needs: GateNeed;
  readonly node: number;
  readonly how: string;
  readonly refusable: 'yes' | 'no' | 'unknown';
}

const NEED_OF_ROLE: Partial<Record<PromptRole, GateNeed>> = {
  login: 'login',
  phone: 'phone',
  profile: 'profile',
  membership: 'membership',
  follow: 'follow',
  location: 'location',
  'robot-check': 'robot-check',
  'app-download': 'app-download',
  'wechat-wall': 'wechat',
  'age-gate': 'age',
};

/**
 * What stands between the consumer and the basic function: blocking layers that ask for something, sentences that close the page
 * until something is given, and what finally stopped a walk. A way out that was tried and worked makes it refusable.
 */
export function deriveGates(input: VisitInput): Fact<'gate'>[] {
  const sightings = looksOf(input).flatMap((look) => [...fromPrompts(input, look), ...fromText(look)]);
  return [...groupBy(sightings, ({ needs }) => needs).values()].map((group) => {
    const { look, needs, node, how } = group[0] as Sighting;
    return makeFact('gate', {
      phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
      pi: [],
      party: null,
      label: how.slice(0, 60),
      detail: {
        needs,
        function: functionOf(input),
        refusable: refusable(input, needs, group),
        how: how.slice(0, 200),
        stage: look.event.stage,
        step: look.event.step,
        arms: armsOf(group.map((sighting) => sighting.look)),
      },
      evidence: [evidenceAt(look, node)],
      stable: [needs],
    });
  });
}

function fromPrompts(input: VisitInput, look: Look): Sighting[] {
  return look.reading.prompts.flatMap((prompt) => {
    const needs = NEED_OF_ROLE[prompt.role];
    if (!needs || !prompt.blocking) return [];
    const waysOut = prompt.choices.filter(
      (choice) => ['refuse', 'close', 'later', 'guest'].includes(choice.role) && choice.weight !== 'hidden',
    );
    return [{ look, needs, node: prompt.node, how: prompt.text, refusable: outcomeOfWayOut(input, prompt.key, waysOut.length > 0) }];
  });
}

/** A way out counts when a press on it closed the layer; offered but never pressed is unknown. */
function outcomeOfWayOut(input: VisitInput, key: string, offered: boolean): 'yes' | 'no' | 'unknown' {
  if (!offered) return 'no';
  const results = input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'effect'> => event.type === 'effect')
      .filter((effect) => {
        const cause = arm.events.find((event) => event.seq === effect.input);
        if (cause?.type !== 'input' || cause.surface === null || !/:(refuse|close|later|guest)$/.test(cause.aim)) return false;
        const prompt = input.reading(cause.surface).prompts.find((candidate) => candidate.key === key);
        return prompt?.choices.some((choice) => choice.node === cause.node) ?? false;
      }),
  );
  if (results.length === 0) return 'unknown';
  return results.some((effect) => effect.closed && !effect.left) ? 'yes' : 'no';
}

function fromText(look: Look): Sighting[] {
  return readGates(look.surface, look.reading.prompts).map((gate) => ({
    look,
    needs: gate.needs,
    node: gate.node,
    how: gate.text,
    refusable: 'unknown' as const,
  }));
}

const functionOf = (input: VisitInput): string => ends(input)[0]?.end.function ?? 'basic-function';

function ends(input: VisitInput) {
  return input.arms.flatMap((arm) =>
    arm.events
      .filter((event): event is LedgerEvent<'note'> => event.type === 'note' && event.code === WALK_END_NOTE)
      .map((event) => ({ arm: arm.arm, end: JSON.parse(event.detail) as WalkEnd })),
  );
}

/** The walk decides where it can: stopped by this very need in every arm → not refusable; reached in an arm that saw it and gave nothing → refusable. */
function refusable(input: VisitInput, needs: GateNeed, group: readonly Sighting[]): 'yes' | 'no' | 'unknown' {
  const arms = new Set(group.map((sighting) => sighting.look.arm));
  const walked = ends(input).filter(({ arm }) => arms.has(arm));
  // An arm that must not touch the consent dialog stops at it without having tried to refuse.
  const tried = walked.filter(({ arm }) => needs !== 'agreement' || arm === 'refuse' || arm === 'accept');
  if (tried.some(({ end }) => end.stoppedBy === needs)) return 'no';
  if (walked.some(({ end, arm }) => end.reached === 'yes' && arm !== 'accept')) return 'yes';
  const answers = new Set(group.map((sighting) => sighting.refusable));
  return answers.has('yes') ? 'yes' : answers.has('no') ? 'no' : 'unknown';
}

import type { Fact, FactDetails } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { TickReading } from '../../../surface/model.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, type Look, looksOf, type VisitInput } from './visit.ts';

interface Sighting {
  readonly look: Look;
  readonly tick: TickReading;
}

const keyOf = (tick: TickReading): string => `${tick.means}|${tick.label}|${tick.purposes.join()}`;

/**
 * Tick boxes as first met in each arm. The start value is what stood there before any press of ours:
 * only the first sighting of an arm counts, and arms that disagree give `unknown`.
 */
export function deriveTicks(input: VisitInput): Fact<'tick-box'>[] {
  return [...tickGroups(input).values()].map((group) => tickFact(input, group));
}

/** Id of the fact a tick reading became. */
export function tickId(input: VisitInput, tick: TickReading): string {
  const group = tickGroups(input).get(keyOf(tick)) ?? [];
  return tickFact(input, group).id;
}

function tickGroups(input: VisitInput): ReadonlyMap<string, readonly Sighting[]> {
  const sightings = looksOf(input).flatMap((look) => look.reading.ticks.map((tick) => ({ look, tick })));
  return groupBy(sightings, ({ tick }) => keyOf(tick));
}

function tickFact(input: VisitInput, group: readonly Sighting[]): Fact<'tick-box'> {
  const firsts = [...groupBy(group, ({ look }) => look.arm).values()].map((inArm) => inArm[0] as Sighting);
  const states = new Set(firsts.map(({ tick }) => tick.state).filter((state) => state !== 'unknown'));
  const { look, tick } = firsts[0] as Sighting;
  const detail: FactDetails['tick-box'] = {
    prompt: look.reading.prompts.find((prompt) => prompt.ticks.includes(tick.node))?.key ?? null,
    consent: tick.consent,
    initial: states.size === 1 ? ([...states][0] as 'ticked' | 'clear') : 'unknown',
    means: tick.means,
    purposes: [...tick.purposes],
    inMarkup: tick.means === 'native' && look.surface.nodes[tick.node]?.attributes['checked'] !== undefined ? 'yes' : 'unknown',
    stage: look.event.stage,
    step: look.event.step,
    arms: armsOf(group.map((sighting) => sighting.look)),
  };
  return makeFact('tick-box', {
    phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
    pi: [],
    party: null,
    label: tick.label.slice(0, 80),
    detail,
    evidence: [evidenceAt(look, tick.node)],
    stable: [keyOf(tick), input.scene],
  });
}

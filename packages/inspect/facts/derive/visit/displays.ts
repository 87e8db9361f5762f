import type { Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, looksOf, type VisitInput } from './visit.ts';

/** PI of people shown on the screen, one fact per category and masking. */
export function deriveDisplays(input: VisitInput): Fact<'display'>[] {
  const sightings = looksOf(input).flatMap((look) => look.reading.displays.map((display) => ({ look, display })));
  return [...groupBy(sightings, ({ display }) => `${display.category}|${display.masked}`).values()].map((group) => {
    const { look, display } = group[0] as (typeof sightings)[number];
    const samples = new Set(group.map((sighting) => sighting.display.sample));
    return makeFact('display', {
      phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
      pi: [display.category],
      party: null,
      label: display.category,
      detail: {
        masked: display.masked,
        count: samples.size,
        sample: display.sample,
        stage: look.event.stage,
        arms: armsOf(group.map((sighting) => sighting.look)),
      },
      evidence: [evidenceAt(look, display.node)],
      stable: [display.category, display.masked],
    });
  });
}

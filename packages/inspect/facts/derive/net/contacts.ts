import type { Fact } from '../../fact.ts';
import { armsIn, earliestStage, evidenceOf, firstPerArm, makeFacts, sorted } from './net.ts';
import type { Sighting } from './sightings.ts';

/** Hosts of other parties that were asked for something, where nothing personal was seen going out in that phase. */
export function deriveContacts(sightings: readonly Sighting[]): Fact<'contact'>[] {
  const others = sightings.filter(({ message }) => message.party.role !== 'first');
  const groups = Map.groupBy(others, ({ message }) => JSON.stringify([message.party.domain, message.host, message.phase]));
  const bare = [...groups.values()].filter((group) =>
    group.every(({ found, identifiers }) => found.length === 0 && identifiers.length === 0),
  );
  return makeFacts(
    'contact',
    bare.flatMap((group) => {
      const first = group[0]?.message;
      if (!first) return [];
      const messages = group.map(({ message }) => message);
      const schemes = sorted(messages.map(({ scheme }) => scheme));
      return [
        {
          phase: first.phase,
          pi: [],
          party: first.party,
          label: first.host.replace(/:\d+$/, ''),
          detail: {
            host: first.host,
            scheme: schemes.find((scheme) => scheme === 'http' || scheme === 'ws') ?? schemes[0] ?? '',
            stage: earliestStage(messages.map(({ event }) => event.stage)),
            resourceTypes: sorted(messages.map(({ resourceType }) => resourceType)),
            arms: armsIn(messages.map(({ arm }) => arm.arm)),
          },
          evidence: firstPerArm(group).map(({ arm, message }) => evidenceOf(arm, message.event, message.bodyArtefact)),
          stable: [first.party.role],
        },
      ];
    }),
  );
}

import type { FactDetails } from '../../fact.ts';
import type { FactParts } from '../../make-fact.ts';
import type { Fact } from '../../fact.ts';
import type { Message } from './messages.ts';
import { armsIn, earliestStage, evidenceOf, firstPerArm, makeFacts, sorted } from './net.ts';
import type { Sighting } from './sightings.ts';

/**
 * PI and identifiers that leave, one fact per party, host, set of keys and phase, merged over the arms.
 * Messages that carry identifiers only are one fact per host and phase: their keys come and go with the SDK's mood.
 */
export function deriveTransfers(sightings: readonly Sighting[]): Fact<'transfer'>[] {
  const carrying = sightings.map(withoutOwnCookies).filter(({ found, identifiers }) => found.length > 0 || identifiers.length > 0);
  const groups = Map.groupBy(carrying, ({ message, found }) =>
    JSON.stringify([message.party.domain, message.party.role, message.host, message.phase, keysOf(found)]),
  );
  return makeFacts('transfer', [...groups.values()].flatMap(transferOf));
}

/**
 * A cookie goes back to the site that keeps it with every request, and which request is the first to carry it is chance. That it is
 * kept is a fact of its own.
 */
function withoutOwnCookies(sighting: Sighting): Sighting {
  if (sighting.message.party.role !== 'first') return sighting;
  return { ...sighting, identifiers: sighting.identifiers.filter(({ where }) => where !== 'cookie') };
}

const keysOf = (found: Sighting['found']): string[] => sorted(found.map(({ category, key }) => `${category}:${key}`));

function transferOf(group: readonly Sighting[]): FactParts<'transfer'>[] {
  const first = group[0]?.message;
  if (!first) return [];
  const messages = group.map(({ message }) => message);
  const found = uniqueBy(group.flatMap((sighting) => sighting.found));
  const identifiers = uniqueBy(group.flatMap((sighting) => sighting.identifiers));
  const arms = armsIn(messages.map(({ arm }) => arm.arm));
  const categories = sorted(found.map(({ category }) => category)) as Fact['pi'][number][];
  const [scheme, method, channel] = [pick(messages, 'scheme'), pick(messages, 'method'), pick(messages, 'channel')];
  return [
    {
      phase: first.phase,
      pi: categories,
      party: first.party,
      label: `${categories.length > 0 ? categories.join(', ') : 'identifiers'} → ${first.host.replace(/:\d+$/, '')}`,
      detail: {
        host: first.host,
        scheme,
        method,
        channel,
        found,
        identifiers,
        withheld: messages.every(({ withheld }) => withheld !== null),
        inClear: messages.some((message) => message.scheme === 'http' || message.scheme === 'ws'),
        afterInput: messages.every(afterInput),
        typed: group.some(leaksTyped),
        initiator: sorted(messages.flatMap(({ initiator }) => (initiator ? [initiator] : [])))[0] ?? null,
        stage: earliestStage(messages.map(({ event }) => event.stage)),
        arms,
        repeated: arms.length > 1,
      },
      evidence: firstPerArm(group).map(({ arm, message }) => evidenceOf(arm, message.event, message.bodyArtefact)),
      stable: [first.party.role, ...keysOf(found)],
    },
  ];
}

/** The least safe scheme, else the first in alphabet: the same choice in every run. */
function pick(messages: readonly Message[], of: 'scheme' | 'method' | 'channel'): string {
  const values = sorted(messages.map((message) => message[of]));
  return (
    (of === 'scheme'
      ? values.find((value) => value === 'http' || value === 'ws')
      : of === 'method'
        ? values.find((value) => value === 'POST')
        : undefined) ??
    values[0] ??
    ''
  );
}

function afterInput({ arm, event }: Message): boolean {
  return arm.events.some((input) => input.type === 'input' && input.kind !== 'scroll' && input.seq < event.seq);
}

/**
 * A canary of ours goes out although we only typed it. What was stopped as a submission after a press is the page's form at work,
 * not a leak; stopped without any press since the typing, it is one.
 */
function leaksTyped({ arm, message, found }: Sighting): boolean {
  const before = arm.events.filter((event) => event.type === 'input' && event.seq < message.event.seq);
  return found.some(({ canary, category }) => {
    const value = arm.canary[category];
    if (!canary || value === undefined) return false;
    const typed = before.findLast(
      (input) => input.type === 'input' && (input.kind === 'type' || input.kind === 'choose') && input.text?.includes(value),
    );
    if (!typed) return false;
    const submission = message.withheld?.reason === 'form' || message.withheld?.reason === 'submission';
    return !(submission && before.some((input) => input.type === 'input' && input.kind === 'tap' && input.seq > typed.seq));
  });
}

function uniqueBy<T extends FactDetails['transfer']['identifiers'][number]>(items: readonly T[]): T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

import type { Party } from '../../fact.ts';
import type { Leaf } from '../../../trace/leaves.ts';
import { isIdentifier, isTransientName } from '../../../trace/identifiers.ts';
import { type Message, scriptOf } from './messages.ts';
import type { NetArm, NetInput } from './net.ts';
import { traitOf } from './script-apis.ts';

/** Whether a value that goes out may be the print of the device: equal in every arm, since all arms run on one machine. */
export type PrintTest = (message: Message, leaf: Leaf) => boolean;

interface Reader {
  readonly arm: NetArm;
  readonly domain: string;
  readonly script: string;
  readonly since: number;
}

/** Long enough and without words: what a hash looks like. */
const HASH_LIKE = /^(?:[0-9a-fA-F]{16,128}|(?=(?:[^\d]*\d){3})(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{20,200}={0,2}|\d{16,40})$/;

/**
 * Values sent to whoever read the device before: by a script of a stranger that read one trait, or any script that read
 * enough to make a print. A value that stood in an address before the reading (a site key, a build) is the page's own.
 */
export function printTest(input: NetInput, partyAt: (url: string) => Party): PrintTest {
  const readers = input.arms.flatMap((arm) => readersIn(arm, partyAt));
  const known = new Map<string, boolean>();
  return (message, { key, value }) => {
    if (isTransientName(key) || !(HASH_LIKE.test(value) || isIdentifier({ key, value }))) return false;
    const reader = readers.find(
      ({ arm, domain, script, since }) =>
        arm === message.arm && since < message.event.seq && (message.party.domain === domain || message.initiator === script),
    );
    if (!reader) return false;
    const name = `${reader.arm.arm} ${reader.since} ${value}`;
    const before =
      known.get(name) ??
      reader.arm.events.some((event) => event.type === 'request' && event.seq < reader.since && event.url.includes(value));
    known.set(name, before);
    return !before;
  };
}

function readersIn(arm: NetArm, partyAt: (url: string) => Party): readonly Reader[] {
  const traits = new Map<string, Set<string>>();
  const readers = new Map<string, Reader>();
  for (const event of arm.events) {
    if (event.type !== 'script-api' || event.stage === 'read') continue;
    const trait = traitOf(event.api);
    const script = scriptOf({ url: null, stack: event.stack });
    if (!trait || !script) continue;
    const seen = (traits.get(script) ?? new Set()).add(trait[0]);
    traits.set(script, seen);
    const party = partyAt(script);
    const enough = trait[2] === 'alone' || seen.size > 1 || party.role !== 'first';
    if (enough && !readers.has(script)) readers.set(script, { arm, domain: party.domain, script, since: event.seq });
  }
  return [...readers.values()];
}

import type { Fact } from '../../fact.ts';
import { deriveContacts } from './contacts.ts';
import { printTest } from './fingerprints.ts';
import { deriveLimits } from './limits.ts';
import { messagesOf } from './messages.ts';
import { type NetInput, partyReader } from './net.ts';
import { derivePermissions } from './permissions.ts';
import { deriveResponseData } from './response-data.ts';
import { deriveScriptApis } from './script-apis.ts';
import { sightingsOf } from './sightings.ts';
import { deriveStored, keptIdentifiers } from './stored.ts';
import { deriveTransfers } from './transfers.ts';

/**
 * Everything the ledgers say about data: what left, who was contacted, what was kept, which interfaces and permissions were used,
 * what servers returned, and what bounded the view. Pure; equal visits give equal facts in equal order.
 */
export function deriveNetFacts(input: NetInput): Fact[] {
  const partyAt = partyReader(input);
  const sightings = sightingsOf(messagesOf(input, partyAt), keptIdentifiers(input, partyAt), printTest(input, partyAt));
  return [
    ...deriveTransfers(sightings),
    ...deriveContacts(sightings),
    ...deriveStored(input, partyAt),
    ...deriveScriptApis(input),
    ...derivePermissions(input),
    ...deriveResponseData(input, partyAt),
    ...deriveLimits(input, partyAt),
  ];
}

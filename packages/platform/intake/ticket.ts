import { seal, unseal } from '../vault/sealed.ts';
import type { Suite } from '../vault/suite.ts';
import { IntakeFault } from './fault.ts';

/**
 * Stands for an opened receipt between two pages, so that the receipt itself is typed once and lies nowhere: sealed by the server, holds
 * what finds the tips and the key that opens them, and is worth nothing after half an hour or with another secret.
 */
export interface OpenedReceipt {
  /** Keyed hash the receipt is filed under. */
  readonly lookup: Buffer;
  /** Key that opens the tip keys. */
  readonly key: Buffer;
  /** Instant (ms) at which the receipt had been used before; 0 = never. */
  readonly lastUsed: number;
}

const LIFE_MS = 30 * 60_000;
const PLACE = ['ticket', '1'];

export const sealTicket = (suite: Suite, secret: Uint8Array, { lookup, key, lastUsed }: OpenedReceipt, now = Date.now()): string => {
  const times = Buffer.alloc(16);
  times.writeBigUInt64BE(BigInt(now), 0);
  times.writeBigUInt64BE(BigInt(lastUsed), 8);
  return seal(suite, secret, Buffer.concat([times, lookup, key]), PLACE).toString('base64url');
};

/** Opens a ticket. Throws `session-needed` for one that is old, changed, or not ours. */
export const openTicket = (secret: Uint8Array, ticket: string, now = Date.now()): OpenedReceipt => {
  try {
    const plain = unseal(secret, Buffer.from(ticket.slice(0, 400), 'base64url'), PLACE);
    const age = now - Number(plain.readBigUInt64BE(0));
    if (plain.length === 80 && age <= LIFE_MS && age > -60_000) {
      return { lastUsed: Number(plain.readBigUInt64BE(8)), lookup: plain.subarray(16, 48), key: plain.subarray(48, 80) };
    }
  } catch {
    // Falls through: every ticket that does not open means the same.
  }
  throw new IntakeFault('session-needed');
};

import { suites } from './suites.ts';

/** What the public side needs beside public keys. With all of it nobody can open a tip; without it no receipt is found. */
export interface PortalSecrets {
  /** Files receipts under a keyed hash. */
  readonly lookup: Buffer;
  /** Draws the receipt of a form. */
  readonly draw: Buffer;
  /** Signs form tokens and hashes them for the unique index. */
  readonly form: Buffer;
  /** Seals the ticket between two pages of a follow-up. */
  readonly ticket: Buffer;
  /** Signs the challenges of the proof of work. */
  readonly challenge: Buffer;
}

/** Separate secrets out of the one key of the public side (32 bytes). Throws a RangeError for a key of another size. */
export const portalSecrets = (key: Uint8Array): PortalSecrets => {
  if (key.length !== 32) throw new RangeError('the key of the public side has 32 bytes');
  const of = (purpose: string) => suites.international.derive(key, Buffer.alloc(0), `liangjian/portal/${purpose}/1`);
  return { lookup: of('lookup'), draw: of('draw'), form: of('form'), ticket: of('ticket'), challenge: of('challenge') };
};

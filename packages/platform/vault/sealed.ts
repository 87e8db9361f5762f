import { randomBytes } from 'node:crypto';
import { VaultFault } from './fault.ts';
import type { Suite } from './suite.ts';
import { suiteByMark } from './suites.ts';

const NONCE = 12;
/** Sealed texts have lengths in steps, so that a length tells neither a short name from a long one nor a phone from an address. */
const STEP = 256;

/** What a sealed thing belongs to, e.g. `['tip', id, 'body']`. Bytes moved to another row do not open there. */
export type Place = readonly string[];

/** Unambiguous bytes of a place: the parts may hold any character. */
export const placeBytes = (place: Place): Buffer => Buffer.from(JSON.stringify(place), 'utf8');

/** Seals bytes with a key of 256 bits: mark of the suite ‖ nonce ‖ ciphertext and tag. */
export const seal = (suite: Suite, key: Uint8Array, plain: Uint8Array, place: Place): Buffer => {
  const nonce = randomBytes(NONCE);
  return Buffer.concat([Buffer.from([suite.mark]), nonce, suite.encrypt(key, nonce, plain, placeBytes(place))]);
};

/** Opens what `seal` made. Throws `vault-tampered` for another key, another place, or changed bytes. */
export const unseal = (key: Uint8Array, sealed: Uint8Array, place: Place): Buffer => {
  const suite = suiteByMark(sealed[0]);
  if (sealed.length < 1 + NONCE + suite.tagBytes) throw new VaultFault('vault-tampered');
  return suite.decrypt(key, sealed.subarray(1, 1 + NONCE), sealed.subarray(1 + NONCE), placeBytes(place));
};

/** Seals a JSON value, padded with spaces to the next step of length. */
export const sealJson = (suite: Suite, key: Uint8Array, value: unknown, place: Place): Buffer => {
  const text = Buffer.from(JSON.stringify(value), 'utf8');
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / STEP) * STEP, 0x20);
  text.copy(padded);
  return seal(suite, key, padded, place);
};

/** Opens what `sealJson` made. The caller checks the shape. Throws `vault-tampered`. */
export const unsealJson = (key: Uint8Array, sealed: Uint8Array, place: Place): unknown =>
  JSON.parse(unseal(key, sealed, place).toString('utf8'));

/** Wraps a key for a public key: mark of the suite ‖ box. */
export const wrapKey = (suite: Suite, publicKey: Uint8Array, key: Uint8Array, place: Place): Buffer =>
  Buffer.concat([Buffer.from([suite.mark]), suite.wrap(publicKey, key, placeBytes(place))]);

/** Opens what `wrapKey` made. Throws `vault-wrong-key`, or `vault-tampered` for an unknown suite. */
export const unwrapKey = (privateKey: Uint8Array, wrapped: Uint8Array, place: Place): Buffer =>
  suiteByMark(wrapped[0]).unwrap(privateKey, wrapped.subarray(1), placeBytes(place));

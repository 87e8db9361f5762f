import { randomBytes } from 'node:crypto';
import { VaultFault } from './fault.ts';

/** One share: its number (1–255) and as many bytes as the secret has. */
export interface Share {
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * Product in GF(256) with the polynomial of AES. Without tables and without branches on the operands: a table would be read at places
 * that the secret names, and the cache tells.
 */
const times = (left: number, right: number): number => {
  let product = 0;
  let factor = left;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= -((right >> bit) & 1) & factor;
    factor = ((factor << 1) ^ (-(factor >> 7) & 0x11b)) & 0xff;
  }
  return product;
};

/** The inverse is the 254th power. */
const inverse = (value: number): number => {
  let result = 1;
  for (let step = 0; step < 254; step += 1) result = times(result, value);
  return result;
};

/**
 * Splits a secret so that any `threshold` of `count` shares give it back and fewer say nothing about it.
 * Throws a RangeError unless 2 ≤ threshold ≤ count ≤ 255.
 */
export const splitSecret = (secret: Uint8Array, threshold: number, count: number): readonly Share[] => {
  if (!(Number.isInteger(threshold) && Number.isInteger(count) && threshold >= 2 && threshold <= count && count <= 255)) {
    throw new RangeError('a quorum needs 2 ≤ threshold ≤ count ≤ 255');
  }
  const coefficients = Array.from({ length: threshold - 1 }, () => randomBytes(secret.length));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const bytes = Buffer.from(
      secret.map(
        (constant, at) =>
          times(
            coefficients.reduceRight((sum, row) => times(sum, number) ^ (row[at] ?? 0), 0),
            number,
          ) ^ constant,
      ),
    );
    return { number, bytes };
  });
};

/**
 * Puts shares together. Fewer than the threshold, or a wrong one, give another secret: the caller must hold the result against
 * something (see `escrow.ts`). Throws `vault-quorum` for shares that cannot belong together.
 */
export const joinShares = (shares: readonly Share[]): Buffer => {
  const numbers = new Set(shares.map(({ number }) => number));
  const length = shares[0]?.bytes.length ?? 0;
  const fits = ({ number, bytes }: Share) => Number.isInteger(number) && number >= 1 && number <= 255 && bytes.length === length;
  if (shares.length < 2 || numbers.size !== shares.length || length === 0 || !shares.every(fits)) throw new VaultFault('vault-quorum');
  const weights = shares.map((own) =>
    shares.reduce((weight, other) => (other === own ? weight : times(weight, times(other.number, inverse(other.number ^ own.number)))), 1),
  );
  return Buffer.from(
    Array.from({ length }, (_, at) => shares.reduce((sum, share, index) => sum ^ times(share.bytes[at] ?? 0, weights[index] ?? 0), 0)),
  );
};

import { hash as digest } from 'node:crypto';
import { foldName } from './fold-name.ts';
import { bandsOf, type Pieces, piecesOf } from './likeness.ts';
import { readRegistration } from './uscc.ts';
import { type TouchpointKey, touchpointKey } from './touchpoint-key.ts';

/** What a tip says about whom it is about: nothing of who reported. */
export interface Marked {
  readonly operatorName: string | null;
  readonly uscc: string | null;
  /** Links, contents of codes, AppIDs. */
  readonly locators: readonly string[];
  readonly text: string;
}

export interface MarkTraits {
  readonly touchpoints: readonly TouchpointKey[];
  readonly pieces: Pieces;
  readonly uscc: string | null;
}

/** The traits of a tip in clear, for comparing texts that are open. */
export function traitsOf({ uscc, locators, text }: Marked): MarkTraits {
  const registration = uscc === null ? null : readRegistration(uscc);
  return {
    touchpoints: locators.map(touchpointKey).filter((key) => key !== null),
    pieces: piecesOf(text),
    uscc: registration === null || registration.kind === 'wrong' ? null : registration.code,
  };
}

/**
 * Marks under which a tip can be found while it is sealed: keyed hashes, one letter in front saying of what
 * (`u` code, `n` name, `b` brand, `t` touchpoint, `p` place, `x` band of the text). Without the key nothing can be guessed from them.
 */
export function marksOf(tip: Marked, key: Uint8Array): readonly string[] {
  const { touchpoints, pieces, uscc } = traitsOf(tip);
  const name = foldName(tip.operatorName ?? '');
  if (key.length !== 32) throw new RangeError('the key of the marks has 32 bytes');
  const salt = Buffer.from(hash(key, 's', 'bands'), 'base64url').readInt32LE(0);
  const plain = [
    ...(uscc === null ? [] : [['u', uscc]]),
    ...(name.key.length >= 2 ? [['n', name.key]] : []),
    ...(name.brand.length >= 2 ? [['b', name.brand]] : []),
    ...touchpoints.map(({ kind, key: locator }) => ['t', `${kind}:${locator}`]),
    ...touchpoints.flatMap(({ kind, place }) => (place === null ? [] : [['p', `${kind}:${place}`]])),
    ...bandsOf(pieces, salt).map((band) => ['x', band]),
  ];
  return [...new Set(plain.map(([letter = '', value = '']) => `${letter}${hash(key, letter, value)}`))];
}

/**
 * 72 bits are enough that two of a million marks do not meet by chance, and too few to be worth anything else. A plain hash behind a key
 * of fixed length does here what an HMAC does, because its end is cut off, and a tip has a dozen of them.
 */
const hash = (key: Uint8Array, letter: string, value: string): string =>
  digest('sha256', Buffer.concat([key, Buffer.from(`${letter}\0${value}`)]), 'base64url').slice(0, 12);

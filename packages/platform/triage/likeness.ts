/** A text as a set of hashes of its two-character pieces. */
export type Pieces = ReadonlySet<number>;

const MOST_TEXT = 8000;

/** Pieces of a text; signs, spaces, width and case do not count, figures of phone or order numbers neither. */
export function piecesOf(text: string): Pieces {
  const plain = text
    .slice(0, MOST_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d{5,}/g, '')
    .replace(/[^\p{Script=Han}a-z0-9]/gu, '');
  const pieces = new Set<number>();
  for (let at = 0; at + 1 < plain.length; at += 1) pieces.add(plain.charCodeAt(at) * 65_536 + plain.charCodeAt(at + 1));
  return pieces;
}

/** Share of pieces that two texts have in common (Jaccard), 0–1. Texts under eight pieces are too short to compare: 0. */
export function likeness(one: Pieces, other: Pieces): number {
  if (one.size < 8 || other.size < 8) return 0;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared += 1;
  return shared / (one.size + other.size - shared);
}

/** Sixteen bands of three: texts half alike share a band in 88 of 100 cases, a fifth alike in 12, a tenth alike in 2. */
const PER_BAND = 3;
export const BANDS = 16;
const HASHES = BANDS * PER_BAND;

/**
 * Minhash sketch in bands: texts that share a band are worth comparing. `salt` keeps a stored band from being guessed
 * by hashing likely texts; sketches compare only under the same salt.
 */
export function bandsOf(pieces: Pieces, salt: number): readonly string[] {
  if (pieces.size < 8) return [];
  const least = new Array<number>(HASHES).fill(0xffff_ffff);
  for (const piece of pieces)
    for (let at = 0; at < HASHES; at += 1) {
      const hash = mix(piece ^ Math.imul(at + 1, 0x9e37_79b1) ^ salt);
      if (hash < (least[at] ?? 0)) least[at] = hash;
    }
  return Array.from({ length: BANDS }, (_, band) => {
    const part = least.slice(band * PER_BAND, (band + 1) * PER_BAND);
    return `${band}-${part.map((value) => value.toString(36)).join('.')}`;
  });
}

/** Finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How alike two texts are that share so many bands: the likeliest value. */
export const likenessOfBands = (shared: number): number => (shared / BANDS) ** (1 / PER_BAND);

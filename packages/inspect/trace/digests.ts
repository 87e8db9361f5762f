import type { Digest, Needles } from './needles.ts';

/** Digests of the sought values in a text: hex of any case, also inside longer runs of hex, and base64. One pass. */
export function digestsIn(text: string, needles: Needles): readonly Digest[] {
  const found = new Set<Digest>();
  let run = 0;
  let tail = 0;
  for (let at = 0; at < text.length; at += 1) {
    const nibble = nibbleOf(text.charCodeAt(at));
    if (nibble < 0) {
      run = 0;
      continue;
    }
    run += 1;
    tail = ((tail << 4) | nibble) >>> 0;
    if (run < 16) continue;
    for (const digest of needles.digestsByTail.get(tail) ?? []) {
      const start = at + 1 - digest.hex.length;
      if (run < digest.hex.length || text.slice(start, at + 1).toLowerCase() !== digest.hex) continue;
      // Half an MD5 counts only when it stands alone: inside the whole one, the whole one is meant.
      if (digest.hex.length > 16 || (run === 16 && nibbleOf(text.charCodeAt(at + 1)) < 0)) found.add(digest);
    }
  }
  for (const [token] of text.matchAll(/[A-Za-z0-9+/_-]{21,}/g)) {
    const digest = needles.digestsByBase64.get(token.replaceAll('-', '+').replaceAll('_', '/'));
    if (digest) found.add(digest);
  }
  return [...found];
}

function nibbleOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

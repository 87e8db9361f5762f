/**
 * Canonical JSON after RFC 8785 (JCS): no white space, members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them. Whoever writes the same value writes the same bytes, so a digest can be recomputed with any JCS tool.
 * Throws on what has no canonical form: non-finite numbers, lone surrogates, undefined members, functions, big integers.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`no canonical form: ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('no canonical form: lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`no canonical form: ${typeof value}`);
  // The default sort order of strings is by UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
};

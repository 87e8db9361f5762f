/** Most texts remembered at once, and the longest: pages of one visit say the same words again and again. */
const MOST = 4096;
const LONGEST = 400;

/** A pure function of one text that remembers its answers. What it gives is shared: nobody may change it. */
export function memo<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    if (text.length > LONGEST) return of(text);
    const hit = known.get(text);
    if (hit) return hit.value;
    const value = of(text);
    // A hostile page may say something new in every node: start afresh instead of growing.
    if (known.size >= MOST) known.clear();
    known.set(text, { value });
    return value;
  };
}

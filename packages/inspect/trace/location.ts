/** Degrees: about 1.3 km, wide enough for the shift of Chinese map coordinates, narrow enough for open sea to be ours alone. */
const NEAR = 0.0125;

/** Is the pair of coordinates in the text, near each other, in either order, plain or shifted to the Chinese map datum? */
export function holdsLocation(text: string, { lat, lng }: { readonly lat: number; readonly lng: number }): 'plain' | 'shifted' | null {
  const numbers = [...text.matchAll(/-?\d{1,3}\.\d{2,}/g)].map(([number], at) => ({ number, value: Number(number), at }));
  const lats = numbers.filter(({ value }) => Math.abs(value - lat) < NEAR);
  const pair = lats.flatMap((one) =>
    numbers.filter((two) => Math.abs(two.at - one.at) <= 3 && Math.abs(two.value - lng) < NEAR).map((two) => ({ one, two })),
  )[0];
  if (!pair) return null;
  const exact =
    Math.abs(pair.one.value - lat) < 0.006 && Math.abs(pair.two.value - lng) < 0.006 && String(lat).startsWith(pair.one.number.slice(0, 6));
  return exact ? 'plain' : 'shifted';
}

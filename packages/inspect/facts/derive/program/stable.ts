import type { Place } from '../../../collectors/miniprogram/model/program-model.ts';

/**
 * What makes a spot the same in the next version of a program: file and words of the line, never its number,
 * so that a baseline holds when lines are added above. The counter tells equal lines of one file apart.
 */
export function spotKeeper(): (what: string, place: Place) => (string | number)[] {
  const met = new Map<string, number>();
  return (what, place) => {
    const key = `${what}\0${place.file}\0${place.quote}`;
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return [what, place.file, place.quote, nth];
  };
}

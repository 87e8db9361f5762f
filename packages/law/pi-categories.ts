import { type PiCategoryFacts, piCategories } from './pi-categories.data.ts';
import type { PiCategory } from './pi-category.ts';

const byId: ReadonlyMap<string, PiCategoryFacts> = new Map(piCategories.map((one) => [one.id, one]));

/** Label, criminal class and sensitivity of a category. Throws a RangeError for an id outside the house's list. */
export function piCategory(id: PiCategory): PiCategoryFacts {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`unknown category of personal information ${String(id)}`);
  return found;
}

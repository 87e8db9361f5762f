import type { ErrorEntry } from './error-entry.ts';
import { errorCatalogue } from './errors.data.ts';

const byCode: ReadonlyMap<string, ErrorEntry> = new Map(errorCatalogue.map((entry) => [entry.code, entry]));

/** Entry of the catalogue. Throws a RangeError for an unknown code, so that no error reaches a person without its texts. */
export function errorEntry(code: string): ErrorEntry {
  const entry = byCode.get(code);
  if (entry === undefined) throw new RangeError(`error code ${code} is not in the catalogue`);
  return entry;
}

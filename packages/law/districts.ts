import { type District, districts } from './districts.data.ts';

const byCode: ReadonlyMap<string, District> = new Map(districts.map((district) => [district.code, district]));

/** District that is responsible today for a code, old codes followed to their successor. Undefined outside Shanghai. */
export function districtOf(code: string): District | undefined {
  const found = byCode.get(code);
  return found?.mergedInto ? byCode.get(found.mergedInto) : found;
}

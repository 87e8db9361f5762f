import { expect, test } from 'vitest';
import { districts } from './districts.data.ts';
import { districtOf } from './districts.ts';

test('sixteen districts and one city', () => {
  expect(districts.filter((one) => one.kind === 'district')).toHaveLength(16);
  expect(districts.filter((one) => one.kind === 'city')).toHaveLength(1);
});

test('old codes lead to the district of today', () => {
  expect(districtOf('310108')?.name.zh).toBe('静安区');
  expect(districtOf('310230')?.code).toBe('310151');
  expect(districtOf('310115')?.name.en).toBe('Pudong New Area');
  expect(districtOf('110101')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { hostOf, steady, steadyPath } from './net.ts';

test.each([
  ['Hm_lvt_a81bc81bdead4e5dabff90865d1e13b5', 'Hm_lvt_*'],
  ['seen_1700000012ab', 'seen_*'],
  ['6f9619ff-8b86-d011-b42d-00c04fc964ff', '*'],
  ['k3j9x0q2zz1p', '*'],
  ['sensorsdata2015jssdkcross', 'sensorsdata2015jssdkcross'],
  ['UM_distinctid', 'UM_distinctid'],
  ['user.phone', 'user.phone'],
  ['facade', 'facade'],
])('%s is kept as %s', (text, kept) => {
  expect(steady(text)).toBe(kept);
});

test('paths and hosts lose ids, not words; an address keeps its port', () => {
  expect(steadyPath('/api/v2/orders/20260101123/items/a81bc81bdead4e5d')).toBe('/api/v2/orders/*/items/*');
  expect(hostOf('https://a81bc81bdead4e5d.t.cn:8443/x')).toBe('*.t.cn');
  expect(hostOf('http://203.0.113.9:8080/')).toBe('203.0.113.9:8080');
  expect(hostOf('data:,x')).toBe('');
});

import { describe, expect, test } from 'vitest';
import { findScene, requirementsFor, sceneActiveIn, sceneChain } from './scenes.ts';

const ids = (scene: string | null, channel: string | null = null) => requirementsFor(scene, channel).map((row) => row.id);

describe('scenes', () => {
  test('a national scene takes over the rows of the Shanghai scenes behind it', () => {
    expect(sceneChain('N1').map((scene) => scene.code)).toEqual(['N1', 'S12', 'S10']);
    expect(ids('N1')).toEqual(expect.arrayContaining(['G01', 'J01', 'P01']));
  });

  test('other car parks owe what mall car parks owe', () => {
    expect(ids('S13')).toEqual(ids('S2'));
  });

  test('the channel drops rows of other channels and keeps those of the chain', () => {
    expect(ids('S1', 'dine-in')).toEqual(expect.arrayContaining(['A01', 'A02', 'A09', 'A10']));
    expect(ids('S1', 'dine-in')).not.toContain('A08');
    expect(ids('S1', 'delivery')).not.toContain('A01');
    expect(ids('S1')).toEqual(expect.arrayContaining(['A01', 'A07', 'A08']));
  });

  test('without a scene only the 57 common rows hold', () => {
    expect(ids(null)).toHaveLength(57);
  });

  test('years and unknown codes', () => {
    const vending = findScene('S12');
    expect(vending && [2023, 2024, 2026].map((year) => sceneActiveIn(vending, year))).toEqual([false, true, true]);
    expect(() => sceneChain('S99')).toThrow(RangeError);
    expect(() => requirementsFor('constructor')).toThrow(RangeError);
  });
});

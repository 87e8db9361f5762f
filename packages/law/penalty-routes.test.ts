import { describe, expect, test } from 'vitest';
import { penaltyRanges } from './penalties.data.ts';
import { penaltyRange, routesFor } from './penalty-routes.ts';

const offered = (...input: Parameters<typeof routesFor>) => routesFor(...input).offered.map(({ route }) => route.id);

describe('routesFor', () => {
  test('a district may not choose PIPL 66(2), the municipality may', () => {
    for (const kind of ['K1', 'K2', 'K3', 'K4', 'K5', 'R'] as const) {
      expect(offered(kind, '2026-11-24', 'district')).not.toContain('pipl-2');
      expect(offered(kind, '2026-11-24', 'municipal')).toContain('pipl-2');
      expect(routesFor(kind, '2026-11-24', 'district').closed.map(({ route }) => route.id)).toContain('pipl-2');
    }
  });

  test('old CSL 64 is open for acts of 2025 and closed from 2026', () => {
    expect(offered('K1', '2025-12-31', 'district')).toContain('csl-old');
    expect(offered('K1', '2026-01-01', 'district')).not.toContain('csl-old');
  });

  test('the security fine of the amended CSL and police detention start on 2026-01-01', () => {
    expect(offered('K3', '2025-12-31', 'district')).not.toContain('csl-61');
    expect(offered('K3', '2026-01-01', 'district')).toContain('csl-61');
    expect(offered('K2', '2025-12-31', 'district')).not.toContain('psapl-56');
    expect(offered('K2', '2026-01-01', 'district')).toContain('psapl-56');
  });

  test('every second-kind case shows both ways to the police', () => {
    const transfers = routesFor('K2', '2026-11-24', 'district').offered.filter(({ route }) => route.track === 'transfer');
    expect(transfers.map(({ route }) => route.id)).toEqual(['psapl-56', 'crime-253-1']);
  });

  test('market supervision and the departments for personal information are both offered: the officer chooses', () => {
    const tracks = routesFor('K1', '2026-11-24', 'district').offered.map(({ route }) => route.track);
    expect(tracks).toEqual(expect.arrayContaining(['R1', 'R2']));
  });

  test('only articles of the day are offered', () => {
    const now = routesFor('K1', '2026-11-24', 'district');
    expect(now.violated).toContain('CSL:43');
    expect(now.violated).not.toContain('CSL-old:41');
    const before = routesFor('K1', '2024-06-30', 'district');
    expect(before.violated).toContain('CSL-old:41');
    expect(before.violated).not.toContain('IR:23');
    expect(before.offered.find(({ route }) => route.id === 'cpl')?.via).toEqual(['CPL:56(1)(9)', 'CPR:14']);
    expect(before.closed.map(({ route }) => route.id)).toContain('ndr');
  });

  test('advertising is adjacent law with its own fine', () => {
    expect(offered('none', '2026-11-24', 'district')).toEqual(['ad-62-2']);
  });
});

describe('penalty ranges', () => {
  test('amounts are whole fen and ordered', () => {
    for (const range of penaltyRanges) {
      for (const fine of range.tiers.flatMap((tier) => [tier.fine, tier.persons])) {
        if (fine === null) continue;
        const { minFen, maxFen } = fine;
        if (minFen !== null) expect(Number.isSafeInteger(minFen), range.code).toBe(true);
        if (maxFen !== null) expect(Number.isSafeInteger(maxFen), range.code).toBe(true);
        if (minFen !== null && maxFen !== null) expect(minFen, range.code).toBeLessThan(maxFen);
      }
    }
  });

  test('known amounts', () => {
    expect(penaltyRange('P-CPL56').tiers[1]?.fine?.maxFen).toBe(50_000_000);
    expect(penaltyRange('P-PIPL66-2').tiers[0]?.fine).toMatchObject({ maxFen: 5_000_000_000, turnoverPercentMax: 5 });
    expect(() => penaltyRange('P-none')).toThrow(RangeError);
  });
});

test('a refusal that ends in a leak is shown as a matter for the police', () => {
  expect(offered('K3', '2026-11-24', 'district')).toContain('crime-286-1');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, gap, holds, intersect, shareInside, union } from './box.ts';

const box = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 1, max: 500 }),
  height: fc.integer({ min: 1, max: 500 }),
});

describe('boxes', () => {
  it('meet in a part of both and lie in their union', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const common = intersect(a, b);
        const whole = union([a, b]);
        expect(intersect(b, a)).toEqual(common);
        if (common) {
          expect(area(common)).toBeLessThanOrEqual(Math.min(area(a), area(b)));
          expect(holds(a, common.x, common.y) && holds(b, common.x, common.y)).toBe(true);
          expect(gap(a, b)).toBe(0);
        }
        expect(whole && shareInside(a, whole)).toBe(1);
      }),
    );
  });

  it('know their distance', () => {
    expect(gap({ x: 0, y: 0, width: 10, height: 10 }, { x: 13, y: 14, width: 1, height: 1 })).toBe(5);
    expect(union([])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { contrastRatio, gradientColours, over, parseColour } from './colour.ts';

describe('parseColour', () => {
  it('reads the forms a browser computes', () => {
    expect(parseColour('rgb(255, 0, 10)')).toEqual({ r: 255, g: 0, b: 10, a: 1 });
    expect(parseColour('rgba(0, 0, 0, 0.5)')).toEqual({ r: 0, g: 0, b: 0, a: 0.5 });
    expect(parseColour('color(srgb 1 0.5 0 / 0.25)')).toEqual({ r: 255, g: 127.5, b: 0, a: 0.25 });
    const white = parseColour('oklch(1 0 0)');
    expect(Math.round(white?.r ?? 0)).toBe(255);
    const red = parseColour('oklch(0.628 0.2577 29.23)');
    expect([red?.r, red?.g, red?.b].map((v) => Math.round((v ?? 0) / 10))).toEqual([26, 0, 0]);
  });

  it('says null for what it cannot read', () => {
    expect([parseColour(''), parseColour('lab(50 1 2)'), parseColour('rgb(a, b, c)')]).toEqual([null, null, null]);
  });
});

describe('contrastRatio', () => {
  it('gives the WCAG figures', () => {
    const black = { r: 0, g: 0, b: 0, a: 1 };
    const white = { r: 255, g: 255, b: 255, a: 1 };
    expect(contrastRatio(black, white)).toBeCloseTo(21);
    expect(contrastRatio({ r: 119, g: 119, b: 119, a: 1 }, white)).toBeCloseTo(4.48, 2);
    expect(contrastRatio(white, white)).toBe(1);
  });
});

describe('over and gradientColours', () => {
  it('lays a half-transparent colour on another', () => {
    expect(over({ r: 0, g: 0, b: 0, a: 0.5 }, { r: 255, g: 255, b: 255, a: 1 })).toEqual({ r: 127.5, g: 127.5, b: 127.5, a: 1 });
  });

  it('finds the stops of a gradient', () => {
    expect(gradientColours('linear-gradient(90deg, rgb(1, 2, 3) 0%, rgba(4, 5, 6, 0.5) 100%)')).toEqual([
      { r: 1, g: 2, b: 3, a: 1 },
      { r: 4, g: 5, b: 6, a: 0.5 },
    ]);
  });
});

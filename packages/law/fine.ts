import type { Fine } from './penalty.ts';

/** Fen in a yuan. */
export const YUAN = 100;

/** Fine between two amounts given in yuan; stored in fen. */
export function between(minYuan: number | null, maxYuan: number): Fine {
  return { minFen: minYuan === null ? null : minYuan * YUAN, maxFen: maxYuan * YUAN, gainsMultiple: null, turnoverPercentMax: null };
}

/** Fine as a multiple of the illegal gains. */
export const gains = (min: number, max: number): Fine => ({
  minFen: null,
  maxFen: null,
  gainsMultiple: { min, max },
  turnoverPercentMax: null,
});

import { generalPenalties } from './penalties-general.data.ts';
import { specialPenalties } from './penalties-special.data.ts';
import type { PenaltyRange } from './penalty.ts';

/** Every penalty range. */
export const penaltyRanges: readonly PenaltyRange[] = [...generalPenalties, ...specialPenalties];

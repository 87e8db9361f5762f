import type { Box } from '../../facts/fact.ts';

/** Words somebody (a person, a recogniser) read in a picture, by node of the picture; boxes in viewport CSS pixels. */
export type Recognised = ReadonlyMap<number, readonly RecognisedWord[]>;

export interface RecognisedWord {
  readonly text: string;
  readonly box: Box;
}

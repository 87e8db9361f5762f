import type { Text } from './text.ts';

/** One error a person can meet, and what to do next. */
export interface ErrorEntry {
  readonly code: string;
  /** HTTP status when a server answers with it; null for errors of the command line only. */
  readonly httpStatus: number | null;
  /** Exit status of the command line: 2 = nothing could be inspected or verified, 3 = done in part. */
  readonly exitStatus: 2 | 3;
  readonly text: Text;
  readonly nextStep: Text;
}

/** A row of the catalogue: HTTP status (null when it is never told by HTTP), exit status, text and next step in Chinese and English. */
export type ErrorRow = readonly [
  code: string,
  httpStatus: number | null,
  exitStatus: 2 | 3,
  zh: string,
  en: string,
  nextZh: string,
  nextEn: string,
];

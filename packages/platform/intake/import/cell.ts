import type { Text } from '@liangjian/law';

/** One cell as it stands in the file. `number` and `date` come from XLSX only; a CSV knows nothing but text. */
export interface Cell {
  /** Text of the cell; of a number its digits as written in the file, of a date `YYYY-MM-DD HH:MM:SS`. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'error';
}

export interface SheetRow {
  /** Line of the text file or row of the sheet, from 1, as an editor shows it. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Something a person has to put right before (or may look at after) an import. */
export interface RowProblem {
  readonly line: number;
  /** Name of the column in the file; null when the whole row is meant. */
  readonly column: string | null;
  /** `error`: the row is not imported. `warning`: it is, but look at it. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly text: Text;
  /** What to do about it. */
  readonly next: Text;
}

/** What a file may hold; beyond it the file is refused, never cut silently. */
export const importLimits = {
  bytes: 128 * 1024 * 1024,
  rows: 200_000,
  columns: 256,
  /** Characters of a cell, as in Excel. */
  cell: 32_767,
  /** Characters of a row of a CSV, quotes included. */
  record: 1024 * 1024,
} as const;

/** A file that cannot be read at all, or not further. `code` stands in the error catalogue. */
export class ImportFileError extends Error {
  readonly code: string;
  readonly line: number | null;
  readonly detail: Text;
  constructor(code: string, detail: Text, line: number | null = null) {
    super(detail.en);
    this.name = 'ImportFileError';
    this.code = code;
    this.detail = detail;
    this.line = line;
  }
}

/** A file that can be opened more than once: once to look at it, once to read it. */
export interface ImportSource {
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

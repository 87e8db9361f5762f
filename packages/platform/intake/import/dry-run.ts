import type { Text } from '@liangjian/law';
import { type ColumnMap } from './column-map.ts';
import { ImportFileError, type ImportSource, type RowProblem } from './cell.ts';
import { type ReadOrdersOptions, readOrders } from './read-orders.ts';

/** Problems that are listed; the rest is counted. */
const LISTED = 1000;

export interface DryRun {
  /** Rows of data that were looked at. */
  readonly rows: number;
  /** Orders that an import would bring in. */
  readonly fresh: number;
  /** Orders that are in already: an import leaves them alone. */
  readonly known: number;
  readonly failed: number;
  readonly problems: readonly RowProblem[];
  /** How often each problem occurs, listed or not. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where the file breaks off, if it does: nothing behind that line was read. */
  readonly brokenAt: { readonly code: string; readonly line: number | null; readonly text: Text } | null;
}

export interface DryRunOptions extends ReadOrdersOptions {
  /** Which of these order numbers of the channel are in already. Asked in lots. */
  readonly known: (numbers: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Told after every lot: rows so far. */
  readonly progress?: (rows: number) => void;
}

const LOT = 500;

/** Goes through the whole file without writing anything, and tells every row that would not come in and why. */
export async function dryRun(source: ImportSource, map: ColumnMap, options: DryRunOptions): Promise<DryRun> {
  const [problems, counts]: [RowProblem[], Record<string, number>] = [[], {}];
  const count = { rows: 0, fresh: 0, known: 0, failed: 0 };
  let lot: string[] = [];
  let brokenAt: DryRun['brokenAt'] = null;
  const settle = async (): Promise<void> => {
    const known = lot.length === 0 ? new Set() : await options.known(lot);
    count.known += known.size;
    count.fresh += lot.length - known.size;
    lot = [];
    options.progress?.(count.rows);
  };
  try {
    for await (const { order, problems: found } of readOrders(source, map, options)) {
      count.rows += 1;
      for (const one of found) {
        counts[one.code] = (counts[one.code] ?? 0) + 1;
        if (problems.length < LISTED) problems.push(one);
      }
      if (order === null) count.failed += 1;
      else lot.push(order.orderNumber);
      if (lot.length >= LOT) await settle();
    }
  } catch (error) {
    if (!(error instanceof ImportFileError) || count.rows === 0) throw error;
    brokenAt = { code: error.code, line: error.line, text: error.detail };
  }
  await settle();
  return { ...count, problems, counts, brokenAt };
}

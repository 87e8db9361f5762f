import { type ColumnMap, applyMap } from './column-map.ts';
import { ImportFileError, type ImportSource, type RowProblem } from './cell.ts';
import { openOrders } from './open-orders.ts';
import type { ImportedOrder } from './order.ts';
import { problem } from './problems.ts';
import { readOrder } from './read-order.ts';

export interface ReadOrder {
  readonly line: number;
  /** Null when the row cannot be imported. */
  readonly order: ImportedOrder | null;
  readonly problems: readonly RowProblem[];
}

export interface ReadOrdersOptions {
  /** Day of the import in Shanghai. */
  readonly today: string;
  readonly sheet?: string;
  readonly headerLine?: number;
}

/**
 * Reads a file by a saved map, row by row. Throws an ImportFileError when the file or the map does not fit, or where the file breaks off;
 * rows before the break were yielded.
 */
export async function* readOrders(source: ImportSource, map: ColumnMap, options: ReadOrdersOptions): AsyncGenerator<ReadOrder> {
  const { header, rows } = await openOrders(source, options);
  const applied = applyMap(map, header);
  if (!applied.ok) {
    await rows.return(undefined);
    throw new ImportFileError('import-map-misfit', {
      zh: applied.faults.map(({ zh }) => zh).join('；'),
      en: applied.faults.map(({ en }) => en).join('; '),
    });
  }
  const rules = { channel: map.channel, defaultKind: map.defaultKind, at: applied.at, names: header.names, today: options.today };
  const seen = new Set<string>();
  for await (const row of rows) {
    const { order, problems } = readOrder(row, rules);
    if (order !== null && seen.has(order.orderNumber)) {
      const column = header.names[applied.at.get('order-number') ?? -1] ?? null;
      yield { line: row.line, order: null, problems: [...problems, problem('number-twice', row.line, column)] };
      continue;
    }
    if (order !== null) seen.add(order.orderNumber);
    yield { line: row.line, order, problems };
  }
}

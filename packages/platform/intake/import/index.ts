export { type Cell, ImportFileError, importLimits, type ImportSource, type RowProblem, type SheetRow } from './cell.ts';
export { applyMap, type ColumnMap, columnMapSchema, type SuggestedMap, suggestMap } from './column-map.ts';
export { type DryRun, type DryRunOptions, dryRun } from './dry-run.ts';
export { fileSource } from './file-source.ts';
export { type OpenedOrders, openOrders } from './open-orders.ts';
export { type FieldFacts, type ImportedOrder, type OrderChannel, type OrderField, orderFields } from './order.ts';
export { type ReadOrder, readOrders } from './read-orders.ts';

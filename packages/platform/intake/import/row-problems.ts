import { type Db, within, workerContext } from '../../store/index.ts';
import type { RowProblem } from './cell.ts';
import { problem, type ProblemCode } from './problems.ts';

/** What was wrong with rows of a batch, by line, in words; at most `limit` rows. */
export async function rowProblems(db: Db, batch: string, limit = 1000): Promise<readonly RowProblem[]> {
  const rows = await within(db, workerContext, (tx) =>
    tx
      .selectFrom('app.import_row')
      .select(['line', 'problems'])
      .where('batch', '=', batch)
      .where('problems', '<>', '[]')
      .orderBy('line')
      .limit(limit)
      .execute(),
  );
  return rows.flatMap(({ line, problems }) =>
    (problems as readonly { code: ProblemCode; column: string | null }[]).map(({ code, column }) => problem(code, line, column)),
  );
}

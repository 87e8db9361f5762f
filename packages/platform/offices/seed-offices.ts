import { type Db, logInContext, within } from '../store/index.ts';
import { officeSeeds } from './offices.data.ts';

/** Puts in the offices that are missing; one that an administrator has changed stays as it is. Returns the number put in. */
export async function seedOffices(db: Db): Promise<number> {
  const rows = officeSeeds.map(({ id, line, level, district, zh, en, superior }) => ({
    id,
    line,
    level,
    district,
    name_zh: zh,
    name_en: en,
    superior,
  }));
  return within(db, logInContext, async (tx) => {
    const put = await tx
      .insertInto('app.office')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return Number(put.numInsertedOrUpdatedRows ?? 0);
  });
}

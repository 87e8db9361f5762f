import { sql } from 'kysely';
import type { Db } from '../store/connect.ts';

/** One filing as the database takes it. */
export interface Filing {
  /** Keyed hash of its receipt, in hexadecimal: the context it is written in. */
  readonly receipt: string;
  /** Hash of its form: filings of one statement are written in this order. */
  readonly once: string;
  readonly filed: Readonly<Record<string, unknown>>;
  readonly audit: readonly unknown[];
}

interface Waiting {
  readonly filing: Filing;
  readonly done: (numbers: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Filings in one statement, and statements at a time: enough to share what a commit costs, few enough to be quick. */
const MOST = 16;
const AT_A_TIME = 2;

interface Line {
  readonly waiting: Waiting[];
  running: number;
}
const lines = new WeakMap<Db, Line>();

/**
 * Writes a filing; gives the numbers of its tips once they are committed. What comes in while others are being written waits for them and
 * is written together. When such a statement fails, each filing is tried alone, so that nobody fails for the fault of another.
 */
export const writeFiling = (db: Db, filing: Filing): Promise<readonly string[]> => {
  const line = lines.get(db) ?? { waiting: [], running: 0 };
  lines.set(db, line);
  return new Promise((done, failed) => {
    line.waiting.push({ filing, done, failed });
    drain(db, line);
  });
};

const drain = (db: Db, line: Line): void => {
  while (line.running < AT_A_TIME && line.waiting.length > 0) {
    const batch = line.waiting.splice(0, MOST);
    line.running += 1;
    void writeBatch(db, batch).finally(() => {
      line.running -= 1;
      drain(db, line);
    });
  }
};

const writeBatch = async (db: Db, batch: readonly Waiting[]): Promise<void> => {
  const sorted = batch.toSorted((left, right) => (left.filing.once < right.filing.once ? -1 : 1));
  try {
    const numbers = await together(
      db,
      sorted.map(({ filing }) => filing),
    );
    sorted.forEach(({ done }, at) => done(numbers[at] ?? []));
  } catch (error) {
    const [only, ...others] = sorted;
    if (others.length === 0) only?.failed(error);
    else
      await Promise.all(sorted.map(({ filing, done, failed }) => together(db, [filing]).then((numbers) => done(numbers[0] ?? []), failed)));
  }
};

/** A statement is a transaction of its own. The functions enter the context of each filing themselves: a round trip costs more than what it does. */
const together = async (db: Db, filings: readonly Filing[]): Promise<readonly (readonly string[])[]> => {
  const all = {
    filings: filings.map(({ receipt, filed }) => ({ receipt, filed: { ...filed, audit: [] } })),
    audit: filings.flatMap(({ audit }) => audit),
  };
  const { rows } = await sql<{ numbers: string[][] }>`select app.file_tips_at_once(${JSON.stringify(all)}::jsonb) as numbers`.execute(db);
  return rows[0]?.numbers ?? [];
};

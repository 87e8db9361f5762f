import type { Text } from '@liangjian/law';
import type { Tx } from '../store/index.ts';
import { calendarOf } from './calendar-store.ts';
import { type ClockRow, factsOf } from './clock-row.ts';
import { type ClockStory, explainClock } from './explain.ts';
import { reckon } from './reckon.ts';

export interface ShownClock extends ClockStory {
  readonly id: string;
  readonly rule: string;
  readonly state: ClockRow['state'];
  readonly earliest: string;
  readonly rolled: string;
  readonly working: string;
  readonly provisional: boolean;
  readonly version: number;
  /** Why it ended without being fulfilled; null otherwise. */
  readonly cancelled: Text | null;
}

const CANCELLED: Readonly<Record<string, Text>> = {
  'new-facts': { zh: '同一举报人补充新的事实，期限重新计算', en: 'started anew because the same reporter gave new facts' },
  'import-undone': { zh: '导入已撤销', en: 'the import was undone' },
};

/**
 * The clocks of a tip as an officer sees them, each with its story; the open ones first. `at` is a day or an instant in Shanghai.
 * What is shown follows from the stored facts, never from remembered sentences.
 */
export async function tipClocks(tx: Tx, tip: string, at: string): Promise<readonly ShownClock[]> {
  const rows = await tx.selectFrom('app.clock').selectAll().where('tip', '=', tip).orderBy('started_at').orderBy('slot').execute();
  const calendar = await calendarOf(tx);
  const names = await namesOf(tx, rows);
  const shown = rows.flatMap((row): ShownClock[] => {
    const facts = factsOf(row);
    const reckoned = reckon(facts, calendar);
    if (reckoned === null) return [];
    const story = explainClock({
      facts,
      reckoned,
      startedBy: row.started_by,
      metOn: row.met_on,
      at,
      calendar,
      nameOf: (officer) => names.get(officer) ?? officer,
    });
    const { earliest, rolled, working, provisional } = reckoned.columns;
    const cancelled = row.state === 'cancelled' ? (CANCELLED[row.stop_why ?? ''] ?? { zh: '已取消', en: 'cancelled' }) : null;
    return [
      { ...story, id: row.id, rule: row.rule, state: row.state, earliest, rolled, working, provisional, version: row.version, cancelled },
    ];
  });
  const isOpen = ({ state }: ShownClock): boolean => state === 'running' || state === 'paused';
  return [...shown.filter(isOpen), ...shown.filter((clock) => !isOpen(clock))];
}

/** Names of the officers who paused or extended, as far as the reader may see them. */
async function namesOf(tx: Tx, rows: readonly ClockRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    rows.flatMap((row) => [
      ...factsOf(row).pauses.flatMap(({ by, endedBy }) => [by, endedBy ?? by]),
      ...factsOf(row).extensions.map(({ by }) => by),
    ]),
  );
  const known = [...ids].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (known.length === 0) return new Map();
  const officers = await tx.selectFrom('app.officer').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(officers.map(({ id, name }) => [id, name]));
}

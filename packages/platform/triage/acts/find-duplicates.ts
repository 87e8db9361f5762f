import { daysBetween, type Text } from '@liangjian/law';
import { sql } from 'kysely';
import { found } from '../../command/index.ts';
import type { Tx } from '../../store/index.ts';
import type { DuplicateReason } from '../duplicates.ts';
import { likenessOfBands } from '../likeness.ts';

export interface SealedDuplicate {
  readonly tip: string;
  readonly number: string;
  readonly office: string;
  readonly receivedOn: string;
  readonly state: string;
  /** 0–100, from marks alone; texts are compared exactly when somebody opens both (`findDuplicates`). */
  readonly score: number;
  readonly reasons: readonly Omit<DuplicateReason, 'points'>[];
  readonly linked: boolean;
}

const NAMES: Readonly<Record<string, { readonly on: DuplicateReason['on']; readonly points: number; readonly text: Text }>> = {
  u: { on: 'uscc', points: 40, text: { zh: '统一社会信用代码相同', en: 'the same social credit code' } },
  n: { on: 'name', points: 30, text: { zh: '店名相同', en: 'the same name' } },
  b: { on: 'name', points: 15, text: { zh: '同一品牌', en: 'the same brand' } },
  t: { on: 'touchpoint', points: 40, text: { zh: '同一网址、小程序或者二维码', en: 'the same address, mini-program or code' } },
  p: { on: 'place', points: 25, text: { zh: '同一店铺的二维码或者网页', en: 'a code or page of the same place' } },
};
/** Of two marks about one thing only the stronger counts. */
const WEAKER: Readonly<Record<string, string>> = { b: 'n', p: 't' };

/**
 * Tips that share marks with this one, as far as the context sees them, the likeliest first. Opens nothing.
 * Goes by the index of marks, so that the number of tips does not matter. Throws `not-found`.
 */
export async function findSealedDuplicates(tx: Tx, tip: string, days = 365, most = 20): Promise<readonly SealedDuplicate[]> {
  const mine = found(
    await tx
      .selectFrom('app.tip')
      .select(['id', 'marks', 'operator', 'touchpoint', 'received_on'])
      .where('id', '=', tip)
      .executeTakeFirst(),
  );
  const { rows } = await sql<Candidate>`
    select t.id, t.number, t.office, t.received_on as "receivedOn", t.state, t.marks, t.operator, t.touchpoint,
      exists (select from app.tip_link l where l.undone_at is null and l.one = least(t.id, ${tip}::uuid) and l.other = greatest(t.id, ${tip}::uuid)) as linked
    from app.tip t
    where t.id <> ${tip}::uuid and t.state <> 'import-undone'
      and t.received_on between ${mine.received_on}::date - ${days}::int and ${mine.received_on}::date + ${days}::int
      and ((t.marks && ${mine.marks}::text[] and t.marks <> '{}') or t.operator = ${mine.operator}::uuid or t.touchpoint = ${mine.touchpoint}::uuid)
    limit 500`.execute(tx);
  return rows
    .map((row) => offer(row, mine))
    .filter(({ score }) => score >= 25)
    .sort((one, other) => other.score - one.score || (one.tip < other.tip ? -1 : 1))
    .slice(0, most);
}

interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly office: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly marks: readonly string[];
  readonly operator: string | null;
  readonly touchpoint: string | null;
  readonly linked: boolean;
}

function offer(
  row: Candidate,
  mine: Pick<Candidate, 'marks' | 'operator' | 'touchpoint'> & { readonly received_on: string },
): SealedDuplicate {
  const shared = row.marks.filter((mark) => mine.marks.includes(mark));
  const letters = new Set(shared.map((mark) => mark.slice(0, 1)));
  const reasons: Omit<DuplicateReason, 'points'>[] = [];
  let score = 0;
  const add = (on: DuplicateReason['on'], points: number, text: Text): void => {
    reasons.push({ on, text });
    score += points;
  };
  if (row.operator !== null && row.operator === mine.operator) add('operator', 40, { zh: '同一经营者', en: 'the same operator' });
  for (const letter of letters) {
    const name = NAMES[letter];
    if (name === undefined || letters.has(WEAKER[letter] ?? '')) continue;
    if (name.on === 'uscc' && reasons.some(({ on }) => on === 'operator')) continue;
    add(name.on, name.points, name.text);
  }
  const bands = shared.filter((mark) => mark.startsWith('x')).length;
  if (bands > 0) {
    const like = likenessOfBands(bands);
    add('text', Math.round(like * 45), {
      zh: `内容相似（约${Math.round(like * 100)}%）`,
      en: `the texts are alike (about ${Math.round(like * 100)}%)`,
    });
  }
  const apart = Math.abs(daysBetween(mine.received_on, row.receivedOn));
  if (reasons.length > 0 && apart <= 30)
    add('time', Math.round(10 * (1 - apart / 30)), {
      zh: apart === 0 ? '同一天收到' : `相隔${apart}天收到`,
      en: apart === 0 ? 'received on the same day' : `received ${apart} day${apart === 1 ? '' : 's'} apart`,
    });
  const { id, number, office, receivedOn, state, linked } = row;
  return { tip: id, number, office, receivedOn, state, linked, score: Math.min(100, score), reasons };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { readReceipt } from '../vault/receipt.ts';
import { suites } from '../vault/suites.ts';
import { fileTip } from './file-tip.ts';
import { appendUpload, beginUpload } from './uploads.ts';
import { draftFor, newPage, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';

const CLOCK = {
  slot: 'T05',
  rule: 'T05',
  startedBy: 'report-received',
  startOn: '2026-11-24',
  earliest: '2026-12-01',
  rolled: '2026-12-01',
  working: '2026-12-01',
  disputed: false,
  provisional: false,
  calendarVersion: '1',
};
const reporter = { name: '金丝雀甲', contact: '19999999999' };

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  beforeAll(async () => {
    at = await openTestIntake(suite);
  });
  afterAll(() => at?.stop());
  const count = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(at.store.owner);
    return rows[0]?.n;
  };

  test('a report becomes one tip of the district, with its clock, its event and its audit entry', async () => {
    const { form, proof } = newPage(at.intake);
    const filed = await fileTip(at.intake, draftFor(form), proof);
    expect(readReceipt(filed.receipt)).toHaveProperty('receipt');
    expect(filed).toMatchObject({ repeated: false, files: [], tips: [{ kind: 'report', number: expect.stringMatching(/^\d{4}-\d{6}$/) }] });
    const id = filed.tips[0]?.id ?? '';
    const { rows } = await sql<Record<string, unknown>>`
      select t.office, t.district, t.scene, t.violation_kinds, t.state, t.anonymous, t.due_on is not null as due,
        (select count(*) from app.clock c where c.tip = t.id) as clocks, (select count(*) from app.tip_event e where e.tip = t.id) as events,
        (select count(*) from vault.tip_key k where k.tip = t.id) as keys, (select count(*) from vault.identity i where i.tip = t.id) as identities,
        (select act from audit.entry a where a.subject = t.id::text) as act
      from app.tip t where id = ${id}`.execute(at.store.owner);
    expect(rows).toEqual([
      {
        office: 'samr-huangpu',
        district: '310101',
        scene: 'S1',
        violation_kinds: ['K1', 'K4'],
        state: 'received',
        anonymous: true,
        due: true,
        clocks: 1,
        events: 1,
        keys: 3,
        identities: 0,
        act: 'tip.file',
      },
    ]);
    const jobs = await sql`select data from pgboss.job where name = 'tip.received'`.execute(at.store.owner);
    expect(jobs.rows, `${id} has no files to work on`).toEqual([]);
  });

  test('both a complaint and a report become two files that know each other, each with its clocks, under one receipt', async () => {
    const { form, proof } = newPage(at.intake);
    const { tips } = await fileTip(at.intake, draftFor(form, { aim: 'both', reporter, shop: { name: '演示店' } }), proof);
    expect(tips.map(({ kind }) => kind)).toEqual(['report', 'complaint']);
    const { rows } = await sql<Record<string, unknown>>`
      select t.id, t.twin, t.office, (select string_agg(c.slot, ',') from app.clock c where c.tip = t.id) as slots
      from app.tip t where id = any (${tips.map(({ id }) => id)}) order by kind desc`.execute(at.store.owner);
    const [report, complaint] = tips;
    expect(rows).toEqual([
      { id: report?.id, twin: complaint?.id, office: 'samr-city', slots: expect.stringContaining('T05') },
      { id: complaint?.id, twin: report?.id, office: 'samr-city', slots: expect.stringContaining('T01') },
    ]);
    expect(await count('vault.receipt')).toBe(2);
    expect(await count('vault.identity')).toBe(2);
  });

  test('twenty parallel sendings of one form, by two processes, are one tip and twenty times the same page', async () => {
    const before = await count('app.tip');
    const { form, proof } = newPage(at.intake);
    const second = at.again();
    const all = await Promise.all(Array.from({ length: 20 }, (_, turn) => fileTip(turn % 2 ? at.intake : second, draftFor(form), proof)));
    expect(new Set(all.map(({ receipt }) => receipt)).size).toBe(1);
    expect(new Set(all.map(({ tips }) => tips[0]?.number)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await count('app.tip')).toBe((before ?? 0) + 1);
  });

  test('many forms at once are written together, and a wrong one fails alone', async () => {
    const pages = Array.from({ length: 40 }, () => newPage(at.intake));
    const broken = at.again({ startClocks: () => ({ clocks: [{ ...CLOCK, working: 'no day' }], dueOn: null }) });
    const all = await Promise.allSettled(
      pages.map(({ form, proof }, turn) => fileTip(turn === 7 ? broken : at.intake, draftFor(form, { story: `第 ${turn} 件` }), proof)),
    );
    expect(all.flatMap(({ status }, turn) => (status === 'rejected' ? [turn] : []))).toEqual([7]);
    const numbers = all.flatMap((one) => (one.status === 'fulfilled' ? one.value.tips.map(({ number }) => number) : []));
    expect(new Set(numbers).size).toBe(39);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from app.tip t join audit.entry e on e.subject = t.id::text and e.act = 'tip.file' join vault.tip_body b on b.tip = t.id
      where t.number = any (${numbers})`.execute(at.store.owner);
    expect(rows[0]?.n).toBe(39);
  });

  test('the same form with other words is refused, and changes nothing', async () => {
    const { form, proof } = newPage(at.intake);
    await fileTip(at.intake, draftFor(form), proof);
    await expect(fileTip(at.intake, draftFor(form, { story: '另一件事' }), proof)).rejects.toThrow('already-sent');
    await expect(fileTip(at.intake, draftFor(form, { aim: 'both', reporter }), proof)).rejects.toThrow('already-sent');
  });

  test('nothing is written when the job cannot be queued, and the form can be sent again', async () => {
    const tables = ['app.tip', 'app.clock', 'vault.receipt', 'vault.tip_body', 'audit.entry'];
    const before = await Promise.all(tables.map(count));
    const { form, proof } = newPage(at.intake);
    const { id } = await beginUpload(at.intake.uploads, { form, name: 'note.txt', bytes: 4 });
    const source = async function* () {
      yield Buffer.from('note');
    };
    await appendUpload(at.intake.uploads, { form, id, offset: 0 }, source());
    await sql`alter table pgboss.queue rename to queue_away`.execute(at.store.owner);
    await expect(fileTip(at.intake, draftFor(form), proof)).rejects.toThrow('pgboss.queue');
    await sql`alter table pgboss.queue_away rename to queue`.execute(at.store.owner);
    expect(await Promise.all(tables.map(count))).toEqual(before);
    const { repeated, tips } = await fileTip(at.intake, draftFor(form), proof);
    expect(repeated).toBe(false);
    const jobs = await sql`select data from pgboss.job where name = 'tip.received'`.execute(at.store.owner);
    expect(jobs.rows).toEqual([{ data: { tip: tips[0]?.id } }]);
  });

  test('a process whose day is not that of the database takes the day of the database', async () => {
    const days: string[] = [];
    const astray = at.again({
      startClocks: (_kind, day) => {
        days.push(day);
        return { clocks: [], dueOn: day };
      },
    });
    const { form, proof } = newPage(at.intake);
    await sql`create or replace function app.today() returns date language sql stable as $$ select date '2026-02-13' $$`.execute(
      at.store.owner,
    );
    try {
      const { tips } = await fileTip(astray, draftFor(form), proof);
      const { rows } = await sql`select received_on from app.tip where id = ${tips[0]?.id}`.execute(at.store.owner);
      expect(rows).toEqual([{ received_on: '2026-02-13' }]);
      expect(days.at(-1)).toBe('2026-02-13');
    } finally {
      await sql`create or replace function app.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Shanghai')::date $$`.execute(
        at.store.owner,
      );
    }
  });

  test('what is sent without proof, form or words is refused', async () => {
    const { form, proof } = newPage(at.intake);
    await expect(fileTip(at.intake, draftFor(form), { ...proof, challenge: '' })).rejects.toThrow('proof-needed');
    await expect(fileTip(at.intake, draftFor('x'), proof)).rejects.toThrow('form-expired');
    await expect(fileTip(at.intake, draftFor(form, { story: '' }), proof)).rejects.toThrow(/story/);
  });
});

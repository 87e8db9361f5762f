import { chinaCalendar, civilDate, dayNumber, due, clockFor, type Pause } from '@liangjian/law';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within, workerContext } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { calendarOf, loadNotice } from './calendar-store.ts';
import { extendClock, pauseClock, resumeClock } from './change-clock.ts';
import { happen } from './happen.ts';
import { clockQueue, queueCounts } from './queues.ts';
import { acknowledge, reckonClocks, recompute } from './recompute.ts';
import { acting, calling, clerk, commander, makeOffices, makeTip, unitHead } from './testing.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await makeOffices(store);
});
afterAll(() => store?.stop());

const clocksOf = (tip: string) => store.owner.selectFrom('app.clock').selectAll().where('tip', '=', tip).orderBy('started_at').execute();
const dueOn = async (tip: string) =>
  (await store.owner.selectFrom('app.tip').select('due_on').where('id', '=', tip).executeTakeFirstOrThrow()).due_on;
const event = (tip: string, name: Parameters<typeof happen>[1]['event'], on: string) =>
  acting(store.console, clerk, (act) => happen(act, { tip, event: name, on }));
const why = '送检摄像头';

describe('clocks of a tip in the store', () => {
  test('start, are fulfilled and follow one another with the events', async () => {
    const tip = await makeTip(store, { kind: 'complaint', anonymous: false });
    expect(await event(tip, 'complaint-received', '2026-11-03')).toEqual({ started: ['T01'], met: [] });
    expect(await dueOn(tip)).toBe('2026-11-12');
    expect(await event(tip, 'complaint-accepted', '2026-11-06')).toEqual({ started: ['T02'], met: ['T01'] });
    expect(await dueOn(tip)).toBe('2027-01-05');
    expect((await clocksOf(tip)).map(({ rule, state, met_on, provisional }) => [rule, state, met_on, provisional])).toEqual([
      ['T01', 'met', '2026-11-06', false],
      ['T02', 'running', null, true],
    ]);
    // Sent twice: nothing starts a second time.
    expect(await event(tip, 'complaint-accepted', '2026-11-06')).toEqual({ started: [], met: [] });
  });

  test('start anew when the same reporter brings new facts, under the new rule only', async () => {
    const [fresh, old] = [await makeTip(store), await makeTip(store, { received_on: '2026-04-13' })];
    for (const tip of [fresh, old]) {
      await event(tip, 'report-received', '2026-11-03');
      await event(tip, 'new-facts', '2026-11-10');
    }
    expect((await clocksOf(fresh)).map(({ state, start_on, stop_why }) => [state, start_on, stop_why])).toEqual([
      ['cancelled', '2026-11-03', 'new-facts'],
      ['running', '2026-11-10', null],
    ]);
    expect((await clocksOf(old)).map(({ state, start_on }) => [state, start_on])).toEqual([['running', '2026-11-03']]);
  });

  test('pause, resume and extend with reason, version and audit', async () => {
    const tip = await makeTip(store);
    await event(tip, 'report-received', '2026-11-03');
    const [clock] = await clocksOf(tip);
    if (clock === undefined) throw new Error('no clock');
    const call = calling(store.console, clerk);
    const decide = calling(store.console, unitHead);
    const paused = await pauseClock(call, { clock: clock.id, version: 1, why, from: '2026-11-05', ground: 'testing' });
    expect(paused).toMatchObject({ state: 'paused', paused_from: '2026-11-05', version: 2 });
    expect(await dueOn(tip)).toBeNull();
    const resume = { clock: clock.id, why, to: '2026-11-10' };
    await expect(resumeClock(call, { ...resume, version: 1 })).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await resumeClock(call, { ...resume, version: 2 })).toMatchObject({
      state: 'running',
      earliest: '2026-11-30',
      paused_from: null,
    });
    const more = { clock: clock.id, version: 3, why, approver: 'head', grantedOn: '2026-11-12' } as const;
    await expect(extendClock(call, more)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(extendClock({ ...decide, steppedUpAt: null }, more)).rejects.toMatchObject({ code: 'step-up-needed' });
    await expect(extendClock(decide, { ...more, why: ' ' })).rejects.toMatchObject({ name: 'ZodError' });
    await expect(extendClock(decide, { ...more, approver: 'collective' })).rejects.toMatchObject({ code: 'clock-rule-forbids' });
    await expect(extendClock(decide, { ...more, grantedOn: '2026-12-25' })).rejects.toMatchObject({ code: 'clock-rule-forbids' });
    expect(await extendClock(decide, more)).toMatchObject({ earliest: '2026-12-21', version: 4 });
    await expect(extendClock(decide, { ...more, version: 4 })).rejects.toMatchObject({ code: 'clock-rule-forbids' });
    const forbidden = { clock: clock.id, version: 4, why, from: '2026-11-20', ground: 'hearing' } as const;
    await expect(pauseClock(call, forbidden)).rejects.toMatchObject({ code: 'clock-rule-forbids' });
    const trail = await store.owner
      .selectFrom('audit.entry')
      .select(['act', 'why', 'actor'])
      .where('subject', '=', tip)
      .orderBy('at')
      .execute();
    expect(trail.map(({ act: name }) => name)).toEqual(['clock.event', 'clock.pause', 'clock.resume', 'clock.extend']);
    expect(trail.map(({ actor }) => actor)).toEqual(['clerk-1', 'clerk-1', 'clerk-1', 'unit-head-1']);
  });

  test('do not exist for another office', async () => {
    const tip = await makeTip(store, { office: 'samr-pudong', district: '310115' });
    await expect(event(tip, 'report-received', '2026-11-03')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('always hold what the evaluator says of their facts (random pauses and extensions)', async () => {
    const span = fc.record({
      wait: fc.integer({ min: 0, max: 9 }),
      days: fc.integer({ min: 1, max: 9 }),
      ground: fc.constantFrom('testing', 'appraisal', 'inspection'),
    });
    const rule = clockFor('T05', '2026-01-05');
    if (!rule.ok) throw new Error('no rule');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 200 }), fc.array(span, { maxLength: 3 }), fc.boolean(), async (offset, spans, extend) => {
        const start = civilDate(dayNumber('2026-01-05') + offset);
        const tip = await makeTip(store, { received_on: start });
        await event(tip, 'report-received', start);
        const id = (await clocksOf(tip))[0]?.id ?? '';
        const pauses: Pause[] = [];
        let [version, at] = [1, dayNumber(start)];
        const call = calling(store.console, clerk);
        for (const { wait, days, ground } of spans) {
          const [from, to] = [civilDate(at + wait), civilDate(at + wait + days - 1)];
          at += wait + days;
          pauses.push({ from, to, ground });
          await pauseClock(call, { clock: id, version, why, from, ground });
          await resumeClock(call, { clock: id, version: version + 1, why, to });
          version += 2;
        }
        if (extend) await extendClock(calling(store.console, unitHead), { clock: id, version, why, approver: 'head', grantedOn: start });
        const expected = due(rule.clock, start, {
          calendar: chinaCalendar,
          pauses,
          extensions: extend ? [{ approver: 'head', grantedOn: start }] : [],
        });
        const [stored] = await clocksOf(tip);
        expect(stored).toMatchObject({
          earliest: expected.earliest,
          rolled: expected.rolled,
          working: expected.working,
          provisional: expected.provisional,
          state: 'running',
        });
        expect(await dueOn(tip)).toBe(expected.working);
      }),
      { numRuns: 25 },
    );
  });
});

describe('queues and the calendar', () => {
  test('sort clocks by how they stand, for an office, districts and one officer', async () => {
    const queues = await openTestStore();
    try {
      await makeOffices(queues);
      const officer = (
        await queues.owner
          .insertInto('app.officer')
          .values({ office: 'samr-xuhui', log_in: 'a', name: '甲' })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
      const today = (
        await within(queues.console, clerk, async (tx) =>
          tx.selectNoFrom((eb) => eb.fn<string>('app.today').as('day')).executeTakeFirstOrThrow(),
        )
      ).day;
      const shift = (days: number) => civilDate(dayNumber(today) + days);
      for (const [days, office, district] of [
        [-60, 'samr-xuhui', '310104'],
        [-50, 'samr-pudong', '310115'],
        [0, 'samr-xuhui', '310104'],
        [0, 'samr-pudong', '310115'],
      ] as const) {
        const tip = await makeTip(queues, { received_on: shift(days), office, district });
        await queues.owner.updateTable('app.tip').set({ handler: officer }).where('id', '=', tip).execute();
        await acting(queues.worker, workerContext, (act) => happen(act, { tip, event: 'report-received', on: shift(days) }));
      }
      const base = { calendar: chinaCalendar, today };
      const see = (
        context: typeof clerk,
        of: Parameters<typeof clockQueue>[1]['of'],
        standing: Parameters<typeof clockQueue>[1]['standing'],
      ) => within(queues.console, context, (tx) => clockQueue(tx, { ...base, of, standing }));
      expect((await see(clerk, { office: 'samr-xuhui' }, 'overdue')).map(({ office }) => office)).toEqual(['samr-xuhui']);
      expect((await see(commander, { districts: ['310104', '310115'] }, 'overdue')).map(({ office }) => office)).toEqual([
        'samr-xuhui',
        'samr-pudong',
      ]);
      expect(await see(clerk, { all: true }, 'overdue')).toHaveLength(1);
      expect(await see(clerk, { office: 'samr-pudong' }, 'overdue')).toEqual([]);
      expect((await see(clerk, { officer }, 'running')).map(({ standing }) => standing)).toEqual(['running']);
      expect(await within(queues.console, commander, (tx) => queueCounts(tx, { ...base, of: { all: true } }))).toEqual({
        overdue: 2,
        grace: 0,
        'due-soon': 0,
        running: 2,
        paused: 0,
        moved: 0,
      });
      const [first] = await see(commander, { all: true }, 'overdue');
      const rest = await within(queues.console, commander, (tx) =>
        clockQueue(tx, { ...base, of: { all: true }, standing: 'overdue', after: { working: first?.working ?? '', id: first?.id ?? '' } }),
      );
      expect(rest.map(({ office }) => office)).toEqual(['samr-pudong']);
    } finally {
      await queues.stop();
    }
  });

  test('a notice is loaded by command, moves what it reaches, and the officer is told once', async () => {
    const tip = await makeTip(store, { received_on: '2026-12-21' });
    await event(tip, 'report-received', '2026-12-21');
    const days = (month: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `2027-${month}-${String(from + at).padStart(2, '0')}`);
    const notice = {
      year: 2027,
      // January 5–8 off on top: the drill must move the date.
      rest: [...days('01', 1, 8), ...days('02', 5, 8), ...days('04', 5, 5), ...days('05', 1, 4), ...days('06', 9, 9), ...days('10', 1, 7)],
      makeup: ['2027-02-20', '2027-05-08', '2027-09-25', '2027-10-09'],
      source: { zh: '演练用的安排', en: 'an arrangement for a drill' },
      publishedOn: null,
    };
    const load = (input: typeof notice) => loadNotice(calling(store.console, commander), input);
    await expect(load({ ...notice, year: 2029 })).rejects.toMatchObject({ code: 'calendar-notice-invalid' });
    await expect(loadNotice(calling(store.console, clerk), notice)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await load(notice)).toEqual({ version: 2, changedFrom: '2027-01-01' });
    const before = (await clocksOf(tip))[0];
    expect(before).toMatchObject({ earliest: '2027-01-12', provisional: true });
    const jobs = await sql<{ data: { from: string } }>`select data from pgboss.job where name = 'clock.reckon'`.execute(store.owner);
    expect(jobs.rows).toEqual([{ data: { from: '2027-01-01' } }]);
    await reckonClocks(store.worker)(jobs.rows[0]?.data ?? {}, { id: 'job', signal: new AbortController().signal });
    const after = (await clocksOf(tip))[0];
    expect(after).toMatchObject({
      earliest: '2027-01-19',
      provisional: false,
      calendar_version: '2',
      moved: { from: '2027-01-12', to: '2027-01-19' },
    });
    expect(await dueOn(tip)).toBe('2027-01-19');
    const trail = await store.owner.selectFrom('audit.entry').select(['act', 'actor']).where('subject', '=', tip).orderBy('at').execute();
    expect(trail.at(-1)).toEqual({ act: 'clock.recompute', actor: 'worker' });
    expect((await within(store.worker, workerContext, (tx) => recompute(tx, '2027-01-01'))).moved).toEqual([]);
    const calendar = await within(store.console, clerk, calendarOf);
    const told = await within(store.console, clerk, (tx) =>
      clockQueue(tx, { calendar, today: '2026-12-22', of: { all: true }, standing: 'moved' }),
    );
    expect(told.map((one) => one.tip)).toContain(tip);
    const seen = { clocks: [after?.id ?? ''] };
    expect(await acknowledge(calling(store.console, clerk), seen)).toHaveLength(1);
    expect(await acknowledge(calling(store.console, clerk), seen)).toEqual([]);
  });
});

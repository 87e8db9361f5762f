import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { startTestAuthority } from '@liangjian/evidence';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogFields } from '../http/index.ts';
import { beginImport, saveImportMap } from '../intake/import/index.ts';
import { encoded } from '../intake/import/testing.ts';
import { appendUpload, beginUpload, fileTip } from '../intake/index.ts';
import { draftFor, newPage, openTestIntake, type TestIntake } from '../intake/testing/open-test-intake.ts';
import { queueNames, sendJob } from '../jobs/index.ts';
import { logInContext, portalContext, within, workerContext } from '../store/index.ts';
import { intakeHooks } from '../triage/index.ts';
import { international } from '../vault/international.ts';
import { importFile } from './order-desk.ts';
import type { Platform } from './open-platform.ts';
import { handlersOf, startWorker } from './worker.ts';

const clerk = { actor: 'clerk-1', roles: ['clerk'], office: 'samr-huangpu', districts: ['310101'] };
const job = { id: 'job', signal: new AbortController().signal };

describe('the worker', () => {
  let house: TestIntake;
  let platform: Platform;
  beforeAll(async () => {
    house = await openTestIntake(international);
    const { store, suite, keyring, folder } = house;
    const markKey = randomBytes(32);
    const intake = house.again(intakeHooks(store.portal, markKey));
    platform = { data: folder, store, suite, keyring, intake, officerKey: markKey, markKey, canSeal: async () => true, stop: house.stop };
  });
  afterAll(() => house?.stop());

  const fileWithPicture = async (): Promise<string> => {
    const { form, proof } = newPage(platform.intake);
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'canary' } })
      .jpeg()
      .toBuffer();
    const { id } = await beginUpload(platform.intake.uploads, { form, name: 'shop.jpg', bytes: picture.length });
    const source = async function* () {
      yield picture;
    };
    await appendUpload(platform.intake.uploads, { form, id, offset: 0 }, source());
    const { tips } = await fileTip(platform.intake, draftFor(form), proof);
    return tips[0]?.id ?? '';
  };

  test('has work for every queue', () => {
    expect(Object.keys(handlersOf(platform)).toSorted()).toEqual(queueNames.toSorted());
  });

  test('draws the working copies of a tip that came in, and may open no text', async () => {
    const seen: LogFields[] = [];
    const log = { info: (line: LogFields) => seen.push(line), warn: (line: LogFields) => seen.push(line), error: () => undefined };
    const tip = await fileWithPicture();
    const running = await startWorker(platform, { pollSeconds: 0.5, log });
    const done = () => seen.find(({ job: name }) => name === 'tip.received');
    for (const end = Date.now() + 20_000; !done() && Date.now() < end; ) await new Promise((go) => setTimeout(go, 20));
    await running.stop();
    expect(done()).toMatchObject({ event: 'job', count: 1 });
    const [file] = await house.store.owner
      .selectFrom('vault.attachment')
      .select(['state', 'working_object'])
      .where('tip', '=', tip)
      .execute();
    expect(file).toMatchObject({ state: 'ready', working_object: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const table of ['vault.tip_body', 'vault.identity'])
      await expect(
        within(house.store.worker, workerContext, (tx) => sql`select * from ${sql.table(table)}`.execute(tx as never)),
      ).rejects.toThrow(/permission denied/);
  });

  test('imports a file that waits, and keeps nothing of it afterwards', async () => {
    const columns = [
      { field: 'order-number', header: '工单编号' },
      { field: 'received-at', header: '受理时间' },
      { field: 'content', header: '诉求内容' },
    ];
    const call = { db: house.store.console, context: clerk };
    const map = await saveImportMap(call, { map: { name: '热线', channel: '12345', defaultKind: 'report', columns } });
    const { batch } = await beginImport(call, { map: map.id, sha256: '0'.repeat(64) });
    const path = importFile(platform, batch);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, encoded('工单编号,受理时间,诉求内容\nQ0001,2026-11-03 09:05,扫码点餐强制要求授权手机号', 'gb18030'));
    const handlers = handlersOf(platform);
    await handlers['import.run']({ batch }, job);
    const tips = await house.store.owner.selectFrom('app.tip').select('order_number').where('import_batch', '=', batch).execute();
    expect(tips).toEqual([{ order_number: 'Q0001' }]);
    await expect(writeFile(path, '', { flag: 'wx' })).resolves.toBeUndefined();
    // The same job once more finds the batch done and opens nothing.
    await handlers['import.run']({ batch }, job);
  });

  test('keeps the morning figures of every office, sweeps what is over, and says how the trail stands', async () => {
    await fileWithPicture();
    await house.store.owner.updateTable('app.clock').set({ rolled: '2026-01-05', working: '2026-01-05' }).execute();
    const handlers = handlersOf(platform, { authority: 'http://127.0.0.1:1/' });
    expect(await handlers['clock.watch']({}, job)).toEqual({ count: expect.any(Number) });
    const entries = await house.store.owner
      .selectFrom('audit.entry')
      .select(['subject', 'district', 'detail'])
      .where('act', '=', 'clock.watch')
      .where('subject', '=', 'samr-huangpu')
      .execute();
    expect(entries).toEqual([
      { subject: 'samr-huangpu', district: '310101', detail: expect.stringMatching(/"soon": 0, "overdue": [1-9]/) },
    ]);
    expect(await handlers['session.sweep']({}, job)).toEqual({ count: 0 });
    expect(await handlers['upload.sweep']({}, job)).toEqual({ count: 0 });
    expect(await handlers['object.check']({}, job)).toEqual({ count: 0, state: 'intact' });
    expect(await handlers['opening.close']({}, job)).toEqual({ count: 0 });
    expect(await handlers['audit.stamp']({}, job)).toEqual({ count: 1, state: 'gap' });
    const authority = await startTestAuthority();
    try {
      const trusted = handlersOf(platform, { authority: authority.url, anchors: [authority.caPem] });
      expect(await trusted['audit.stamp']({}, job)).toEqual({ count: 0, state: 'stamped' });
      expect(await trusted['audit.verify']({}, job)).toEqual({ count: 0, state: 'intact' });
      await sql`update audit.entry set subject = 'x' where act = 'clock.watch'`.execute(house.store.owner);
      expect(await trusted['audit.verify']({}, job)).toMatchObject({ state: 'broken' });
    } finally {
      await authority.close();
    }
  });

  test('removes sessions that ended and leaves the others', async () => {
    const { id: officer } = await house.store.owner
      .insertInto('app.officer')
      .values({ log_in: 'someone', name: '某人', office: 'samr-huangpu', state: 'active' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await within(house.store.console, logInContext, async (tx) => {
      for (const [id, hours] of [
        ['a', -1],
        ['b', 1],
      ] as const)
        await tx
          .insertInto('app.session')
          .values({ id: Buffer.from(id), officer, method: 'password', ends_at: sql`now() + ${hours}::int * interval '1 hour'` })
          .execute();
    });
    expect(await handlersOf(platform)['session.sweep']({}, job)).toEqual({ count: 1 });
    const left = await house.store.owner.selectFrom('app.session').select('id').execute();
    expect(left.map(({ id }) => id.toString())).toEqual(['b']);
  });

  test('reckons when a job says so', async () => {
    await within(house.store.portal, portalContext, (tx) => sendJob(tx, 'clock.reckon', { from: '2026-01-01' }));
    expect(await handlersOf(platform)['clock.reckon']({ from: '2026-01-01' }, job)).toEqual({});
    const clocks = await house.store.owner.selectFrom('app.clock').select('rolled').where('rolled', '=', '2026-01-05').execute();
    expect(clocks).toEqual([]);
  });
});

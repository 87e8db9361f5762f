import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileTip } from '../../intake/index.ts';
import { newPage } from '../../intake/testing/open-test-intake.ts';
import { openTestConsole, type TestConsole } from '../../http/console/testing.ts';

let desk: TestConsole;
let admin: { id: string; cookies: { session: string } };
beforeAll(async () => {
  desk = await openTestConsole();
  admin = await desk.officer('samr-city', 'administrator');
});
afterAll(() => desk?.stop());

const act = (name: string, cookies: { session: string }, input: object) => desk.ask('POST', `/acts/${name}`, cookies, input);
const versionOf = async (id: string) =>
  (await desk.store.owner.selectFrom('app.officer').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

test('an administrator invites; the token is an answer only, and a name is taken once', async () => {
  const input = {
    logIn: 'Li.Fawu',
    name: '演示法务',
    office: 'samr-pudong',
    roles: ['reviewer'],
    licence: { number: 'SH-0001', from: '2026-01-01', until: '2030-12-31' },
  };
  const invited = await act('officer.invite', admin.cookies, input);
  expect(invited.status).toBe(200);
  const stored = await desk.store.owner.selectFrom('app.credential').selectAll().where('officer', '=', invited.json.id).execute();
  expect(JSON.stringify(stored)).not.toContain(invited.json.token);
  expect(
    await desk.store.owner.selectFrom('app.officer').select(['log_in', 'licence']).where('id', '=', invited.json.id).executeTakeFirst(),
  ).toEqual({
    log_in: 'li.fawu',
    licence: 'SH-0001',
  });
  expect((await act('officer.invite', admin.cookies, input)).status).toBe(409);
  const clerk = await desk.officer('samr-pudong', 'clerk');
  expect((await act('officer.invite', clerk.cookies, { ...input, logIn: 'other' })).status).toBe(403);
});

test('other roles, another office, suspension: the session ends, and nobody changes themselves', async () => {
  const officer = await desk.officer('samr-huangpu', 'clerk');
  const later = async () => {
    // The test's sessions began before time: a change must end them all the same.
    return (await desk.ask('GET', '/me', officer.cookies)).status;
  };
  expect(await later()).toBe(200);
  const changed = await act('officer.set-roles', admin.cookies, {
    officer: officer.id,
    version: await versionOf(officer.id),
    roles: ['inspector'],
    why: '岗位调整',
  });
  expect(changed.status).toBe(200);
  expect(await later()).toBe(401);
  const stale = await act('officer.move', admin.cookies, { officer: officer.id, version: 1, office: 'samr-pudong', why: '调动' });
  expect(stale.json.code).toBe('version-conflict');
  const self = await act('officer.set-roles', admin.cookies, {
    officer: admin.id,
    version: await versionOf(admin.id),
    roles: ['custodian'],
    why: '给自己',
  });
  expect(self.json.code).toBe('same-person');
  const suspended = await act('officer.set-state', admin.cookies, {
    officer: officer.id,
    version: changed.json.version,
    state: 'suspended',
    why: '停职',
  });
  expect(suspended.status).toBe(200);
});

test('a recusal takes the matter out of sight at the next request, and leaders see that it happened', async () => {
  const { form, proof } = newPage(desk.intake);
  const filed = await fileTip(
    desk.intake,
    { form, aim: 'report', story: 's', shop: { name: '示例店（虚构）', district: '310101' } },
    proof,
  );
  const tip = filed.tips[0]?.id ?? '';
  const inspector = await desk.officer('samr-huangpu', 'inspector');
  expect((await desk.ask('GET', `/tips/${tip}`, inspector.cookies)).status).toBe(200);
  const declared = await act('officer.recuse', inspector.cookies, {
    officer: inspector.id,
    subjectKind: 'tip',
    subject: tip,
    ground: '经营者是本人亲属',
  });
  expect(declared.status).toBe(200);
  expect((await desk.ask('GET', `/tips/${tip}`, inspector.cookies)).status).toBe(404);
  const clerk = await desk.officer('samr-huangpu', 'clerk');
  const other = await act('officer.recuse', clerk.cookies, {
    officer: inspector.id,
    subjectKind: 'tip',
    subject: tip,
    ground: '别人替他说',
  });
  expect(other.status).toBe(404);
  const entries = await desk.store.owner.selectFrom('audit.entry').select('act').where('subject', '=', tip).execute();
  expect(entries.map((entry) => entry.act)).toContain('officer.recuse');
});

import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Context } from '../store/index.ts';
import { within } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { acceptInvitation, bootstrapInvitation, inviteOfficer, readInvitation } from './invitation.ts';
import { logIn, stepUp } from './log-in.ts';
import { newCodeSecret } from './one-time-code.ts';
import { officeSeeds } from './offices.data.ts';
import { seedOffices } from './seed-offices.ts';
import { endSession, readSession } from './session.ts';

const key = randomBytes(32);
const administrator: Context = { actor: '00000000-0000-4000-8000-00000000000a', roles: ['administrator'] };
const PASSWORD = '四个-不相干-词语-墨水';
let store: TestStore;
let secret: Buffer;
let name: string;
let id: string;
let steps = 0;

/** A code of the app as it is now. */
const code = (of: Buffer = secret) => {
  return new TOTP({ secret: new Secret({ buffer: Uint8Array.from(of).buffer }) }).generate();
};
const forgetCodes = () => store.owner.updateTable('app.credential').set({ counter: -1 }).where('kind', '=', 'totp').execute();

beforeAll(async () => {
  store = await openTestStore();
  await seedOffices(store.console);
});
afterAll(() => store?.stop());
beforeEach(async () => {
  secret = newCodeSecret();
  steps += 1;
  name = `clerk-${steps}`;
  const invited = await within(store.console, administrator, (tx) =>
    inviteOfficer(tx, administrator.actor, {
      logIn: name.toUpperCase(),
      name: '演示甲',
      office: 'samr-xuhui',
      roles: ['clerk', 'inspector'],
      clearance: 1,
    }),
  );
  id = invited.id;
  await acceptInvitation(store.console, key, { token: invited.token, password: PASSWORD, codeSecret: secret, code: code() });
  await forgetCodes();
});

test('the offices of the campaign: two lines of the city and of sixteen districts, with their superiors', async () => {
  expect(officeSeeds.filter(({ line, level }) => line === 'samr' && level === 'district')).toHaveLength(16);
  expect(officeSeeds.filter(({ line, level }) => line === 'cac' && level === 'district')).toHaveLength(16);
  const ids = new Set(officeSeeds.map((seed) => seed.id));
  expect(ids.size).toBe(officeSeeds.length);
  for (const { superior } of officeSeeds) expect(superior === null || ids.has(superior)).toBe(true);
  expect(await seedOffices(store.console)).toBe(0);
});

test('by invitation to a session: attributes as they are now, districts of the office', async () => {
  const token = await logIn(store.console, key, { logIn: ` ${name} `, password: PASSWORD, code: code() });
  const session = await readSession(store.console, token);
  expect(session.context).toMatchObject({
    actor: id,
    office: 'samr-xuhui',
    districts: ['310104'],
    roles: ['clerk', 'inspector'],
    clearance: 1,
  });
  expect(session.steppedUp).toBe(true);
  await store.owner.insertInto('app.officer_role').values({ officer: id, role: 'unit-head', granted_by: 'x' }).execute();
  expect((await readSession(store.console, token)).context.roles).toContain('unit-head');
  const [stored] = await store.owner.selectFrom('app.session').selectAll().where('officer', '=', id).execute();
  expect(stored?.id.toString('base64url')).not.toBe(token);
  await endSession(store.console, token);
  await expect(readSession(store.console, token)).rejects.toMatchObject({ code: 'session-needed' });
});

test('whoever is suspended or moved has no session any more', async () => {
  const token = await logIn(store.console, key, { logIn: name, password: PASSWORD, code: code() });
  await store.owner
    .updateTable('app.officer')
    .set({ office: 'samr-pudong', changed_at: new Date(Date.now() + 1000) })
    .where('id', '=', id)
    .execute();
  await expect(readSession(store.console, token)).rejects.toMatchObject({ code: 'session-needed' });
});

test('a recusal is seen at the next request', async () => {
  const token = await logIn(store.console, key, { logIn: name, password: PASSWORD, code: code() });
  const tip = '00000000-0000-4000-8000-0000000000ff';
  await store.owner
    .insertInto('app.recusal')
    .values({ officer: id, subject_kind: 'tip', subject: tip, ground: 'brother', decided_by: 'x' })
    .execute();
  expect((await readSession(store.console, token)).context.recused).toEqual([tip]);
});

test.each([
  ['a wrong password', { password: 'wrong password!' }],
  ['a wrong code', { code: '000000' }],
  ['an unknown name', { logIn: 'nobody' }],
])('%s fails like the others', async (_what, wrong) => {
  await expect(logIn(store.console, key, { logIn: name, password: PASSWORD, code: code(), ...wrong })).rejects.toMatchObject({
    code: 'log-in-failed',
  });
});

test('a code counts once', async () => {
  const used = code();
  await logIn(store.console, key, { logIn: name, password: PASSWORD, code: used });
  await expect(logIn(store.console, key, { logIn: name, password: PASSWORD, code: used })).rejects.toMatchObject({ code: 'log-in-failed' });
});

test('after five failures even the right answer must wait, and each is in the audit trail', async () => {
  for (let tried = 0; tried < 5; tried += 1)
    await expect(logIn(store.console, key, { logIn: name, password: 'wrong password!', code: '000000' })).rejects.toThrow('log-in-failed');
  await expect(logIn(store.console, key, { logIn: name, password: PASSWORD, code: code() })).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  const entries = await store.owner.selectFrom('audit.entry').select('act').where('subject', '=', id).execute();
  expect(entries.filter(({ act }) => act === 'log-in-failed')).toHaveLength(5);
});

test('an old confirmation is renewed by a code only', async () => {
  const token = await logIn(store.console, key, { logIn: name, password: PASSWORD, code: code() });
  await forgetCodes();
  await store.owner
    .updateTable('app.session')
    .set({ stepped_up_at: new Date(Date.now() - 3_600_000) })
    .where('officer', '=', id)
    .execute();
  const session = await readSession(store.console, token);
  expect(session.steppedUp).toBe(false);
  await expect(stepUp(store.console, key, session, token, '000000')).rejects.toMatchObject({ code: 'log-in-failed' });
  await stepUp(store.console, key, session, token, code());
  expect((await readSession(store.console, token)).steppedUp).toBe(true);
});

test('an invitation works once, for three days, and asks for a good password and a matching code', async () => {
  const fresh = newCodeSecret();
  const { token } = await within(store.console, administrator, (tx) =>
    inviteOfficer(tx, administrator.actor, { logIn: `${name}-2`, name: '演示乙', office: 'cac-city', roles: ['auditor'], clearance: 0 }),
  );
  expect(await readInvitation(store.console, token)).toMatchObject({ logIn: `${name}-2` });
  const accept = (given: object) =>
    acceptInvitation(store.console, key, { token, password: PASSWORD, codeSecret: fresh, code: code(fresh), ...given });
  await expect(accept({ password: 'short' })).rejects.toMatchObject({ code: 'weak-password' });
  await expect(accept({ code: '000000' })).rejects.toMatchObject({ code: 'log-in-failed' });
  await accept({});
  await expect(accept({})).rejects.toMatchObject({ code: 'invitation-used' });
  const late = await within(store.console, administrator, (tx) =>
    inviteOfficer(tx, administrator.actor, { logIn: `${name}-3`, name: '演示丙', office: 'cac-city', roles: ['auditor'], clearance: 0 }),
  );
  await store.owner
    .updateTable('app.credential')
    .set({ made_at: new Date(Date.now() - 73 * 3_600_000) })
    .where('officer', '=', late.id)
    .execute();
  await expect(readInvitation(store.console, late.token)).rejects.toMatchObject({ code: 'invitation-used' });
});

test('the first administrator comes by a link; a lost one is replaced; later there is none', async () => {
  const [first, second] = [await bootstrapInvitation(store.console, 'cac-city'), await bootstrapInvitation(store.console, 'cac-city')];
  await expect(readInvitation(store.console, first as string)).rejects.toMatchObject({ code: 'invitation-used' });
  const fresh = newCodeSecret();
  await acceptInvitation(store.console, key, { token: second as string, password: PASSWORD, codeSecret: fresh, code: code(fresh) });
  expect(await bootstrapInvitation(store.console, 'cac-city')).toBeNull();
});

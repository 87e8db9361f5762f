import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logInContext, within } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { openPending, sealPending } from './pending.ts';
import { seedOffices } from './seed-offices.ts';
import { beginAddKey, beginUseKey, finishAddKey, logInWithKey, stepUpWithKey } from './security-key.ts';
import { openSession, readSession } from './session.ts';
import { softKey } from './testing/soft-key.ts';

const key = randomBytes(32);
const site = { id: 'desk.example', origin: 'https://desk.example' };
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await seedOffices(store.console);
});
afterAll(() => store?.stop());

let count = 0;
async function officer() {
  count += 1;
  const { id } = await store.owner
    .insertInto('app.officer')
    .values({ office: 'samr-xuhui', log_in: `key-${count}`, name: '演示', changed_at: new Date(0) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await store.owner.insertInto('app.officer_role').values({ officer: id, role: 'clerk', granted_by: 'x' }).execute();
  const token = await within(store.console, logInContext, (tx) => openSession(tx, id, 'test'));
  return { id, token, session: await readSession(store.console, token) };
}

async function withKey() {
  const person = await officer();
  const device = softKey(site);
  const { options, pending } = await beginAddKey(store.console, key, person.session, site);
  await finishAddKey(store.console, key, person.session, site, pending, device.create(options.challenge));
  return { ...person, device };
}

test('a key is added once, logs in without a name, and confirms again', async () => {
  const { id, token, session, device } = await withKey();
  const use = await beginUseKey(key, site);
  const fresh = await logInWithKey(store.console, key, site, use.pending, device.get(use.options.challenge));
  expect((await readSession(store.console, fresh)).officer.id).toBe(id);
  const again = await beginUseKey(key, site);
  await stepUpWithKey(store.console, key, session, token, site, again.pending, device.get(again.options.challenge));
  const offered = await beginAddKey(store.console, key, session, site);
  expect(offered.options.excludeCredentials).toHaveLength(1);
});

test('an answer to another challenge, from another place, or of an unknown key is no log-in', async () => {
  const { device } = await withKey();
  const use = await beginUseKey(key, site);
  const other = await beginUseKey(key, site);
  const attempt = (pending: string, response: ReturnType<typeof device.get>) => logInWithKey(store.console, key, site, pending, response);
  await expect(attempt(use.pending, device.get(other.options.challenge))).rejects.toMatchObject({ code: 'log-in-failed' });
  await expect(attempt(use.pending, softKey(site).get(use.options.challenge))).rejects.toMatchObject({ code: 'log-in-failed' });
  const relayed = await officer();
  const phished = softKey(site, 'https://desk-example.evil.example');
  const { options, pending } = await beginAddKey(store.console, key, relayed.session, site);
  await expect(finishAddKey(store.console, key, relayed.session, site, pending, phished.create(options.challenge))).rejects.toMatchObject({
    code: 'log-in-failed',
  });
});

test('the key of one officer does not confirm another', async () => {
  const one = await withKey();
  const other = await officer();
  const use = await beginUseKey(key, site);
  await expect(
    stepUpWithKey(store.console, key, other.session, other.token, site, use.pending, one.device.get(use.options.challenge)),
  ).rejects.toMatchObject({ code: 'log-in-failed' });
});

test('what is pending belongs to its step and ends after five minutes', () => {
  const now = Date.now();
  const sealed = sealPending(key, 'a', { n: 1 }, now);
  expect(openPending(key, 'a', sealed, now + 299_000)).toEqual({ n: 1 });
  for (const [step, at] of [
    ['b', now],
    ['a', now + 301_000],
  ] as const)
    expect(() => openPending(key, step, sealed, at)).toThrow('log-in-failed');
  expect(() => openPending(key, 'a', 'nonsense', now)).toThrow('log-in-failed');
});

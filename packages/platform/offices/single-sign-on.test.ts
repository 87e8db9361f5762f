import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Configuration } from 'openid-client';
import { type Context, within } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { inviteOfficer } from './invitation.ts';
import { seedOffices } from './seed-offices.ts';
import { readSession } from './session.ts';
import { beginSingleSignOn, connectSingleSignOn, finishSingleSignOn, type SingleSignOn } from './single-sign-on.ts';
import { openTestProvider, type TestProvider } from './testing/test-provider.ts';

const key = randomBytes(32);
const administrator: Context = { actor: '00000000-0000-4000-8000-00000000000a', roles: ['administrator'] };
let store: TestStore;
let provider: TestProvider;
let sso: SingleSignOn;
let configuration: Configuration;

beforeAll(async () => {
  store = await openTestStore();
  await seedOffices(store.console);
  provider = await openTestProvider();
  sso = {
    issuer: provider.issuer,
    clientId: 'liangjian',
    clientSecret: 'secret',
    redirectUri: 'https://desk.example/back',
    insecure: true,
  };
  configuration = await connectSingleSignOn(sso);
});
afterAll(async () => {
  provider?.close();
  await store?.stop();
});

const logIn = async (subject: string, invitation: string | null = null, bend: Record<string, unknown> = {}) => {
  const { address, pending } = await beginSingleSignOn(configuration, sso, key, invitation);
  return finishSingleSignOn(configuration, store.console, key, provider.authorize(address, subject, bend), pending);
};

test('an invitation is taken up with the provider; afterwards its subject logs in', async () => {
  const { id, token } = await within(store.console, administrator, (tx) =>
    inviteOfficer(tx, administrator.actor, { logIn: 'sso-1', name: '演示', office: 'samr-xuhui', roles: ['clerk'], clearance: 1 }),
  );
  await logIn('subject-1', token);
  const session = await readSession(store.console, await logIn('subject-1'));
  expect(session).toMatchObject({ officer: { id }, method: 'oidc' });
  await expect(logIn('subject-2', token)).rejects.toMatchObject({ code: 'invitation-used' });
});

test('whom nobody has invited is not let in, whatever the provider says', async () => {
  await expect(logIn('stranger')).rejects.toMatchObject({ code: 'log-in-failed' });
});

test.each([
  ['a token for somebody else', { aud: 'another-client' }],
  ['an old token', { exp: 1 }],
  ['a token of another provider', { iss: 'https://evil.example' }],
  ['a token of another visit', { nonce: 'other' }],
])('%s is refused', async (_what, bend) => {
  await expect(logIn('subject-1', null, bend)).rejects.toMatchObject({ code: 'log-in-failed' });
});

test('coming back to the wrong visit is refused', async () => {
  const one = await beginSingleSignOn(configuration, sso, key);
  const other = await beginSingleSignOn(configuration, sso, key);
  const back = provider.authorize(one.address, 'subject-1');
  await expect(finishSingleSignOn(configuration, store.console, key, back, other.pending)).rejects.toMatchObject({ code: 'log-in-failed' });
});

test('a provider that cannot be reached fails the log-in', async () => {
  await expect(connectSingleSignOn({ ...sso, issuer: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'log-in-failed' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteOfficer } from '../../offices/invitation.ts';
import { softKey } from '../../offices/testing/soft-key.ts';
import { openTestProvider, type TestProvider } from '../../offices/testing/test-provider.ts';
import { within } from '../../store/index.ts';
import { openTestConsole, type TestConsole } from './testing.ts';

let desk: TestConsole;
let provider: TestProvider;
beforeAll(async () => {
  provider = await openTestProvider();
  const { issuer } = provider;
  desk = await openTestConsole({
    issuer,
    clientId: 'liangjian',
    clientSecret: 'secret',
    redirectUri: 'https://desk.example/api/v1/log-in/sso/back',
    insecure: true,
  });
});
afterAll(async () => {
  provider?.close();
  await desk?.stop();
});

test('a security key is added, logs in and confirms again', async () => {
  const { id, cookies } = await desk.officer('samr-huangpu', 'clerk');
  const device = softKey({ id: 'desk.example', origin: 'https://desk.example' });
  const begun = await desk.ask('POST', '/security-keys/begin', cookies);
  const added = await desk.ask('POST', '/security-keys', cookies, {
    pending: begun.json.pending,
    response: device.create(begun.json.options.challenge),
  });
  expect(added.status).toBe(200);
  const use = (await desk.ask('POST', '/log-in/key/begin')).json;
  const logged = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/log-in/key',
    payload: { pending: use.pending, response: device.get(use.options.challenge) },
  });
  const session = logged.cookies.find(({ name }) => name === 'session')?.value ?? '';
  expect((await desk.ask('GET', '/me', { session })).json).toMatchObject({ id, method: 'webauthn' });
  const again = (await desk.ask('POST', '/log-in/key/begin')).json;
  const confirmed = await desk.ask(
    'POST',
    '/step-up/key',
    { session },
    { pending: again.pending, response: device.get(again.options.challenge) },
  );
  expect(confirmed.status).toBe(200);
});

test('the agency’s log-in takes up an invitation, and comes back from another site', async () => {
  const administrator = { actor: '00000000-0000-4000-8000-00000000000a', roles: ['administrator'] };
  const { id, token } = await within(desk.store.console, administrator, (tx) =>
    inviteOfficer(tx, administrator.actor, { logIn: 'sso-2', name: '演示', office: 'samr-huangpu', roles: ['clerk'], clearance: 1 }),
  );
  const sent = await desk.app.inject({ url: `/api/v1/log-in/sso?invitation=${token}` });
  expect(sent.statusCode).toBe(303);
  const pending = sent.cookies.find(({ name }) => name === 'sign-on')?.value ?? '';
  const back = provider.authorize(String(sent.headers.location), 'subject-9');
  const came = await desk.app.inject({
    url: `${back.pathname}${back.search}`,
    cookies: { 'sign-on': pending },
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(came.statusCode).toBe(303);
  const session = came.cookies.find(({ name }) => name === 'session')?.value ?? '';
  expect((await desk.ask('GET', '/me', { session })).json).toMatchObject({ id, method: 'oidc' });
});

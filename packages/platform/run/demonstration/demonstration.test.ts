import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP, URI } from 'otpauth';
import { afterAll, expect, test } from 'vitest';
import { logIn } from '../../offices/log-in.ts';
import { within, workerContext } from '../../store/index.ts';
import { openPlatform } from '../open-platform.ts';
import { ACCOUNTS_FILE, foundDemonstration } from './index.ts';

const data = mkdtempSync(join(tmpdir(), 'demonstration-'));
const platform = await openPlatform({ data });
afterAll(async () => {
  await platform.stop();
  // Root's server may work elsewhere: a link says where.
  const link = join(data, 'database', 'elsewhere');
  if (existsSync(link)) rmSync(realpathSync(link), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

test('an empty installation can be tried: tips, officers of two districts, a campaign; a second start adds nothing', async () => {
  await foundDemonstration(platform);
  const { store, officerKey } = platform;
  const accounts = readFileSync(join(data, ACCOUNTS_FILE), 'utf8');
  const password = /password: (.+)/.exec(accounts)?.[1] ?? '';
  const address = /otpauth:\/\/\S+/.exec(accounts)?.[0] ?? '';
  const code = (URI.parse(address) as TOTP).generate();
  // The code of the invitation was used up in this half minute: a code counts once.
  await expect(logIn(store.console, officerKey, { logIn: 'clerk.xuhui', password, code })).rejects.toMatchObject({ code: 'log-in-failed' });
  const later = new TOTP({ secret: new Secret({ buffer: (URI.parse(address) as TOTP).secret.buffer }) }).generate({
    timestamp: Date.now() + 30_000,
  });
  const token = await logIn(store.console, officerKey, { logIn: 'clerk.xuhui', password, code: later });
  expect(token.length).toBeGreaterThan(30);
  expect(await platform.canSeal()).toBe(true);
  await foundDemonstration(platform);
  const tips = await within(store.worker, workerContext, (tx) => tx.selectFrom('app.tip').select(['kind', 'district']).execute());
  expect(tips).toHaveLength(6);
  expect(new Set(tips.map(({ district }) => district)).size).toBe(2);
});

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import { z } from 'zod';
import { append } from '../audit/append.ts';
import { type Db, logInContext, type Tx, within } from '../store/index.ts';
import { OfficeFault } from './fault.ts';
import { openPending, sealPending } from './pending.ts';
import { noteStepUp, openSession, type OfficerSession } from './session.ts';

/** Where the console stands: a security key answers this place only, so that no relayed page can use it (WebAuthn §13.4). */
export interface ConsoleSite {
  /** Host name. */
  readonly id: string;
  readonly origin: string;
}

const NAME = '亮剑 Liangjian';
const challengeOf = z.object({ challenge: z.string() });

/** First step of adding a security key to one's own account. */
export async function beginAddKey(
  db: Db,
  key: Uint8Array,
  { officer, context }: OfficerSession,
  site: ConsoleSite,
): Promise<{ readonly options: PublicKeyCredentialCreationOptionsJSON; readonly pending: string }> {
  const known = await within(db, context, (tx) =>
    tx.selectFrom('app.credential').select('handle').where('kind', '=', 'webauthn').where('retired_at', 'is', null).execute(),
  );
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: site.id,
    userName: officer.logIn,
    userID: new Uint8Array(Buffer.from(officer.id)),
    excludeCredentials: known.flatMap(({ handle }) => (handle === null ? [] : [{ id: handle }])),
    // The key itself says whose it is and asks for its PIN: no name is typed, and none can be guessed.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, pending: sealPending(key, `add-key/${officer.id}`, { challenge: options.challenge }) };
}

/** Second step: the key has answered. Throws `log-in-failed` when the answer is not for this challenge and place. */
export async function finishAddKey(
  db: Db,
  key: Uint8Array,
  { officer, context }: OfficerSession,
  site: ConsoleSite,
  pending: string,
  response: RegistrationResponseJSON,
): Promise<void> {
  const { challenge } = challengeOf.parse(openPending(key, `add-key/${officer.id}`, pending));
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) throw new OfficeFault('log-in-failed');
  const { credential } = verified.registrationInfo;
  await within(db, context, async (tx) => {
    await tx
      .insertInto('app.credential')
      .values({
        officer: officer.id,
        kind: 'webauthn',
        handle: credential.id,
        secret: Buffer.from(credential.publicKey),
        counter: credential.counter,
      })
      .execute();
    await append(tx, [{ act: 'credential.add-key', kind: 'officer', subject: officer.id }]);
  });
}

/** First step of logging in, or of confirming again, with a security key. Says nothing of who has one. */
export async function beginUseKey(
  key: Uint8Array,
  site: ConsoleSite,
): Promise<{ readonly options: PublicKeyCredentialRequestOptionsJSON; readonly pending: string }> {
  const options = await generateAuthenticationOptions({ rpID: site.id, userVerification: 'required' });
  return { options, pending: sealPending(key, 'use-key', { challenge: options.challenge }) };
}

/** Logs in with a security key; gives the value of the cookie. Throws `log-in-failed`. */
export async function logInWithKey(
  db: Db,
  key: Uint8Array,
  site: ConsoleSite,
  pending: string,
  response: AuthenticationResponseJSON,
): Promise<string> {
  return within(db, logInContext, async (tx) => {
    const { officer, district } = await usedKey(tx, key, site, pending, response);
    const token = await openSession(tx, officer, 'webauthn');
    await append(tx, [{ act: 'log-in', kind: 'officer', subject: officer, district, detail: { by: 'webauthn' } }]);
    return token;
  });
}

/** Confirms again who one is. Throws `log-in-failed`, also for the key of somebody else. */
export async function stepUpWithKey(
  db: Db,
  key: Uint8Array,
  session: OfficerSession,
  token: string,
  site: ConsoleSite,
  pending: string,
  response: AuthenticationResponseJSON,
): Promise<void> {
  await within(db, logInContext, async (tx) => {
    const { officer, district } = await usedKey(tx, key, site, pending, response);
    if (officer !== session.officer.id) throw new OfficeFault('log-in-failed');
    await noteStepUp(tx, token);
    await append(tx, [{ act: 'step-up', kind: 'officer', subject: officer, district, detail: { by: 'webauthn' } }]);
  });
}

async function usedKey(tx: Tx, key: Uint8Array, site: ConsoleSite, pending: string, response: AuthenticationResponseJSON) {
  const { challenge } = challengeOf.parse(openPending(key, 'use-key', pending));
  const known = await tx
    .selectFrom('app.credential as c')
    .innerJoin('app.officer as o', 'o.id', 'c.officer')
    .innerJoin('app.office as f', 'f.id', 'o.office')
    .select(['c.id', 'c.secret', 'c.counter', 'o.id as officer', 'f.district'])
    .where('c.kind', '=', 'webauthn')
    .where('c.handle', '=', response.id.slice(0, 400))
    .where('c.retired_at', 'is', null)
    .where('o.state', '=', 'active')
    .forUpdate('c')
    .executeTakeFirst();
  if (!known?.secret) throw new OfficeFault('log-in-failed');
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(known.secret), counter: known.counter },
  }).catch(() => null);
  if (!verified?.verified) throw new OfficeFault('log-in-failed');
  await tx
    .updateTable('app.credential')
    .set({ counter: verified.authenticationInfo.newCounter, used_at: sql`now()` })
    .where('id', '=', known.id)
    .execute();
  return { officer: known.officer, district: known.district };
}

import * as client from 'openid-client';
import { sql } from 'kysely';
import { z } from 'zod';
import { append } from '../audit/append.ts';
import { type Db, logInContext, within } from '../store/index.ts';
import { OfficeFault } from './fault.ts';
import { openInvitation } from './invitation.ts';
import { openPending, sealPending } from './pending.ts';
import { openSession } from './session.ts';

/** The identity provider of the government network (OpenID Connect). */
export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our address that the provider sends the officer back to. */
  readonly redirectUri: string;
  /** Plain http is for tests on one machine only. */
  readonly insecure?: boolean;
}

const remembered = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  /** Invitation that is being taken up by this log-in; null when it is a log-in only. */
  invitation: z.string().nullable(),
});

/** Reads the provider's description. Throws `log-in-failed` when it cannot be reached or is not what it claims. */
export async function connectSingleSignOn(sso: SingleSignOn): Promise<client.Configuration> {
  const options = sso.insecure ? { execute: [client.allowInsecureRequests] } : {};
  return client
    .discovery(new URL(sso.issuer), sso.clientId, undefined, client.ClientSecretPost(sso.clientSecret), options)
    .catch((error: unknown) => {
      throw Object.assign(new OfficeFault('log-in-failed'), { cause: error });
    });
}

/** Address to send the officer to (authorization code with PKCE), and what must come back with them. */
export async function beginSingleSignOn(
  configuration: client.Configuration,
  sso: SingleSignOn,
  key: Uint8Array,
  invitation: string | null = null,
): Promise<{ readonly address: string; readonly pending: string }> {
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: sso.redirectUri,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { address: address.href, pending: sealPending(key, 'sso', { verifier, state, nonce, invitation }) };
}

/**
 * The officer has come back: checks everything the provider says and opens a session; with an invitation the provider's subject becomes
 * the officer's way to log in. Only subject and issuer are kept. Throws `log-in-failed`, `invitation-used`.
 */
export async function finishSingleSignOn(
  configuration: client.Configuration,
  db: Db,
  key: Uint8Array,
  cameBackTo: URL,
  pending: string,
): Promise<string> {
  const { verifier, state, nonce, invitation } = remembered.parse(openPending(key, 'sso', pending));
  const tokens = await client
    .authorizationCodeGrant(configuration, cameBackTo, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    .catch(() => null);
  const claims = tokens?.claims();
  if (!claims) throw new OfficeFault('log-in-failed');
  const handle = `${claims.iss}#${claims.sub}`;
  return within(db, logInContext, async (tx) => {
    if (invitation !== null) {
      const { id, credential } = await openInvitation(tx, invitation);
      await tx.updateTable('app.credential').set({ used_at: sql`now()`, retired_at: sql`now()` }).where('id', '=', credential).execute();
      await tx.insertInto('app.credential').values({ officer: id, kind: 'oidc', handle }).execute();
      await tx.updateTable('app.officer').set({ state: 'active', changed_at: sql`now()` }).where('id', '=', id).execute();
      await append(tx, [{ act: 'officer.accept', kind: 'officer', subject: id, detail: { by: 'oidc' } }]);
    }
    const known = await tx
      .selectFrom('app.credential as c')
      .innerJoin('app.officer as o', 'o.id', 'c.officer')
      .innerJoin('app.office as f', 'f.id', 'o.office')
      .select(['c.id', 'o.id as officer', 'f.district'])
      .where('c.kind', '=', 'oidc')
      .where('c.handle', '=', handle)
      .where('c.retired_at', 'is', null)
      .where('o.state', '=', 'active')
      .executeTakeFirst();
    if (!known) throw new OfficeFault('log-in-failed');
    await tx.updateTable('app.credential').set({ used_at: sql`now()` }).where('id', '=', known.id).execute();
    const token = await openSession(tx, known.officer, 'oidc');
    await append(tx, [{ act: 'log-in', kind: 'officer', subject: known.officer, district: known.district, detail: { by: 'oidc' } }]);
    return token;
  });
}

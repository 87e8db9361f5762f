import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { append } from '../audit/append.ts';
import { workerContext } from '../store/context.ts';
import { StoreFault } from '../store/fault.ts';
import { within } from '../store/within.ts';
import { act, type Caller, ringIdOf, type VaultAccess } from './access.ts';
import { VaultFault } from './fault.ts';
import { publicKeyOf } from './public-key.ts';
import { type Place, sealJson, unsealJson, unwrapKey, wrapKey } from './sealed.ts';
import { openIdentity } from './seal-tip.ts';
import { suites } from './suites.ts';

/** How long an opened identity can be viewed, in hours. */
export const LONGEST_OPENING = 72;
const REASON = { least: 10, most: 2000 };

const grantPlace = (request: string): Place => ['opening', request];

const reasonOf = (text: string): string => {
  const reason = text.normalize('NFC').trim();
  if (reason.length < REASON.least || reason.length > REASON.most) throw new StoreFault('invalid-input');
  return reason;
};

/** Asks to open the identity behind a tip. Gives the id of the request. Throws `not-found`, `invalid-input` for a reason too short. */
export const askOpening = (access: VaultAccess, caller: Caller, tip: string, reason: string): Promise<string> =>
  act(access.console, caller, 'identity.ask', async (tx) => {
    const why = reasonOf(reason);
    const { rows } = await sql<{ anonymous: boolean }>`select anonymous from app.tip where id = ${tip}`.execute(tx);
    if (rows[0] === undefined || rows[0].anonymous) throw new StoreFault('not-found');
    const made = await sql<{ id: string }>`insert into vault.opening_request (tip, reason) values (${tip}, ${why}) returning id`.execute(
      tx,
    );
    const id = made.rows[0]?.id ?? '';
    return { result: id, audit: [{ act: 'identity.ask', kind: 'identity', subject: tip, why, detail: { request: id } }] };
  });

export type OpeningDecision =
  | { readonly approve: true; readonly ground: string; readonly hours: number; readonly passphrase: string }
  | { readonly approve: false; readonly ground: string };

interface Asked {
  readonly tip: string;
  readonly askedBy: string;
  readonly office: string;
  readonly holder: string;
  readonly version: number;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/**
 * Decides a request, as another person and a custodian. An approval opens the identity with the custodian's pass phrase and seals it once
 * more for the office that asked, for some hours: before it, no key of that office opens it.
 * Throws `not-found`, `same-person`, `wrong-state` when decided already, `invalid-input`, `vault-wrong-key`.
 */
export const decideOpening = async (access: VaultAccess, caller: Caller, request: string, decision: OpeningDecision): Promise<void> => {
  try {
    await decide(access, caller, request, decision);
  } catch (error) {
    // The act is rolled back as a whole; that somebody tried with a wrong pass phrase must not be.
    if ((error as { code?: unknown }).code === 'vault-wrong-key') await noteWrongPassphrase(access, caller, request);
    throw error;
  }
};

const noteWrongPassphrase = (access: VaultAccess, caller: Caller, request: string): Promise<void> =>
  act(access.vault, caller, 'identity.open', async (tx) => {
    const { rows } = await sql<{ tip: string }>`select tip from vault.opening_request where id = ${request}`.execute(tx);
    const subject = rows[0]?.tip ?? request;
    return { result: undefined, audit: [{ act: 'identity.wrong-passphrase', kind: 'identity', subject, detail: { request } }] };
  });

const decide = (access: VaultAccess, caller: Caller, request: string, decision: OpeningDecision): Promise<void> =>
  act(access.vault, caller, 'identity.open', async (tx) => {
    const ground = reasonOf(decision.ground);
    const { rows } = await sql<Asked & { decision: string | null }>`
      select r.tip, r.asked_by as "askedBy", r.asked_office as office, r.decision, i.holder, i.key_version as version, i.wrapped, i.sealed
      from vault.opening_request r join vault.identity i on i.tip = r.tip where r.id = ${request} for update of r`.execute(tx);
    const [asked] = rows;
    if (asked === undefined) throw new StoreFault('not-found');
    if (asked.askedBy === caller.context.actor) throw new VaultFault('same-person');
    if (asked.decision !== null) throw new StoreFault('wrong-state');
    const grant = decision.approve ? await grantFor(tx, access, caller, request, asked, decision) : null;
    await sql`update vault.opening_request set decision = ${decision.approve ? 'approved' : 'refused'}, decided_by = ${caller.context.actor}, decided_at = now(),
        ground = ${ground}, ends_at = now() + ${grant?.hours ?? null}::integer * interval '1 hour', granted = ${grant?.sealed ?? null},
        granted_wrapped = ${grant?.wrapped ?? null}, granted_version = ${grant?.version ?? null}, version = version + 1
      where id = ${request}`.execute(tx);
    const name = decision.approve ? 'identity.approve' : 'identity.refuse';
    return { result: undefined, audit: [{ act: name, kind: 'identity', subject: asked.tip, why: ground, detail: { request } }] };
  });

const grantFor = async (
  tx: Parameters<typeof publicKeyOf>[0],
  { keyring, suite }: VaultAccess,
  caller: Caller,
  request: string,
  asked: Asked,
  { hours, passphrase }: OpeningDecision & { approve: true },
) => {
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_OPENING) throw new StoreFault('invalid-input');
  const ring = await ringIdOf(tx, 'custodian', asked.holder, asked.version);
  const privateKey = await keyring.privateKey(ring, { person: caller.context.actor, passphrase });
  const identity = openIdentity(asked.tip, asked.holder, asked.wrapped, asked.sealed, privateKey);
  privateKey.fill(0);
  const office = await publicKeyOf(tx, 'office', asked.office);
  const key = randomBytes(32);
  const sealed = sealJson(suite, key, identity, grantPlace(request));
  const wrapped = wrapKey(suites[office.suite], office.publicKey, key, grantPlace(request));
  key.fill(0);
  return { hours, sealed, wrapped, version: office.version };
};

/**
 * Shows an opened identity to the one who asked, and keeps the day and the hour of it.
 * Throws `not-found`, `wrong-state` when it was not approved, `opening-expired`.
 */
export const viewIdentity = async (access: VaultAccess, caller: Caller, request: string): Promise<unknown> =>
  act(access.console, caller, 'identity.ask', async (tx) => {
    const { rows } = await sql<{
      tip: string;
      office: string;
      decision: string | null;
      over: boolean;
      granted: Buffer | null;
      wrapped: Buffer | null;
      version: number;
    }>`
      select tip, asked_office as office, decision, ends_at <= now() as over, granted, granted_wrapped as wrapped, granted_version as version
      from vault.opening_request where id = ${request} and asked_by = ${caller.context.actor}`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw new StoreFault('not-found');
    if (found.decision !== 'approved') throw new StoreFault('wrong-state');
    if (found.over || found.granted === null || found.wrapped === null) throw new VaultFault('opening-expired');
    const privateKey = await access.keyring.privateKey(await ringIdOf(tx, 'office', found.office, found.version));
    const key = unwrapKey(privateKey, found.wrapped, grantPlace(request));
    privateKey.fill(0);
    const identity = unsealJson(key, found.granted, grantPlace(request));
    await sql`insert into vault.opening_view (request, tip) values (${request}, ${found.tip})`.execute(tx);
    return { result: identity, audit: [{ act: 'identity.view', kind: 'identity', subject: found.tip, detail: { request } }] };
  });

/** One dated line of the history of an identity. */
export interface OpeningLine {
  readonly request: string;
  readonly what: 'asked' | 'approved' | 'refused' | 'viewed';
  readonly by: string;
  readonly at: Date;
  /** Reason of a request, ground of a decision; null for a view. */
  readonly why: string | null;
  /** End of the time for viewing, of an approval. */
  readonly until: Date | null;
}

/** Every request, approval, refusal and view of one tip, oldest first; reading it is kept too. Throws `not-found`. */
export const openingHistory = (access: VaultAccess, caller: Caller, tip: string): Promise<readonly OpeningLine[]> =>
  act(access.console, caller, 'tip.read', async (tx) => {
    const seen = await sql`select from app.tip where id = ${tip}`.execute(tx);
    if (seen.rows.length === 0) throw new StoreFault('not-found');
    const { rows } = await sql<OpeningLine>`
      select * from (
        select id as request, 'asked' as what, asked_by as by, asked_at as at, reason as why, null::timestamptz as until
          from vault.opening_request where tip = ${tip}
        union all
        select id, decision, decided_by, decided_at, ground, ends_at from vault.opening_request where tip = ${tip} and decision is not null
        union all
        select request, 'viewed', viewed_by, viewed_at, null, null from vault.opening_view where tip = ${tip}
      ) lines order by at`.execute(tx);
    return { result: rows, audit: [{ act: 'identity.history', kind: 'identity', subject: tip }] };
  });

/** Empties what was handed over and whose time is over. For the worker; gives the number. */
export const closeOpenings = ({ worker }: Pick<VaultAccess, 'worker'>): Promise<number> =>
  within(worker, workerContext, async (tx) => {
    const { rows } = await sql<{ id: string; tip: string }>`
      update vault.opening_request set granted = null, granted_wrapped = null where granted is not null and ends_at <= now()
      returning id, tip`.execute(tx);
    await append(
      tx,
      rows.map(({ id, tip }) => ({ act: 'identity.close', kind: 'identity' as const, subject: tip, detail: { request: id } })),
    );
    return rows.length;
  });

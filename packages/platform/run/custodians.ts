import { sql } from 'kysely';
import { append } from '../audit/index.ts';
import { inviteOfficer } from '../offices/invitation.ts';
import { StoreFault, type Tx, within } from '../store/index.ts';
import { CUSTODIANS, foundCustodians, foundEscrow, type Guard } from '../vault/index.ts';
import { installationContext, type Platform } from './open-platform.ts';

/** A custodian by the name they log in with, and the pass phrase only they know. */
export interface NewCustodian {
  readonly logIn: string;
  readonly passphrase: string;
}

export interface Founded {
  readonly logIn: string;
  readonly officer: string;
  /** Token of an invitation, for whoever had no account yet. */
  readonly invitation: string | null;
}

const LEAST = 2;

/**
 * Founds the escrow (`threshold` of these persons open it together) and the circle of identity custodians, once for the city. Who has no
 * account yet is invited as a custodian of `office`. Throws `wrong-state` when there are custodians, `invalid-input` for fewer than two
 * persons, a person named twice, or a threshold that is not between two and their number.
 */
export async function foundCustody(
  platform: Platform,
  threshold: number,
  persons: readonly NewCustodian[],
  office = 'samr-city',
): Promise<readonly Founded[]> {
  const { store, keyring, suite } = platform;
  const names = persons.map(({ logIn }) => nameOf(logIn));
  if (persons.length < LEAST || threshold < LEAST || threshold > persons.length) throw new StoreFault('invalid-input', 'threshold');
  if (new Set(names).size !== names.length) throw new StoreFault('invalid-input', 'a person is named twice');
  const { founded, ringId, guards } = await within(store.console, installationContext, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('liangjian.custody'))`.execute(tx as never);
    if ((await ringOf(tx)) !== null) throw new StoreFault('wrong-state', 'there are custodians');
    const made: Founded[] = [];
    for (const name of names) made.push(await custodianBy(tx, name, office));
    const kept = made.map(({ officer }, at): Guard => ({ person: officer, passphrase: persons[at]?.passphrase ?? '' }));
    await foundEscrow(tx, keyring, suite, threshold, kept);
    const circle = await foundCustodians(tx, keyring, kept[0] as Guard);
    await append(
      tx,
      made.map(({ officer }) => ({ act: 'custodian.found', kind: 'system' as const, subject: officer, detail: { threshold } })),
    );
    return { founded: made, ringId: circle.ringId, guards: kept };
  });
  const [first, ...others] = guards;
  for (const other of others) await keyring.admit(ringId, first as Guard, other);
  return founded;
}

/**
 * A custodian lets another person into the circle with both pass phrases. Shares of the escrow stay as they are.
 * Throws `wrong-state` when there is no circle, `not-found` when who admits has no account, `vault-wrong-key`.
 */
export async function admitCustodian(platform: Platform, by: NewCustodian, person: NewCustodian, office = 'samr-city'): Promise<Founded> {
  const { store, keyring } = platform;
  return within(store.console, installationContext, async (tx) => {
    const ring = await ringOf(tx);
    if (ring === null) throw new StoreFault('wrong-state', 'there are no custodians');
    const admits = await officerBy(tx, nameOf(by.logIn));
    if (admits === undefined) throw new StoreFault('not-found', by.logIn);
    const joins = await custodianBy(tx, nameOf(person.logIn), office);
    await keyring.admit(ring, { person: admits, passphrase: by.passphrase }, { person: joins.officer, passphrase: person.passphrase });
    await append(tx, [{ act: 'custodian.admit', kind: 'system', subject: joins.officer, detail: { by: admits } }]);
    return joins;
  });
}

const nameOf = (logIn: string): string => logIn.normalize('NFKC').trim().toLowerCase();

/** Key of the circle in force, in the keyring. */
const ringOf = async (tx: Tx): Promise<string | null> => {
  const { rows } = await sql<{ ring: string | null }>`
    select data ->> 'ring' as ring from vault.key where holder_kind = 'custodian' and holder = ${CUSTODIANS} and retired_at is null
    order by version desc limit 1`.execute(tx as never);
  return rows[0]?.ring ?? null;
};

const officerBy = async (tx: Tx, logIn: string): Promise<string | undefined> =>
  (await tx.selectFrom('app.officer').select('id').where('log_in', '=', logIn).executeTakeFirst())?.id;

const custodianBy = async (tx: Tx, logIn: string, office: string): Promise<Founded> => {
  const known = await officerBy(tx, logIn);
  if (known !== undefined) return { logIn, officer: known, invitation: null };
  const { id, token } = await inviteOfficer(tx, installationContext.actor, {
    logIn,
    name: logIn,
    office,
    roles: ['custodian'],
    clearance: 0,
  });
  return { logIn, officer: id, invitation: token };
};

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Context } from '../../store/context.ts';
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts';
import { within } from '../../store/within.ts';
import type { Caller, VaultAccess } from '../../vault/access.ts';
import { foundCustodians, foundEscrow, giveOfficeKey } from '../../vault/found-keys.ts';
import { type Keyring, openKeyring } from '../../vault/keyring.ts';
import type { Suite } from '../../vault/suite.ts';
import { fileTip } from '../file-tip.ts';
import { type Intake, type IntakeOptions, newFormPage, openIntake } from '../intake.ts';
import { folderStore } from '../object-store.ts';
import type { GivenProof } from '../proof.ts';
import type { TipDraft } from '../tip-input.ts';
import { UPLOAD_LIMITS } from '../uploads.ts';

/** An intake over a database of its own: three offices of market regulation with keys, two custodians of identities, an escrow of two in three. */
export interface TestIntake {
  readonly store: TestStore;
  readonly intake: Intake;
  readonly keyring: Keyring;
  readonly suite: Suite;
  readonly folder: string;
  /** What officers' acts need. */
  readonly access: VaultAccess;
  /** Another intake over the same database, as a second process would be. */
  readonly again: (options?: Partial<IntakeOptions>) => Intake;
  readonly stop: () => Promise<void>;
}

export const OFFICES = ['samr-city', 'samr-huangpu', 'samr-pudong'] as const;
export const guard = (person: string) => ({ person, passphrase: `${person} keeps this to themselves` });
export const CUSTODIAN_IDS = [
  '00000000-0000-4000-8000-0000000000c1',
  '00000000-0000-4000-8000-0000000000c2',
  '00000000-0000-4000-8000-0000000000c3',
] as const;

const administrator: Context = { actor: 'administrator-1', roles: ['administrator'] };

/** An officer who has just confirmed who they are. */
export const officer = (actor: string, roles: readonly string[], office = 'samr-huangpu', district = '310101'): Caller => ({
  context: { actor, roles, office, districts: [district], clearance: 1 },
  steppedUpAt: new Date(),
});

export const openTestIntake = async (given: Suite, options: Partial<IntakeOptions> = {}): Promise<TestIntake> => {
  // What a pass phrase costs is not tested here.
  const suite: Suite = { ...given, passwordCost: given.receiptCost };
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  const store = await openTestStore();
  const keyring = openKeyring(join(folder, 'keys'), randomBytes(32), suite);
  const custody = await within(store.console, administrator, async (tx) => {
    await sql`insert into app.office (id, line, level, district, name_zh, name_en) values
      ('samr-city', 'samr', 'city', '310000', '市市场监督管理局', 'City market regulation'),
      ('samr-huangpu', 'samr', 'district', '310101', '黄浦区市场监督管理局', 'Huangpu market regulation'),
      ('samr-pudong', 'samr', 'district', '310115', '浦东新区市场监督管理局', 'Pudong market regulation')`.execute(tx);
    for (const office of OFFICES) await giveOfficeKey(tx, keyring, office);
    await foundEscrow(tx, keyring, suite, 2, CUSTODIAN_IDS.map(guard));
    return foundCustodians(tx, keyring, guard(CUSTODIAN_IDS[0]));
  });
  await keyring.admit(custody.ringId, guard(CUSTODIAN_IDS[0]), guard(CUSTODIAN_IDS[1]));
  const key = randomBytes(32);
  const again = (more: Partial<IntakeOptions> = {}): Intake =>
    openIntake({
      db: store.portal,
      suite,
      key,
      objects: folderStore(join(folder, 'objects')),
      uploadFolder: join(folder, 'uploads'),
      uploadLimits: { ...UPLOAD_LIMITS, keepFree: 0 },
      gate: { calmBits: 0, mostBits: 0, calmRate: 1e9, perSource: 1e9, withoutWork: 1e9 },
      ...options,
      ...more,
    });
  const stop = async (): Promise<void> => {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const access: VaultAccess = { console: store.console, vault: store.vault, worker: store.worker, keyring, suite };
  return { store, intake: again(), keyring, suite, folder, access, again, stop };
};

/** A form with its proof, as a page without flood would send it. */
export const newPage = (intake: Intake): { form: string; proof: GivenProof } => {
  const { form, proof } = newFormPage(intake);
  return { form, proof: { challenge: proof.challenge, proof: '0', answer: '', source: 's' } };
};

/** Files a tip and gives its id and receipt. */
export const fileOne = async (at: TestIntake, more: Partial<TipDraft> = {}): Promise<{ readonly id: string; readonly receipt: string }> => {
  const { form, proof } = newPage(at.intake);
  const { tips, receipt } = await fileTip(at.intake, draftFor(form, more), proof);
  return { id: tips[0]?.id ?? '', receipt };
};

/** A report by nobody about an invented shop. */
export const draftFor = (form: string, more: Partial<TipDraft> = {}): TipDraft => ({
  form,
  happened: ['forced-phone', 'marketing'],
  story: '扫码点餐，不填手机号就点不了。',
  scene: 'S1',
  shop: { name: '演示面馆', address: '演示路 1 号', district: '310101' },
  aim: 'report',
  ...more,
});

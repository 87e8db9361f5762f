import { join } from 'node:path';
import { seedCampaigns } from '../campaign/index.ts';
import { folderStore, type Intake, type IntakeOptions, openIntake } from '../intake/index.ts';
import { bootstrapInvitation } from '../offices/invitation.ts';
import { seedOffices } from '../offices/seed-offices.ts';
import { type Context, openStore, type Store, type StoreOptions, within } from '../store/index.ts';
import { openStoreBeside } from '../store/join-store.ts';
import { intakeHooks } from '../triage/index.ts';
import { giveOfficeKey, keyFile, type Keyring, openKeyring, type Suite, type SuiteId, suites } from '../vault/index.ts';

export interface PlatformOptions extends Pick<StoreOptions, 'url' | 'onLost' | 'connections'> {
  /** Folder of all data: database, keys, objects, uploads. */
  readonly data: string;
  /** Algorithms for what is sealed from now on. */
  readonly suite?: SuiteId;
  readonly gate?: IntakeOptions['gate'];
  /** May work beside the process that holds the embedded server of this folder. */
  readonly beside?: boolean;
}

/** What every process of the platform works with. */
export interface Platform {
  readonly data: string;
  readonly store: Store;
  readonly suite: Suite;
  readonly keyring: Keyring;
  readonly intake: Intake;
  /** Seals what officers log in with. */
  readonly officerKey: Buffer;
  /** Key of the marks by which sealed tips find each other. */
  readonly markKey: Buffer;
  /** Custodians and escrow have their keys, so that a tip can be sealed. */
  readonly canSeal: () => Promise<boolean>;
  stop(): Promise<void>;
}

/** What the installation does by itself, before anybody has a role. */
export const installationContext: Context = { actor: 'installation', roles: ['administrator'] };

/**
 * Opens the platform on a data folder: database, offices, keys of offices, intake. Safe to call again and from several processes; what is
 * there stays. Throws what `openStore` throws.
 */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { data, gate } = options;
  const suite = suites[options.suite ?? 'international'];
  const store = await (options.beside ? openStoreBeside : openStore)(options);
  try {
    const keys = join(data, 'keys');
    const keyring = openKeyring(join(keys, 'ring'), await keyFile(join(keys, 'master')), suite);
    await seedOffices(store.console);
    await giveMissingKeys(store, keyring);
    await seedCampaigns({ db: store.console, context: installationContext });
    const markKey = await keyFile(join(keys, 'marks'));
    const intake = openIntake({
      db: store.portal,
      suite,
      key: await keyFile(join(keys, 'portal')),
      objects: folderStore(join(data, 'objects')),
      uploadFolder: join(data, 'uploads'),
      ...intakeHooks(store.portal, markKey),
      ...(gate ? { gate } : {}),
    });
    const canSeal = async () => {
      const { keys: known } = await intake.directory();
      return ['custodian', 'escrow', 'office'].every((kind) => known.some((key) => key.kind === kind));
    };
    const officerKey = await keyFile(join(keys, 'officers'));
    return { data, store, suite, keyring, intake, officerKey, markKey, canSeal, stop: () => store.stop() };
  } catch (error) {
    await store.stop();
    throw error;
  }
}

/** Every office can be written to from the first day on. */
async function giveMissingKeys(store: Store, keyring: Keyring): Promise<void> {
  await within(store.console, installationContext, async (tx) => {
    const missing = await tx
      .selectFrom('app.office as o')
      .select('o.id')
      .where('active', '=', true)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('vault.key as k').select('k.holder').where('k.holder_kind', '=', 'office').whereRef('k.holder', '=', 'o.id')),
        ),
      )
      .orderBy('o.id')
      .forUpdate('o')
      .execute();
    for (const { id } of missing) await giveOfficeKey(tx, keyring, id);
  });
}

/** Invitation of the first administrator, to be shown once on the console of the machine; null once there is one. */
export const firstAdministrator = ({ store }: Platform): Promise<string | null> => bootstrapInvitation(store.console, 'samr-city');

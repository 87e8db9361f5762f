import { type Platform, installationContext } from '../open-platform.ts';
import { foundCustodians, foundEscrow, type Guard } from '../../vault/index.ts';
import { within } from '../../store/index.ts';

/** Invented custodians of the demonstration; their pass phrases are public, so nothing real may ever be sealed for them. */
const DEMONSTRATION_CUSTODIANS: readonly Guard[] = ['甲', '乙', '丙'].map((sign) => ({
  person: `demonstration-custodian-${sign}`,
  passphrase: `演示用口令短语-${sign}-请勿用于真实环境`,
}));

const THRESHOLD = 2;

/** An escrow of two in three and a circle of two custodians, unless there is one. */
export async function foundDemonstrationCustodians(platform: Platform): Promise<void> {
  if (await platform.canSeal()) return;
  const { store, keyring, suite } = platform;
  const [first, second] = DEMONSTRATION_CUSTODIANS as [Guard, Guard, Guard];
  const circle = await within(store.console, installationContext, async (tx) => {
    await foundEscrow(tx, keyring, suite, THRESHOLD, DEMONSTRATION_CUSTODIANS);
    return foundCustodians(tx, keyring, first);
  });
  await keyring.admit(circle.ringId, first, second);
}

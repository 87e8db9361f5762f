import type { Intake } from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import type { Keyring, Suite } from '../../vault/index.ts';
import type { VaultAccess } from '../../vault/access.ts';

/** What the console works with. */
export interface ConsoleParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly suite: Suite;
  readonly intake: Intake;
  /** Key of the marks by which sealed tips find each other. */
  readonly markKey: Uint8Array;
  /** Seals what officers log in with. */
  readonly officerKey: Uint8Array;
}

/** The pools and keys that acts on sealed data need. */
export const accessOf = ({ store, keyring, suite }: ConsoleParts): VaultAccess => ({
  console: store.console,
  vault: store.vault,
  worker: store.worker,
  keyring,
  suite,
});

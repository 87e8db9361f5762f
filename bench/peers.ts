import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserFlags } from './flags.ts';

/** A peer put into a folder of its own: it never enters our lockfile. */
export interface Peer {
  readonly folder: string;
  /** Program that starts the browser with the flags of the bench. */
  readonly browser: string;
  remove(): void;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Installs a package of the npm registry into a temporary folder, without its own browser. Throws npm's complaint in one line. */
export function installPeer(name: string, version: string, browser: string, port: number): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'liangjian-peer-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const npm = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`],
    { env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }, encoding: 'utf8', timeout: 4 * 60_000 },
  );
  if (npm.status !== 0 || !existsSync(join(folder, 'node_modules', name))) {
    remove();
    throw new Error(
      `not installed: ${/npm error (?!code)(.+)/.exec(npm.stderr ?? '')?.[1] ?? npm.error?.message ?? `npm ended with ${npm.status}`}`,
    );
  }
  const wrapper = join(folder, 'browser.sh');
  const flags = browserFlags(port).map(quoted).join(' ');
  writeFileSync(wrapper, `#!/bin/sh\nexec ${quoted(browser)} "$@" ${flags}\n`);
  chmodSync(wrapper, 0o755);
  return { folder, browser: wrapper, remove };
}

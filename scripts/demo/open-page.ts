import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Program that shows a page on this desktop; null where there is no desktop, as on servers and in CI. */
export function pageOpener(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  if (platform === 'darwin') return '/usr/bin/open';
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return null;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'xdg-open')).find((path) => existsSync(path)) ?? null;
}

/** Shows a page; a desktop that cannot is no fault, the address is printed anyway. */
export function openPage(url: string): void {
  const opener = pageOpener();
  if (opener === null) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

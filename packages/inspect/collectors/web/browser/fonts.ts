import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = createRequire(import.meta.url);

/**
 * Writes a fontconfig file that knows the machine's fonts and the Chinese font we carry, so that pictures never show boxes.
 * Returns its path, for `FONTCONFIG_FILE`.
 */
export function writeFontConfig(folder: string): string {
  const carried = dirname(here.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const cache = join(folder, 'fontcache');
  mkdirSync(cache, { recursive: true });
  const dirs = [join(carried, '400Regular'), join(carried, '700Bold'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const file = join(folder, 'fonts.conf');
  const prefer = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>DejaVu Sans</family><family>Noto Sans SC</family></prefer></alias>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${cache}</cachedir>${prefer.join('')}</fontconfig>`,
  );
  return file;
}

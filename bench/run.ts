import { benchAccuracy } from './accuracy.ts';
import { benchIntake } from './intake.ts';
import { benchPackages } from './packages.ts';
import { benchMiniprogram } from './miniprogram.ts';
import { benchWeb } from './web.ts';

/** `npm run bench [web|accuracy|miniprogram|packages|intake] [args]`: figures side by side from one run. */
const [what = 'accuracy', ...args] = process.argv.slice(2);
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  accuracy: benchAccuracy,
  intake: benchIntake,
  packages: benchPackages,
  miniprogram: benchMiniprogram,
  web: benchWeb,
};
const bench = benches[what];
if (!bench) {
  console.error(`unknown bench ${what}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
await bench(args);

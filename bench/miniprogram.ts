import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_HIT } from '../packages/inspect/collectors/miniprogram/points/api-points.ts';
import { folderOf, inspectSample } from '../samples/testing/programs.ts';
import { PROGRAMS } from '../samples/truth/programs.ts';
import { lineOf, scoreProgram } from './score-program.ts';
import { writeProgram } from './write-program.ts';

/**
 * `npm run bench miniprogram [large | FOLDER…]`: accuracy over the sample programs beside a plain pattern search; then time of a whole inspection
 * beside one parse of the same hit files with meriyah and beside mere reading, each in a process of its own; `large` does the
 * same for 150 MB, for its memory.
 */
export async function benchMiniprogram(args: readonly string[]): Promise<void> {
  const [one = 0] = loadavg();
  if (one > 0.5) console.log(`load ${one.toFixed(1)}: other work runs on this machine; compare the lines with each other only`);
  const folders = args.filter((arg) => arg !== 'large');
  if (args.length === 0) await accuracy();
  const home = mkdtempSync(join(tmpdir(), 'liangjian-bench-'));
  try {
    if (folders.length > 0) for (const folder of folders) await speed(folder, folder, home);
    else {
      for (const megabytes of args.includes('large') ? [150] : [1, 5]) {
        const root = join(home, `p${megabytes}`);
        const { files, bytes } = writeProgram(root, megabytes);
        await speed(`${(bytes / 1024 / 1024).toFixed(0)} MB, ${files} files`, root, home, megabytes > 50 ? 2 : 6);
        rmSync(root, { recursive: true });
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A search by names over every file, as the usual scanners do it. */
const PATTERN =
  /(?:wx|uni|my|tt|swan)\.(?:get(?:Location|UserInfo|UserProfile|ClipboardData|WeRunData|PhoneNumber)|choose(?:Address|Location|Image|Media|Contact)|authorize)|getPhoneNumber|getLocation|getClipboardData|身份证|idcard/i;

async function accuracy(): Promise<void> {
  const ours = { points: 0, traps: 0, rows: 0, alarms: 0 };
  const pattern = { points: 0, traps: 0 };
  const total = { points: 0, traps: 0, rows: 0 };
  for (const sample of PROGRAMS) {
    const folder = folderOf(sample);
    const score = scoreProgram(sample, folder, await inspectSample(sample));
    total.points += sample.points.length;
    total.traps += sample.traps.length;
    total.rows += sample.faults.length;
    ours.points += score.points.found;
    ours.traps += score.traps.stepped.length;
    ours.rows += score.found.length;
    ours.alarms += score.falseAlarms.length;
    const hits = (spot: { readonly file: string; readonly has: string }) =>
      PATTERN.test(readFileSync(join(folder, spot.file), 'utf8').split('\n')[lineOf(folder, spot) - 1] ?? '');
    pattern.points += sample.points.filter(hits).length;
    pattern.traps += sample.traps.filter(hits).length;
  }
  const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(0)} %)`;
  console.log(`\n${PROGRAMS.length} sample programs`);
  console.log(`  collecting lines  ours ${share(ours.points, total.points)}   pattern search ${share(pattern.points, total.points)}`);
  console.log(`  traps stepped on  ours ${share(ours.traps, total.traps)}   pattern search ${share(pattern.traps, total.traps)}`);
  console.log(`  faults by row     ours ${share(ours.rows, total.rows)}, false alarms ${ours.alarms}`);
}

interface Measured {
  readonly times: readonly number[];
  readonly cpu: readonly number[];
  readonly notes: string;
  readonly peakMb: number;
}

async function speed(name: string, target: string, home: string, rounds = 6): Promise<void> {
  const files = statSync(target).isDirectory() ? readdirSync(target, { recursive: true, encoding: 'utf8' }) : [];
  const paths = files
    .map((path) => join(target, path))
    .filter((path) => /\.(js|wxml|vue|json|ts|axml|ttml|swan)$/.test(path) && statSync(path).isFile());
  const hit = paths.filter((path) => path.endsWith('.js') && API_HIT.test(readFileSync(path, 'utf8')));
  console.log(`\n${name}: ${hit.length} scripts with a hit`);
  const measure = (mode: string, of: readonly string[]): Promise<Measured> => subject({ mode, target, files: of, rounds }, home);
  const reading = await measure('reading', paths);
  const parsing = await measure('meriyah', hit);
  const ours = await measure('ours', []);
  // A busy machine stretches the wall clock: what is compared is the CPU.
  const best = ({ cpu }: Measured) => Math.min(...cpu);
  const line = (what: string, one: Measured) =>
    console.log(
      `  ${what.padEnd(34)} wall ${Math.min(...one.times)
        .toFixed(0)
        .padStart(
          6,
        )} ms   CPU first ${(one.cpu[0] ?? 0).toFixed(0).padStart(6)}, best ${best(one).toFixed(0).padStart(6)} ms   peak ${one.peakMb.toFixed(0).padStart(4)} MB   ${one.notes}`,
    );
  line('reading every file', reading);
  line('meriyah, files with a hit, once', parsing);
  line('ours, whole inspection', ours);
  const first = (one: Measured) => one.cpu[0] ?? 0;
  console.log(
    `  ours / meriyah: first ${(first(ours) / first(parsing)).toFixed(1)}, best ${(best(ours) / best(parsing)).toFixed(1)}; ours / (reading + meriyah): first ${(first(ours) / (first(reading) + first(parsing))).toFixed(1)}, best ${(best(ours) / (best(reading) + best(parsing))).toFixed(1)}`,
  );
}

/** Runs a subject in a process of its own. Throws when it ends without an answer. */
function subject(task: object, home: string): Promise<Measured> {
  const path = join(home, 'task.json');
  writeFileSync(path, JSON.stringify(task));
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./subjects/miniprogram.ts', import.meta.url)), [path], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    child.on('message', (message) => resolve(message as Measured));
    child.once('exit', (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
}

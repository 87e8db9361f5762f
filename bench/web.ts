import { cpus, loadavg } from 'node:os';
import { findBrowser } from '../packages/inspect/collectors/web/browser/find-browser.ts';
import { median } from './measure.ts';
import { installPeer } from './peers.ts';
import { type BenchShop, startShop } from './sites/shop.ts';
import { type Result, runSubject, type Task } from './subject.ts';

interface Line {
  readonly name: string;
  readonly wallS: string;
  readonly perMinute: string;
  readonly cpuS: string;
  readonly cpuPerArm: string;
  readonly peakMb: string;
  readonly remark: string;
}

const HEAD: Line = {
  name: 'what',
  wallS: 's each',
  perMinute: 'each/min',
  cpuS: 'CPU-s each',
  cpuPerArm: 'CPU-s/arm',
  peakMb: 'peak MB',
  remark: 'remark',
};

/** Sites at a time that are measured, and how many sites each gets. */
const STEPS = [
  { concurrency: 1, sites: 3 },
  { concurrency: 4, sites: 12 },
  { concurrency: 8, sites: 16 },
  { concurrency: 16, sites: 32 },
] as const;

const FLOOR_PAGES = 20;
const REPETITIONS = 3;

/**
 * `npm run bench web [quick]`: ours, the floor and peers on the same pages in one run. `quick` measures one and four sites at a time
 * and leaves peers out.
 */
export async function benchWeb(args: readonly string[]): Promise<void> {
  const quick = args.includes('quick');
  const browser = await findBrowser();
  const shop = await startShop();
  const lines: Line[] = [];
  const put = (line: Line): void => {
    if (lines.length === 0) console.log(format(HEAD));
    lines.push(line);
    console.log(format(line));
  };
  const [load = 0] = loadavg();
  console.log(
    `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load.toFixed(1)} at the start${load > 0.5 ? ': not idle, trust CPU-seconds and ratios only' : ''}`,
  );
  try {
    const task = taskOf(shop, browser);
    const floor = await floorLines(task, put);
    for (const step of quick ? STEPS.slice(0, 2) : STEPS) put(await oursLine(task, step.concurrency, step.sites, false, floor));
    if (!quick) {
      put(await oursLine(task, 4, 8, true, floor));
      await peerLines(task, shop, browser, put);
    }
    const [from = 0, now = 0] = [load, loadavg()[0]];
    console.log(
      `load ${from.toFixed(1)} → ${now.toFixed(1)}. Targets on 2 idle cores: ≥ 60 three-arm sites/min, ≤ 0.60 CPU-s/arm, ≤ 1000 MB. How to read it: bench/README.md`,
    );
  } finally {
    await shop.close();
  }
}

/** A task on so many shops and one more to warm up. */
function taskOf(shop: BenchShop, browser: string) {
  return (count: number, concurrency: number, control = false): Task => ({
    urls: Array.from({ length: count + 1 }, (_, index) => `http://${shop.host(index)}/`),
    concurrency,
    port: shop.port,
    hosts: [...shop.hostMap(count + 1).keys()],
    control,
    browser,
    folder: '',
  });
}

type TaskOf = ReturnType<typeof taskOf>;

/** CPU-seconds of one plain page load. */
async function floorLines(task: TaskOf, put: (line: Line) => void): Promise<number> {
  let cheapest = Number.POSITIVE_INFINITY;
  for (const concurrency of [1, 4]) {
    const runs: Result[] = [];
    for (let run = 0; run < REPETITIONS; run += 1) runs.push(await runSubject('floor', task(FLOOR_PAGES, concurrency)));
    const { version = '', browser = '' } = runs[0]?.notes ?? {};
    const cpuS = median(runs.map((run) => run.cost.cpuS)) / FLOOR_PAGES;
    const wallS = median(runs.map((run) => run.cost.wallS)) / FLOOR_PAGES;
    cheapest = Math.min(cheapest, cpuS);
    put({
      name: `floor: playwright-core ${version}, plain load, ${concurrency} at a time`,
      wallS: wallS.toFixed(2),
      perMinute: (60 / wallS).toFixed(0),
      cpuS: cpuS.toFixed(2),
      cpuPerArm: '-',
      peakMb: median(runs.map((run) => run.cost.peakMb)).toFixed(0),
      remark: `browser ${browser}; ${FLOOR_PAGES} pages, median of ${REPETITIONS}`,
    });
  }
  return cheapest;
}

async function oursLine(task: TaskOf, concurrency: number, sites: number, control: boolean, floor: number): Promise<Line> {
  const { cost, notes } = await runSubject('ours', task(sites, concurrency, control));
  const arms = control ? 4 : 3;
  const perArm = cost.cpuS / sites / arms;
  return {
    name: `ours ${notes['version']}: ${arms} arms${control ? ' (with control)' : ''}, ${concurrency} at a time`,
    wallS: (cost.wallS / sites).toFixed(2),
    perMinute: ((60 * sites) / cost.wallS).toFixed(1),
    cpuS: (cost.cpuS / sites).toFixed(2),
    cpuPerArm: perArm.toFixed(2),
    peakMb: cost.peakMb.toFixed(0),
    remark: `${(perArm / floor).toFixed(1)} × floor/arm; ${(Number(notes['nodeCpuS']) / sites / arms).toFixed(2)} of it in Node; ${Number(notes['secondsPerSite']).toFixed(1)} s a site; ${notes['events']} events, ${Number(notes['captureMb']).toFixed(1)} MB kept; ${notes['incomplete']} arms incomplete; ${sites} sites`,
  };
}

async function peerLines(task: TaskOf, shop: BenchShop, browser: string, put: (line: Line) => void): Promise<void> {
  const name = '@themarkup/blacklight-collector';
  const version = '3.11.0';
  const absent = (peer: string, remark: string): void =>
    put({ name: peer, wallS: '-', perMinute: '-', cpuS: '-', cpuPerArm: '-', peakMb: '-', remark });
  try {
    const peer = installPeer(name, version, browser, shop.port);
    try {
      const runs: Result[] = [];
      for (let run = 0; run < REPETITIONS; run += 1) {
        runs.push(await runSubject('blacklight', { ...task(0, 1), browser: peer.browser, folder: peer.folder }, 2 * 60_000));
      }
      const wallS = median(runs.map((run) => run.cost.wallS));
      put({
        name: `${name} ${runs[0]?.notes['version']}, 1 arm`,
        wallS: wallS.toFixed(2),
        perMinute: (60 / wallS).toFixed(1),
        cpuS: median(runs.map((run) => run.cost.cpuS)).toFixed(2),
        cpuPerArm: median(runs.map((run) => run.cost.cpuS)).toFixed(2),
        peakMb: median(runs.map((run) => run.cost.peakMb)).toFixed(0),
        remark: `entry page only, as its command does it: loading itself (${Number(runs[0]?.notes['loadCpuS']).toFixed(2)} CPU-s) and its own browser included; median of ${REPETITIONS}`,
      });
    } finally {
      peer.remove();
    }
  } catch (error) {
    absent(`${name} ${version}`, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  absent('website-evidence-collector', 'not in the registry');
}

const WIDTHS: Readonly<Record<keyof Line, number>> = { name: 58, wallS: 7, perMinute: 9, cpuS: 11, cpuPerArm: 10, peakMb: 8, remark: 0 };

const format = (line: Line): string =>
  (Object.keys(WIDTHS) as (keyof Line)[])
    .map((key) => (key === 'name' || key === 'remark' ? line[key].padEnd(WIDTHS[key]) : line[key].padStart(WIDTHS[key])))
    .join('  ')
    .trimEnd();

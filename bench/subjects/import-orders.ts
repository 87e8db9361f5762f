import { argv } from 'node:process';
import { openPlatform } from '@liangjian/platform/run';
import { importOrders } from '../../packages/cli/run/import-orders.ts';

/** Memory that is in use, not what waits to be collected. Run with `--expose-gc`. */
const inUse = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Imports one file beside the process that holds the database, so that its memory is its own; tells what that took. */
const [, , data = '', file = '', rows = '0'] = argv;
const platform = await openPlatform({ data, beside: true });
const before = process.memoryUsage().rss;
/** In use near the beginning and near the end of the file: constant memory means that they are alike. */
const marks = [Number(rows) / 10, (Number(rows) * 9) / 10];
const used: number[] = [];
const began = performance.now();
const cpu = process.cpuUsage();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const { totals } = await importOrders(
  platform,
  { file, channel: '12345', office: 'samr-city', map: null, sheet: undefined, headerLine: undefined },
  ({ lines }) => {
    if (lines >= (marks[used.length] ?? Number.POSITIVE_INFINITY)) used.push(inUse());
  },
);
clearInterval(watch);
const { user, system } = process.cpuUsage(cpu);
process.send?.({
  totals,
  seconds: (performance.now() - began) / 1000,
  cpuS: (user + system) / 1e6,
  growthMb: (peak - before) / 2 ** 20,
  peakMb: peak / 2 ** 20,
  heldMb: ((used[1] ?? 0) - (used[0] ?? 0)) / 2 ** 20,
});
await platform.stop();

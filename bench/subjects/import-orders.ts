import { argv } from 'node:process';
import { openPlatform } from '@liangjian/platform/run';
import { importOrders } from '../../packages/cli/run/import-orders.ts';

/** Imports one file beside the process that holds the database, so that its memory is its own; tells what that took. */
const [, , data = '', file = ''] = argv;
const platform = await openPlatform({ data, beside: true });
const before = process.memoryUsage().rss;
const began = performance.now();
const cpu = process.cpuUsage();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const { totals } = await importOrders(
  platform,
  { file, channel: '12345', office: 'samr-city', map: null, sheet: undefined, headerLine: undefined },
  () => undefined,
);
clearInterval(watch);
const { user, system } = process.cpuUsage(cpu);
process.send?.({
  totals,
  seconds: (performance.now() - began) / 1000,
  cpuS: (user + system) / 1e6,
  growthMb: (peak - before) / 2 ** 20,
  peakMb: peak / 2 ** 20,
});
await platform.stop();

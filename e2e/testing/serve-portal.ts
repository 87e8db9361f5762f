import { argv, env } from 'node:process';
import { openLog } from '@liangjian/platform/http';
import { foundDemonstrationCustodians, openPlatform, startWorker } from '@liangjian/platform/run';
import { openPortal } from '@liangjian/portal';

/**
 * `serve-portal.ts <data> <port>`: what `liangjian serve` brings up for the public, with the gate against floods open, because here one
 * source sends everything. Says its address to its parent; ends when it is killed.
 */
const [, , data = '', port = '0'] = argv;
const named = { zh: '测试', en: 'test' };
const platform = await openPlatform({
  data,
  url: env['DATABASE_URL'],
  gate: { calmBits: 0, mostBits: 0, calmRate: 1e9, perSource: 1e9, withoutWork: 1e9 },
});
await foundDemonstrationCustodians(platform);
const quiet = openLog('portal', { write: () => undefined });
await startWorker(platform, { log: quiet });
const app = await openPortal({
  intake: platform.intake,
  authority: { name: named, address: named, contact: named, effective: '2026-11-01' },
  demonstration: true,
  secure: false,
  log: quiet,
  ready: platform.canSeal,
  perMinute: 1e9,
  proxies: 0,
});
process.send?.({ address: await app.listen({ port: Number(port), host: '127.0.0.1' }) });
process.once('disconnect', () => process.exit(1));

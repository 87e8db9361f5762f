import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Store } from '@liangjian/platform/store';
import { foundDemonstration, openPlatform } from '@liangjian/platform/run';
import { sql } from 'kysely';
import { importCost } from './intake/import-orders.ts';
import { fileTips } from './intake/file-tips.ts';
import { listTips } from './intake/list-tips.ts';
import { plainInserts } from './intake/plain-inserts.ts';
import { serverCpu } from './intake/server-cpu.ts';
import { versionsOf } from './intake/versions.ts';

const CLIENTS = 16;
const OPEN = { calmBits: 0, mostBits: 0, calmRate: 1e9, perSource: 1e9, withoutWork: 1e9 };

/** Bytes of the rows that one tip leaves, so that the floor writes as many. */
async function bytesOfTip(store: Store): Promise<number> {
  const owner = connect(store.addressOf('liangjian_migrate'), 1);
  const { rows } = await sql<{ bytes: number }>`
    select (select sum(pg_column_size(t.*)) from (select * from app.tip limit 1) t)
      + (select sum(pg_column_size(b.*)) from (select * from vault.tip_body limit 1) b)
      + (select sum(pg_column_size(k.*)) from (select * from vault.tip_key limit 3) k)
      + (select sum(pg_column_size(r.*)) from (select * from vault.receipt limit 1) r)
      + (select sum(pg_column_size(c.*)) from (select * from app.clock limit 1) c)
      + (select sum(pg_column_size(e.*)) from (select * from app.tip_event limit 1) e) as bytes`.execute(owner);
  await sql`create schema if not exists bench`.execute(owner);
  await sql`create table if not exists bench.plain (id bigint generated always as identity primary key, at timestamptz not null default now(), body bytea)`.execute(
    owner,
  );
  await owner.destroy();
  return Number(rows[0]?.bytes ?? 0);
}

/**
 * `npm run bench intake [seconds] [tips] [orders]`: whole filings beside plain inserts of the same bytes, lists under policies beside lists by
 * hand, and an import of orders in GB18030.
 */
export async function benchIntake([seconds = '8', tips = '300000', orders = '20000']: readonly string[]): Promise<void> {
  const span = Number(seconds);
  const data = mkdtempSync(join(tmpdir(), 'bench-intake-'));
  const platform = await openPlatform({ data, gate: OPEN, connections: CLIENTS });
  try {
    await foundDemonstration(platform);
    console.log(await versionsOf(platform.store));
    await fileTips(platform, CLIENTS, 1);
    const bytes = await bytesOfTip(platform.store);
    console.log(
      `load of the machine ${loadavg()[0]?.toFixed(1)}; ${CLIENTS} at a time; ${span} s each; one tip has ${bytes} bytes of rows`,
    );
    for (const round of [1, 2]) {
      const [began, plain] = [serverCpu(data), await plainInserts(platform.store, data, bytes, CLIENTS, span)];
      const between = serverCpu(data);
      const filed = await fileTips(platform, CLIENTS, span);
      const server = (serverCpu(data) - between) / filed.count;
      const floor = (between - began) / (plain.perSecond * span);
      console.log(
        `round ${round}  plain inserts ${plain.perSecond.toFixed(0)}/s (${plain.by}; server ${floor.toFixed(2)} CPU-ms each)\n` +
          `         whole filings ${filed.perSecond.toFixed(0)}/s = ${((100 * filed.perSecond) / plain.perSecond).toFixed(1)} %, p50 ${filed.p50.toFixed(1)} ms, ` +
          `p99 ${filed.p99.toFixed(1)} ms (server ${server.toFixed(2)}, Node ${filed.nodeCpu.toFixed(2)} CPU-ms each)`,
      );
    }
    const taken = await importCost(data, Number(orders));
    console.log(
      `import of ${taken.totals.lines} orders (GB18030, ${taken.fileMb.toFixed(1)} MB; ${taken.totals.taken} tips, ${taken.totals.bad} bad rows told): ` +
        `${taken.seconds.toFixed(1)} s = ${(taken.totals.lines / taken.seconds).toFixed(0)} rows/s (${taken.cpuS.toFixed(1)} CPU-s in Node, ` +
        `${taken.serverCpuS.toFixed(1)} in the server), ${taken.growthMb.toFixed(0)} MB above ${(taken.peakMb - taken.growthMb).toFixed(0)} MB, ` +
        `in use ${taken.heldMb.toFixed(1)} MB more at the end than at the beginning; load ${loadavg()[0]?.toFixed(1)}`,
    );
    const list = await listTips(platform.store, Number(tips), 4, span / 2);
    console.log(
      `list of 50 among ${list.tips} tips: by policies ${list.underPolicies.toFixed(0)}/s, by hand ${list.byHand.toFixed(0)}/s = ` +
        `${((100 * list.underPolicies) / list.byHand).toFixed(0)} %`,
    );
  } finally {
    await platform.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

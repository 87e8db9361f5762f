import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyAudit } from '../audit/verify-audit.ts';
import { openStore } from './open-store.ts';
import { runningServer } from './server/running.ts';

function killServer(folder: string): void {
  const running = runningServer(folder);
  if (!running) throw new Error('no server to kill');
  process.kill(running.pid, 'SIGKILL');
}

test('kill -9 of the database, then of the server: everything acknowledged is there, and nothing twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liangjian-kill-'));
  const file = join(folder, 'acknowledged.txt');
  const data = folder;
  const child = fork(join(import.meta.dirname, 'testing', 'submit-until-killed.ts'), [data, file]);
  try {
    for await (const [message] of on(child, 'message')) {
      const { done } = message as { done?: number };
      if (done === 300) killServer(join(data, 'database', 'data'));
      if (done === 1000) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    const store = await openStore({ data });
    try {
      const acknowledged = readFileSync(file, 'utf8').trim().split('\n');
      const count = async (query: ReturnType<typeof sql<{ id: string; many: number }>>) =>
        new Map((await query.execute(store.worker)).rows.map(({ id, many }) => [id, many]));
      const jobs = await count(sql`select data ->> 'tip' as id, count(*)::int as many from pgboss.job group by 1`);
      expect(acknowledged.length).toBeGreaterThanOrEqual(1000);
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      expect(acknowledged.filter((id) => jobs.get(id) !== 1)).toEqual([]);
      expect([...jobs].filter(([, many]) => many !== 1)).toEqual([]);
      // State, job and entry are one: as many entries as jobs, in unbroken chains.
      expect(await verifyAudit(store.worker)).toMatchObject({ ok: true, entries: jobs.size, faults: [] });
    } finally {
      await store.stop();
    }
  } finally {
    child.kill('SIGKILL');
    const left = runningServer(join(data, 'database', 'data'));
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

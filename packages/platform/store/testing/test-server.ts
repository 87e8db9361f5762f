import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../server/running.ts';
import type { DatabaseSecrets } from '../server/secrets.ts';

/** One server serves every test file of a run. */
export interface TestServer {
  readonly host: string;
  readonly port: number;
  readonly secrets: DatabaseSecrets;
  /** Database that is migrated and copied for each test file. */
  readonly template: string;
}

/** When a process began: its number alone may be given to another one. */
export const birthOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
};

/**
 * The server of this test run. The first file that asks starts a keeper for it; the keeper watches the test runner and stops
 * the server when the runner is gone, however it went.
 */
export async function testServer(): Promise<TestServer> {
  // Vitest runs files in children of one runner; a plain `node x.test.ts` is its own.
  const runner = process.env.VITEST_POOL_ID === undefined ? process.pid : process.ppid;
  const folder = join(tmpdir(), `liangjian-test-${process.getuid?.() ?? 0}-${runner}-${birthOf(runner)}`);
  const ready = join(folder, 'ready.json');
  const failed = join(folder, 'failed.txt');
  if (claim(folder)) {
    const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keep-server.ts'), folder, String(runner), birthOf(runner)], {
      detached: true,
      stdio: 'ignore',
    });
    keeper.unref();
  }
  const deadline = Date.now() + 90_000;
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`no test server: ${readFileSync(failed, 'utf8')}`);
    if (Date.now() > deadline || !isAlive(runner)) throw new Error('no test server in time');
    await sleep(20);
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as TestServer;
}

/** True for the one process that made the folder. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o711 });
    return true;
  } catch {
    return false;
  }
}

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { adminAddress, createDatabase, prepare } from '../open-store.ts';
import { isAlive } from '../server/running.ts';
import { startServer } from '../server/start.ts';
import { birthOf } from './test-server.ts';

/** `keep-server.ts <folder> <runner's pid> <runner's birth>`: holds the server of a test run for as long as the runner lives. */
const [, , folder = '', runner = '', birth = ''] = argv;
const TEMPLATE = 'liangjian_template';

const server = await startServer(join(folder, 'database'), { durable: false }).catch((error: unknown) => {
  writeFileSync(join(folder, 'failed.txt'), String(error));
  return undefined;
});
if (server) {
  try {
    await createDatabase(server, TEMPLATE);
    await prepare(adminAddress(server, TEMPLATE), server.secrets);
    const { host, port, secrets } = server;
    writeFileSync(join(folder, 'ready.new'), JSON.stringify({ host, port, secrets, template: TEMPLATE }), { mode: 0o600 });
    renameSync(join(folder, 'ready.new'), join(folder, 'ready.json'));
  } catch (error) {
    writeFileSync(join(folder, 'failed.txt'), String(error));
  }
  while (isAlive(Number(runner)) && birthOf(Number(runner)) === birth) await sleep(200);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

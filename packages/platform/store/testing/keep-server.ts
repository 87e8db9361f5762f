import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { adminAddress, createDatabase, prepare } from '../open-store.ts';
import { isAlive } from '../server/running.ts';
import { type Server, startServer } from '../server/start.ts';
import { birthOf } from './test-server.ts';

/** `keep-server.ts <folder> <runner's pid> <runner's birth>`: holds the server of a test run for as long as the runner lives. */
const [, , folder = '', runner = '', birth = ''] = argv;
const TEMPLATE = 'liangjian_template';

const publish = (name: string, text: string): void => {
  writeFileSync(join(folder, `${name}.new`), text, { mode: 0o600 });
  renameSync(join(folder, `${name}.new`), join(folder, name));
};

let server: Server | undefined;
try {
  server = await startServer(join(folder, 'database'), { durable: false });
  await createDatabase(server, TEMPLATE);
  await prepare(adminAddress(server, TEMPLATE), server.secrets);
  const { host, port, secrets } = server;
  publish('ready.json', JSON.stringify({ host, port, secrets, template: TEMPLATE }));
} catch (error) {
  publish('failed.txt', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
while (isAlive(Number(runner)) && birthOf(Number(runner)) === birth) await sleep(200);
await server?.stop();
// Somebody may still be writing a last file there.
rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, isServerOn, runningServer } from './running.ts';
import { startServer } from './start.ts';

describe('an embedded server', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'liangjian-server-'));
  });
  afterAll(() => {
    const left = runningServer(data());
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const data = () => join(folder, 'database', 'data');
  const start = () => startServer(join(folder, 'database'), { durable: false });
  const gone = async (pid: number): Promise<void> => {
    for (let tries = 0; isAlive(pid) && tries < 500; tries += 1) await sleep(10);
  };

  test('runs as somebody who is not root, keeps its secrets to itself, opens no port', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(statSync(data()).uid).not.toBe(0);
    expect(statSync(data()).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'database', 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(server.host).mode & 0o777).toBe(0o700);
    expect(existsSync(`${data()}.password`)).toBe(false);
    const settings = readFileSync(join(data(), 'postgresql.conf'), 'utf8');
    expect(settings).toMatch(/^listen_addresses = ''$/m);
    expect(settings).not.toMatch(/^fsync/m);
    await server.stop();
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  test('refuses a second start on the same folder', async () => {
    const server = await start();
    await expect(start()).rejects.toMatchObject({ code: 'store-in-use' });
    expect(isAlive(server.pid)).toBe(true);
    await server.stop();
  });

  test('of many starts at once one wins, and the others say why', async () => {
    const results = await Promise.allSettled([start(), start(), start()]);
    const won = results.filter((result) => result.status === 'fulfilled');
    const lost = results.filter((result) => result.status === 'rejected');
    expect(won).toHaveLength(1);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'store-in-use' });
    for (const { value } of won) await value.stop();
  });

  test('takes over a server that a killed owner left, and stops it at the end', async () => {
    const owner = fork(join(import.meta.dirname, '..', 'testing', 'hold-server.ts'), [join(folder, 'database')]);
    const [message] = (await once(owner, 'message')) as [{ pid: number }];
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(isServerOn(message.pid, data())).toBe(true);
    const server = await start();
    expect(server).toMatchObject({ adopted: true, pid: message.pid });
    await server.stop();
    expect(isAlive(message.pid)).toBe(false);
  });

  test('comes back after the server was killed, and tells its owner that it was lost', async () => {
    const lost = Promise.withResolvers<string>();
    const server = await startServer(join(folder, 'database'), { durable: false, onLost: lost.resolve });
    process.kill(server.pid, 'SIGKILL');
    expect(await lost.promise).toContain('ended');
    await gone(server.pid);
    await server.stop();
    const again = await start();
    expect(again.adopted).toBe(false);
    await again.stop();
  });

  test('a lock file that names a stranger is neither believed nor obeyed', async () => {
    writeFileSync(join(data(), 'postmaster.pid'), `${process.pid}\n${data()}\n0\n5432\n/tmp\n\n0\nready\n`);
    expect(runningServer(data())).toBeUndefined();
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);
    const server = await start();
    await server.stop();
    expect(isAlive(process.pid)).toBe(true);
  });

  test('passwords of another folder open nothing, and no server is left behind', async () => {
    const file = join(folder, 'database', 'secrets.json');
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, right.replaceAll(/[0-9]/g, 'x'));
    await expect(start()).rejects.toMatchObject({ code: 'store-folder-unusable', detail: expect.stringContaining('secrets.json') });
    const left = runningServer(data());
    if (left) await gone(left.pid);
    expect(runningServer(data())).toBeUndefined();
    writeFileSync(file, right);
    await (await start()).stop();
  });

  test('says what is wrong with a folder it cannot use', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(startServer(join(file, 'database'), { durable: false })).rejects.toMatchObject({ code: 'store-folder-unusable' });
    if (process.getuid?.() === 0) return;
    const closed = mkdtempSync(join(folder, 'closed-'));
    chmodSync(closed, 0o500);
    await expect(startServer(join(closed, 'database'), { durable: false })).rejects.toMatchObject({ code: 'store-folder-unusable' });
  });
});

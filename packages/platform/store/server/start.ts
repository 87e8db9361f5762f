import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StoreFault } from '../fault.ts';
import { type Account, serverAccount } from './account.ts';
import { binaries } from './binaries.ts';
import { initFolder } from './init-folder.ts';
import { placeFor, programsFor } from './place.ts';
import { isAlive, isServerOn, runningServer } from './running.ts';
import { ADMIN, databaseSecrets, type DatabaseSecrets } from './secrets.ts';

export interface ServerOptions {
  /** False only for tests that do not ask what survives a crash. */
  readonly durable?: boolean;
  /** Told when the server ended although nobody asked it to. */
  readonly onLost?: (detail: string) => void;
}

/** An embedded server that we hold. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly secrets: DatabaseSecrets;
  /** True when it was found running without an owner. */
  readonly adopted: boolean;
  /** Ends the server; open transactions are rolled back. Safe to call twice. */
  stop(): Promise<void>;
}

const PORT = 5432;
const WRONG_PASSWORD = '28P01';
/** What a server says while the children of one that was killed are still there, and how long they may take. */
const STILL_ENDING = /shared memory block/;
const CHILDREN_MS = 10_000;
/** Recovery after a crash may take a while. */
const READY_MS = 120_000;
/** Arbitrary, only ours: whoever holds it owns the server of this folder. The database gives it back when the owner dies. */
const OWNER_LOCK = 7_403_121;
/** The address of a Unix socket has 108 bytes, the last of them zero. */
const LONGEST_SOCKET = 107;

/**
 * Starts PostgreSQL on `<folder>/data`, or takes over a server that a killed owner left behind there.
 * Throws `store-in-use` while another process owns it, `store-folder-unusable` when it cannot start.
 */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<Server> {
  const deadline = Date.now() + CHILDREN_MS;
  for (;;) {
    try {
      return await startOnce(folder, options);
    } catch (error) {
      if (!STILL_ENDING.test(String(error)) || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

async function startOnce(folder: string, options: ServerOptions): Promise<Server> {
  const durable = options.durable ?? true;
  const asked = folderAt(folder);
  const secrets = databaseSecrets(join(asked, 'secrets.json'));
  const account = serverAccount(join(asked, 'data'));
  const root = placeFor(asked, account);
  const data = join(root, 'data');
  const orphan = runningServer(data);
  if (orphan) {
    // A server that is just starting has not written down yet where it listens.
    const host = orphan.socketFolder || socketPath(root);
    const owner = await own(host, orphan.port || PORT, secrets, () => isAlive(orphan.pid));
    return held({ host, port: orphan.port || PORT, pid: orphan.pid, secrets, adopted: true }, data, owner, options);
  }
  const programs = programsFor(binaries(), root, account);
  initFolder(data, programs, account, secrets[ADMIN], durable);
  const host = socketFolder(root, data, account);
  const speed = durable ? [] : ['-F', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'autovacuum=off'];
  const child = spawn(programs.postgres, ['-D', data, '-k', host, '-p', String(PORT), ...speed], {
    cwd: data,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    // Its own group: Ctrl-C in a terminal reaches us only, and we stop it in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  });
  const said = listen(child);
  const owner = await ownChild(child, host, data, secrets, said);
  child.stderr?.destroy();
  child.unref();
  return held({ host, port: PORT, pid: child.pid as number, secrets, adopted: false }, data, owner, options);
}

function folderAt(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new StoreFault('store-folder-unusable', (error as Error).message);
  }
}

/** Waits for the server we started. Somebody else on the same folder is never mistaken for it: its lock file must name our child. */
async function ownChild(child: ChildProcess, host: string, data: string, secrets: DatabaseSecrets, said: () => string): Promise<Client> {
  const alive = (): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const running = runningServer(data);
    if (running && running.pid === child.pid) {
      const owner = await own(host, PORT, secrets, alive).catch((error: unknown) => error);
      if (owner instanceof Client) return owner;
      // Whoever found our server before we owned it has taken it over: it is theirs now. Otherwise it is of no use to anybody.
      if (owner instanceof StoreFault && owner.code !== 'store-in-use') child.kill('SIGINT');
      if (owner instanceof StoreFault) throw owner;
    }
    if (!alive()) throw new StoreFault(running && running.pid !== child.pid ? 'store-in-use' : 'store-folder-unusable', said());
    if (Date.now() > deadline) {
      child.kill('SIGINT');
      throw new StoreFault('store-folder-unusable', said());
    }
    await sleep(15);
  }
}

/** Waits until the server answers, then takes the owner's lock on a session that stays open. */
async function own(host: string, port: number, secrets: DatabaseSecrets, alive: () => boolean): Promise<Client> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const client = new Client({ host, port, user: ADMIN, password: secrets[ADMIN], database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK]);
      if (rows[0]?.taken) return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if ((error as { code?: string }).code === WRONG_PASSWORD)
        throw new StoreFault('store-folder-unusable', 'secrets.json does not belong to this folder');
      if (!alive() || Date.now() > deadline) throw error;
      await sleep(15);
      continue;
    }
    await client.end();
    throw new StoreFault('store-in-use', host);
  }
}

function held(facts: Omit<Server, 'stop'>, data: string, owner: Client, options: ServerOptions): Server {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await owner.end().catch(() => undefined);
    if (!isServerOn(facts.pid, data)) return;
    process.kill(facts.pid, 'SIGINT');
    const deadline = Date.now() + 20_000;
    while (isAlive(facts.pid) && Date.now() < deadline) await sleep(10);
    if (isServerOn(facts.pid, data)) process.kill(facts.pid, 'SIGQUIT');
  };
  owner.once('end', () => {
    if (!stopping) options.onLost?.(`the database server on ${data} ended`);
  });
  return {
    ...facts,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Beside the data, or in the temporary folder when the data lie too deep for an address. */
function socketPath(root: string): string {
  const near = join(root, 'run');
  const fits = Buffer.byteLength(join(near, `.s.PGSQL.${PORT}`)) < LONGEST_SOCKET;
  return fits ? near : join(tmpdir(), `liangjian-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
}

/** A folder for the socket that only the server's account and root may enter. */
function socketFolder(root: string, data: string, account: Account): string {
  const folder = socketPath(root);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const found = lstatSync(folder);
  const us = process.getuid?.() ?? found.uid;
  // In a shared temporary folder somebody else could have been there before us.
  if (!found.isDirectory() || ![us, account?.uid ?? us].includes(found.uid)) throw new StoreFault('store-folder-unusable', folder);
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  removeStaleSocket(folder, data);
  return folder;
}

/** PostgreSQL refuses a socket whose lock names a living process, even when the number went to somebody else after a crash. */
function removeStaleSocket(folder: string, data: string): void {
  const socket = join(folder, `.s.PGSQL.${PORT}`);
  if (!existsSync(`${socket}.lock`)) return;
  if (isServerOn(Number(readFileSync(`${socket}.lock`, 'utf8').split('\n')[0]), data)) return;
  for (const file of [socket, `${socket}.lock`]) rmSync(file, { force: true });
}

/** Keeps the last words of a server that does not come up. */
function listen(child: ChildProcess): () => string {
  let words = '';
  child.once('error', (error) => {
    words += error.message;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-2000);
  });
  return () => words.trim();
}

import { closeSync, openSync, readSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { Browser } from '../browser/launch.ts';
import { type NetLogRequest, readNetLog } from './parse.ts';

export interface NetLogFollower {
  /** Requests of the arm behind this proxy port, all that began before the call. `whole` is false when the browser did not write them out in time. */
  requestsOf(port: number): Promise<{ readonly requests: readonly NetLogRequest[]; readonly whole: boolean }>;
  forget(port: number): void;
}

const followers = new WeakMap<Browser, NetLogFollower>();
const CHUNK = 256 * 1024;
const PATIENCE_MS = 4000;

/** Follows the net-log of a running browser; one follower for all its arms. */
export function followNetLog(browser: Browser): NetLogFollower {
  const known = followers.get(browser);
  if (known) return known;
  const log = readNetLog();
  let position = 0;
  let rest = '';

  function readOn(): void {
    const file = openSync(browser.netLog, 'r');
    try {
      const buffer = Buffer.alloc(CHUNK);
      for (let read = readSync(file, buffer, 0, CHUNK, position); read > 0; read = readSync(file, buffer, 0, CHUNK, position)) {
        position += read;
        // Net-log escapes everything beyond ASCII, so chunks may be cut anywhere.
        const lines = (rest + buffer.toString('latin1', 0, read)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) log.line(line);
      }
    } finally {
      closeSync(file);
    }
  }

  const mark = marker(browser);
  let running: Promise<boolean> | null = null;
  let waiting: Promise<boolean> | null = null;
  /** A flush that began before the call may miss its last events, so those who come meanwhile share the next one. */
  function flushed(): Promise<boolean> {
    if (waiting) return waiting;
    const start = (): Promise<boolean> => {
      waiting = null;
      running = flush(browser, mark, readOn, log.has).catch(() => false);
      return running.finally(() => {
        running = null;
      });
    };
    if (!running) return start();
    waiting = running.then(start);
    return waiting;
  }

  const follower: NetLogFollower = {
    async requestsOf(port) {
      const whole = await flushed();
      // Of a browser that died, what it wrote is still worth counting.
      if (!whole) readOn();
      return { requests: log.ofPort(port), whole };
    },
    forget: log.forget,
  };
  followers.set(browser, follower);
  return follower;
}

let marks = 0;

/** Asks for an address from a page of our own, one for the life of the browser: a new one for each mark would start a process. */
function marker({ client }: Browser): (url: string) => Promise<unknown> {
  let page: Promise<string> | null = null;
  const open = async (): Promise<string> => {
    const { targetId } = await client.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: true });
    return sessionId;
  };
  return async (url) => {
    page ??= open();
    const expression = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).catch(() => {})`;
    try {
      return await client.send('Runtime.evaluate', { expression, awaitPromise: true, timeout: 1000 }, await page);
    } catch (error) {
      // The page is gone: the next mark gets a new one.
      page = null;
      throw error;
    }
  };
}

/**
 * The browser writes its log in batches of events. A request of our own, from a page of our own to a door of our own that shuts at once,
 * pushes the batch out; when it stands in the file, everything before it does.
 */
async function flush(
  { alive }: Browser,
  mark: (url: string) => Promise<unknown>,
  readOn: () => void,
  has: (url: string) => boolean,
): Promise<boolean> {
  const door = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const { port } = door.address() as AddressInfo;
  marks += 1;
  const url = `http://127.0.0.1:${port}/mark-${process.pid}-${marks}`;
  const began = performance.now();
  try {
    while (alive() && performance.now() - began < PATIENCE_MS) {
      await mark(url).catch(() => {});
      readOn();
      if (has(url)) return true;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return false;
  } finally {
    door.close();
  }
}

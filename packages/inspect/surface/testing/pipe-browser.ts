import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../../collectors/web/browser/find-browser.ts';
import { writeFontConfig } from '../../collectors/web/browser/fonts.ts';

export interface PipeBrowser {
  send(method: string, params?: object, session?: string): Promise<Record<string, unknown>>;
  on(listener: (event: { method: string; params: Record<string, unknown>; sessionId?: string }) => void): void;
  close(): Promise<void>;
}

/** Starts a headless browser with an empty profile and talks DevTools over a pipe. For tests of the surface only. */
export async function openPipeBrowser(flags: readonly string[]): Promise<PipeBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'liangjian-surface-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    await findBrowser(),
    [
      '--headless',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-default-browser-check',
      '--disable-domain-reliability',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      ...root,
      ...flags,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, FONTCONFIG_FILE: writeFontConfig(profile) } },
  );
  const out = child.stdio[3] as Writable;
  const back = child.stdio[4] as Readable;
  const waiting = new Map<number, { done: (value: Record<string, unknown>) => void; fail: (error: Error) => void }>();
  const listeners: ((event: { method: string; params: Record<string, unknown>; sessionId?: string }) => void)[] = [];
  let last = 0;
  let rest = '';
  back.setEncoding('utf8');
  back.on('data', (chunk: string) => {
    const pieces = (rest + chunk).split('\0');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      const message = JSON.parse(piece);
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (!entry) for (const listener of listeners) listener(message);
      else if (message.error) entry.fail(new Error(message.error.message));
      else entry.done(message.result);
    }
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', () => {
    for (const entry of waiting.values()) entry.fail(new Error('the browser ended'));
    waiting.clear();
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((done, fail) => {
        const id = ++last;
        waiting.set(id, { done, fail });
        out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      }),
    on: (listener) => void listeners.push(listener),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

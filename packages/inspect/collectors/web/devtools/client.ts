import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

/** The browser answered a command with an error, or went away. */
export class DevToolsError extends Error {
  readonly method: string;
  constructor(method: string, message: string) {
    super(`${method}: ${message}`);
    this.method = method;
  }
}

export type DevToolsEvent = { [M in keyof Events]: { method: M; params: Events[M][0]; sessionId: string | null } }[keyof Events];

/** Typed DevTools client over the browser's pipe: commands and events of all sessions, in the order the browser sends them. */
export interface DevToolsClient {
  send<M extends keyof Commands>(
    method: M,
    params?: Commands[M]['paramsType'][0],
    sessionId?: string | null,
  ): Promise<Commands[M]['returnType']>;
  /** Every event of the session (null: the browser itself). Returns the function that stops it. */
  listen(sessionId: string | null, listener: (event: DevToolsEvent) => void): () => void;
  /** Rejects everything under way; called when the browser ends. */
  fail(reason: string): void;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Speaks the pipe form of the protocol: JSON messages separated by NUL. */
export function connectPipe(out: Writable, back: Readable): DevToolsClient {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string | null, Set<(event: DevToolsEvent) => void>>();
  let last = 0;
  let dead: string | null = null;
  let chunks: Buffer[] = [];

  function take(message: string): void {
    const { id, result, error, method, params, sessionId } = JSON.parse(message);
    if (id === undefined) {
      for (const listener of [...(listeners.get(sessionId ?? null) ?? [])])
        listener({ method, params, sessionId: sessionId ?? null } as DevToolsEvent);
      return;
    }
    const entry = waiting.get(id);
    waiting.delete(id);
    if (error) entry?.reject(new DevToolsError(entry.method, error.message));
    else entry?.resolve(result as never);
  }

  back.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      chunks.push(chunk.subarray(from, end));
      const message = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8');
      chunks = [];
      from = end + 1;
      take(message);
    }
    if (from < chunk.length) chunks.push(chunk.subarray(from));
  });
  out.on('error', () => {});

  let corked = false;
  /** Commands of one turn leave in one write: dressing a target takes a dozen. */
  function write(message: string): void {
    if (!corked) {
      corked = true;
      out.cork();
      process.nextTick(() => {
        corked = false;
        out.uncork();
      });
    }
    out.write(message);
  }

  return {
    send(method, params, sessionId) {
      if (dead !== null) return Promise.reject(new DevToolsError(method, dead));
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { method, resolve: resolve as (value: never) => void, reject });
        write(`${JSON.stringify({ id, method, params: params ?? {}, ...(sessionId ? { sessionId } : {}) })}\0`);
      });
    },
    listen(sessionId, listener) {
      const set = listeners.get(sessionId) ?? new Set();
      listeners.set(sessionId, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(sessionId);
      };
    },
    fail(reason) {
      dead = reason;
      for (const entry of waiting.values()) entry.reject(new DevToolsError(entry.method, reason));
      waiting.clear();
    },
  };
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answer } from './answer.ts';
import { canonicalHost, SAMPLE_HOSTS, siblingHost } from './hosts.ts';
import { acceptWebSocket } from './websocket.ts';

/** One thing the samples received. The log is the truth against which a collector's ledger is counted. */
export interface RequestRecord {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: 'http' | 'websocket-open' | 'websocket-message';
  /** Canonical `.test` name, whichever suffix was asked for; the raw header when it is not one of ours. */
  readonly host: string;
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Samples {
  readonly port: number;
  readonly hosts: readonly string[];
  /** Host name → loopback address with port: what the collector's tunnel needs to reach `http://<host>.test/`. */
  readonly hostMap: ReadonlyMap<string, string>;
  /** Host names (both suffixes) and the address that a guard must let through, as for `--allow-private`. */
  readonly allow: readonly string[];
  /** Every request and WebSocket frame in order of arrival. */
  readonly log: readonly RequestRecord[];
  /** `http://shop.s1-faulty.test`: needs the host map. */
  origin(host: string): string;
  /** `http://shop.s1-faulty.localhost:<port>`: any browser reaches it without help. */
  localOrigin(host: string): string;
  /** Empties the log. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts all sample sites and their third parties on one loopback port (a free one when none is given). */
export async function startSamples(options: { readonly port?: number } = {}): Promise<Samples> {
  const log: RequestRecord[] = [];
  const sockets = new Set<Socket>();
  const record = (request: IncomingMessage, kind: RequestRecord['kind'], body: Buffer): void => {
    const header = request.headers.host ?? '';
    const host = canonicalHost(header) ?? header;
    const { method = 'GET', url = '/', headers } = request;
    log.push({ seq: log.length + 1, at: Date.now(), kind, host, method, url, headers, body });
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A beacon of a dying page may be cut: what arrived was received all the same.
    const done = once(() => {
      record(request, 'http', Buffer.concat(chunks));
      void respond(request, response);
    });
    request.on('end', done);
    request.on('close', done);
  });
  server.on('upgrade', (request, socket) => {
    record(request, 'websocket-open', Buffer.alloc(0));
    acceptWebSocket(request, socket, (payload) => record(request, 'websocket-message', payload));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const hosts = SAMPLE_HOSTS.map((entry) => entry.host);
  const local = (host: string) => siblingHost(host, `x.localhost:${port}`);
  return {
    port,
    hosts,
    hostMap: new Map(hosts.map((host) => [host, `127.0.0.1:${port}`])),
    allow: ['127.0.0.1', ...hosts, ...hosts.map((host) => local(host).replace(/:\d+$/, ''))],
    log,
    origin: (host) => `http://${host}`,
    localOrigin: (host) => `http://${local(host)}`,
    reset: () => {
      log.length = 0;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(request, response);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(String(error));
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

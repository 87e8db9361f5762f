import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LedgerEvent, LedgerEventType } from '../../../capture/ledger.ts';
import type { Browser } from '../browser/launch.ts';
import { parseAllowance } from '../guard/address.ts';
import { openSession } from '../session/open-session.ts';
import { visitorProfile } from '../session/profile.ts';
import type { Session, SessionOptions } from '../session/session.ts';

export interface Received {
  readonly method: string;
  readonly host: string;
  readonly url: string;
  readonly body: string;
}

export interface TestSite {
  readonly port: number;
  readonly received: Received[];
  /** Pages by `host/path`; anything else answers 204. */
  readonly pages: Map<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>;
  readonly hostMap: ReadonlyMap<string, string>;
  close(): void;
}

/** A loopback server that plays the hosts `a.test`, `b.test` and `localhost`, and remembers everything that reached it. */
export async function openTestSite(): Promise<TestSite> {
  const received: Received[] = [];
  const pages: TestSite['pages'] = new Map();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      const url = request.url ?? '/';
      received.push({ method: request.method ?? '', host, url, body: Buffer.concat(chunks).toString('utf8') });
      const page = pages.get(`${host}${url.split('?')[0]}`);
      if (typeof page === 'function') return page(request, response);
      response.writeHead(page === undefined ? 204 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'access-control-allow-origin': '*',
      });
      response.end(page ?? '');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    pages,
    hostMap: new Map(['a.test', 'b.test', 'localhost'].map((host) => [host, `127.0.0.1:${port}`])),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface Visit {
  readonly session: Session;
  readonly ledger: readonly LedgerEvent[];
  of<T extends LedgerEventType>(type: T): LedgerEvent<T>[];
}

/** Opens an arm that writes into memory. */
export async function openVisit(browser: Browser, site: Pick<TestSite, 'hostMap'>, options: Partial<SessionOptions> = {}): Promise<Visit> {
  const ledger: LedgerEvent[] = [];
  const session = await openSession(browser, {
    ledger: {
      append: (event) => {
        ledger.push({ seq: ledger.length + 1, ...event } as unknown as LedgerEvent);
        return ledger.length;
      },
    },
    artefacts: { put: async (bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength }) },
    profile: visitorProfile('mobile', browser.identity.product),
    allow: parseAllowance([]),
    hostMap: site.hostMap,
    ...options,
  });
  return {
    session,
    ledger,
    of: <T extends LedgerEventType>(type: T) => ledger.filter((event) => event.type === type) as unknown as LedgerEvent<T>[],
  };
}

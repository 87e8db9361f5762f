import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { acceptWebSocket } from '../../samples/websocket.ts';
import { noisePng } from './noise-png.ts';
import { appJs, bundleJs, measureJs, PICTURES, POLICY_HTML, SHOP_CSS, shopHtml, trackerJs } from './shop-page.ts';

/** The bench shop under many names: each name is a site of its own with the same content. */
export interface BenchShop {
  readonly port: number;
  /** `shop-7.test` … without scheme. */
  readonly host: (index: number) => string;
  /** Measurement company that all shops use. */
  readonly third: string;
  /** Host name → loopback address with port, for names up to `count`. */
  readonly hostMap: (count: number) => ReadonlyMap<string, string>;
  /** Requests and WebSocket openings received since the last `reset`. */
  readonly received: () => { readonly requests: number; readonly bytes: number };
  readonly reset: () => void;
  close(): Promise<void>;
}

const THIRD = 'measure.company.test';

/** Serves the shop of `web.md` §2.1 on loopback: 33 requests and about 2.2 MB for one plain load. */
export async function startShop(): Promise<BenchShop> {
  const fixed = new Map<string, readonly [type: string, body: Buffer]>([
    ['/', ['text/html; charset=utf-8', Buffer.from(shopHtml(THIRD))]],
    ['/style.css', ['text/css', Buffer.from(SHOP_CSS)]],
    ['/bundle.js', ['text/javascript', Buffer.from(bundleJs())]],
    ['/app.js', ['text/javascript; charset=utf-8', Buffer.from(appJs(THIRD))]],
    ['/menu.json', ['application/json', Buffer.from(JSON.stringify(Array.from({ length: 40 }, (_, id) => ({ id, price: id * 100 }))))]],
    ['/privacy.html', ['text/html; charset=utf-8', Buffer.from(POLICY_HTML)]],
    ['/measure.js', ['text/javascript', Buffer.from(measureJs(THIRD))]],
    ['/tracker.js', ['text/javascript', Buffer.from(trackerJs)]],
    ['/pixel.gif', ['image/gif', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')]],
    ...Array.from({ length: PICTURES }, (_, index) => [`/dish-${index}.png`, ['image/png', noisePng(160, 128, index + 1)]] as const),
  ]);
  const sockets = new Set<Socket>();
  let requests = 0;
  let bytes = 0;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    requests += 1;
    request.resume();
    const [type, body] = fixed.get((request.url ?? '/').split('?')[0] ?? '/') ?? [];
    if (!body || !type) return void response.writeHead(204).end();
    bytes += body.length;
    const cookie = request.url?.startsWith('/pixel') ? { 'set-cookie': 'uid=7f3a; Max-Age=31536000; Path=/' } : {};
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': 'max-age=60', ...cookie });
    response.end(body);
  }

  const server = createServer(answer);
  server.on('upgrade', (request, socket) => {
    requests += 1;
    acceptWebSocket(request, socket, () => {});
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const host = (index: number) => `shop-${index}.test`;
  return {
    port,
    host,
    third: THIRD,
    hostMap: (count) =>
      new Map([THIRD, ...Array.from({ length: count }, (_, index) => host(index))].map((name) => [name, `127.0.0.1:${port}`])),
    received: () => ({ requests, bytes }),
    reset: () => {
      requests = 0;
      bytes = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileSite {
  readonly hostMap: ReadonlyMap<string, string>;
  /** Names of the pages; each is `http://hostile.test/<name>`. */
  readonly names: readonly string[];
  /** `POST /api/order` and so on, as received: must stay empty. */
  readonly acts: readonly string[];
  close(): Promise<void>;
}

const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>店铺</title><body>${body}`;
const script = (text: string): string => page(`<h1>示例小店</h1><script>${text}</script>`);

/** Pages that want to hang, flood or lead astray whoever visits them. */
const PAGES: Readonly<Record<string, string | ((response: ServerResponse) => void)>> = {
  alerts: script(`for (;;) alert('再来一次')`),
  reload: script('location.reload()'),
  bounce: script(`location.href = '/bounce?' + Math.random()`),
  hanging: () => {},
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const chunk = Buffer.alloc(1 << 20, 0x20);
    let sent = 0;
    const more = (): void => {
      while (sent < 500 && !response.destroyed) {
        sent += 1;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  },
  metadata: (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  file: (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  popups: script(`setInterval(() => { for (let i = 0; i < 20; i += 1) window.open('/blank', '_blank') }, 50)`),
  nodes: script(
    `const all = document.createDocumentFragment(); for (let i = 0; i < 1e6; i += 1) all.append(document.createElement('b')); document.body.append(all)`,
  ),
  burning: script('for (;;);'),
  service: script(
    `navigator.serviceWorker?.register('/worker.js'); setInterval(() => navigator.serviceWorker?.controller?.postMessage(1), 100); new SharedWorker('/worker.js')`,
  ),
  unload: script(
    `onbeforeunload = (event) => { event.preventDefault(); return '别走' }; history.pushState(1, '', '#a'); onpopstate = () => history.pushState(1, '', '#b')`,
  ),
  history: script(`setInterval(() => history.pushState({}, '', '/history#' + Math.random()), 1)`),
  requests: script(`setInterval(() => { for (let i = 0; i < 50; i += 1) fetch('/blank?' + Math.random()).catch(() => 0) }, 20)`),
  eager: page(
    `<form action="/api/order" method="post"><label>手机号<input name="phone" type="tel"></label></form><button id="next">查看菜单</button>
    <script>const phone = document.querySelector('input');
    const act = (path) => fetch(path, { method: 'POST', body: JSON.stringify({ phone: phone.value }) }).catch(() => 0);
    phone.oninput = () => { if (phone.value.length === 11) { act('/api/sendSmsCode'); document.querySelector('form').submit() } };
    document.querySelector('#next').onclick = () => { act('/api/order/create'); act('/api/pay/prepay'); act('/api/member/register') };</script>`,
  ),
};

/** Serves the hostile pages on loopback under the name `hostile.test`. */
export async function startHostile(): Promise<HostileSite> {
  const acts: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hostile');
    if (pathname.startsWith('/api/')) acts.push(`${request.method} ${pathname}`);
    const found = PAGES[pathname.slice(1)];
    if (typeof found === 'function') return found(response);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(found ?? (pathname.endsWith('.js') ? 'setInterval(() => 0, 10); onfetch = () => 0' : page('空白')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    hostMap: new Map([['hostile.test', `127.0.0.1:${port}`]]),
    names: Object.keys(PAGES),
    acts,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

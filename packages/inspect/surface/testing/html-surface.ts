import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Protocol } from 'devtools-protocol';
import { type RawSurface, type RawSurfacePart, SURFACE_STYLES } from '../../collectors/web/devtools/raw-surface.ts';
import { decodeSurface } from '../decode.ts';
import type { Surface } from '../surface.ts';
import { openPipeBrowser } from './pipe-browser.ts';

export interface HtmlSurfaces {
  /** Shows the page (other hosts' pages by `host/path`) on a phone and decodes what is seen. */
  surface(html: string, options?: SurfaceOptions): Promise<Surface>;
  raw(html: string, options?: SurfaceOptions): Promise<RawSurface>;
  close(): Promise<void>;
}

export interface SurfaceOptions {
  /** Further pages by `host/path`, e.g. `frame.test/sheet`. */
  readonly others?: Readonly<Record<string, string>>;
  /** Milliseconds to wait after load. */
  readonly wait?: number;
  /** Script run before the picture, e.g. to scroll. */
  readonly script?: string;
  readonly width?: number;
  readonly height?: number;
}

interface Child {
  readonly session: string;
  readonly target: string;
  readonly url: string;
  readonly parent: string;
}

/** A browser for surface tests: real HTML in, decoded surface out. Launch once per test file. */
export async function openHtmlSurfaces(): Promise<HtmlSurfaces> {
  let pages: Record<string, string> = {};
  const server = createServer((request, response) => {
    const page = pages[`${request.headers.host?.replace(/:\d+$/, '')}${request.url}`];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const browser = await openPipeBrowser([`--host-resolver-rules=MAP *.test 127.0.0.1:${port}`, '--site-per-process']);
  const loaded = new Map<string, () => void>();
  let children: Child[] = [];
  browser.on((event) => {
    if (event.method === 'Page.loadEventFired') loaded.get(event.sessionId ?? '')?.();
    if (event.method !== 'Target.attachedToTarget') return;
    const info = event.params['targetInfo'] as { targetId: string; type: string; url: string };
    if (info.type !== 'iframe') return;
    const session = String(event.params['sessionId']);
    children.push({ session, target: info.targetId, url: info.url, parent: event.sessionId ?? '' });
    void browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, session).catch(() => {});
  });

  const snapshot = (session: string) =>
    browser.send(
      'DOMSnapshot.captureSnapshot',
      { computedStyles: SURFACE_STYLES, includePaintOrder: true },
      session,
    ) as unknown as Promise<Protocol.DOMSnapshot.CaptureSnapshotResponse>;

  const raw = async (html: string, options: SurfaceOptions = {}): Promise<RawSurface> => {
    const { width = 390, height = 844 } = options;
    pages = { ...options.others, 'shop.test/': html };
    children = [];
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(attached['sessionId']);
    const send = (method: string, params: object = {}) => browser.send(method, params, session);
    await Promise.all([
      send('Page.enable'),
      send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: true }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }),
    ]);
    const load = new Promise<void>((done) => void loaded.set(session, done));
    await send('Page.navigate', { url: 'http://shop.test/' });
    await load;
    const run = async (expression: string) => {
      const answer = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
        result: { value?: unknown };
      };
      return answer.result.value;
    };
    if (options.script) await run(options.script);
    await run(
      `new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), ${options.wait ?? 0}))`,
    );
    const view = (await run(
      '({ title: document.title, pageHeight: document.documentElement.scrollHeight, scrollX: scrollX, scrollY: scrollY })',
    )) as { title: string; pageHeight: number; scrollX: number; scrollY: number };
    const parts: RawSurfacePart[] = [
      {
        target: 'page',
        frameUrl: 'http://shop.test/',
        offset: { x: 0, y: 0 },
        ownerBackendNodeId: null,
        parentTarget: null,
        snapshot: await snapshot(session),
        computedStyles: SURFACE_STYLES,
      },
    ];
    const label = new Map([[session, 'page']]);
    for (const [at, child] of children.entries()) {
      const owner = (await browser.send('DOM.getFrameOwner', { frameId: child.target }, child.parent)) as { backendNodeId: number };
      label.set(child.session, `page/frame-${at + 1}`);
      parts.push({
        target: `page/frame-${at + 1}`,
        frameUrl: child.url,
        offset: { x: 0, y: 0 },
        ownerBackendNodeId: owner.backendNodeId,
        parentTarget: label.get(child.parent) ?? null,
        snapshot: await snapshot(child.session),
        computedStyles: SURFACE_STYLES,
      });
    }
    await browser.send('Target.closeTarget', { targetId });
    const { title, ...scroll } = view;
    return { url: 'http://shop.test/', title, viewport: { width, height, ...scroll }, parts };
  };

  return {
    raw,
    surface: async (html, options) => decodeSurface(await raw(html, options)),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

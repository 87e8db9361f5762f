import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { act } from './acts.ts';
import { canonicalHost, SAMPLE_HOSTS, siblingHost } from './hosts.ts';

const ROOT = import.meta.dirname;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Answers one request: an act of the server (`/-/…`), a file of the host's folder or of the kit, else what an API or a pixel says. */
export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const header = request.headers.host ?? '';
  const host = canonicalHost(header);
  const entry = SAMPLE_HOSTS.find((one) => one.host === host);
  if (!entry) {
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`No sample site is called ${header}.`);
    return;
  }
  if (request.headers.origin) {
    response.setHeader('access-control-allow-origin', request.headers.origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type, content-encoding');
  }
  const url = new URL(request.url ?? '/', 'http://sample');
  if (url.pathname.startsWith('/-/')) return act(url, request, response);
  const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  const inside = path.startsWith('/kit/') ? path : join(entry.folder, path);
  const bytes = await readSample(inside);
  if (bytes) {
    const extra = await readSample(`${inside}.headers.json`);
    for (const [name, value] of Object.entries(extra ? (JSON.parse(extra.toString()) as Record<string, string>) : {})) {
      response.setHeader(name, value);
    }
    return send(response, inside, bytes, header);
  }
  if (entry.kind === 'platform') return silentRedirect(url, response);
  if (entry.kind === 'site' && !url.pathname.startsWith('/api/')) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面不存在</title><p>页面不存在</p></html>');
    return;
  }
  if (entry.kind === 'third-party') {
    // Third parties try to set an identifier with every answer; whether the browser keeps it is the collector's to tell.
    response.setHeader('set-cookie', `demo_uid=${entry.host.length}f3a9c27be104d58; Max-Age=31536000; Path=/`);
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end('{"code":0,"msg":"ok"}');
}

/** Stand-in of WeChat's silent authorisation: sends the visitor back at once with a code, to sample hosts only. */
function silentRedirect(url: URL, response: ServerResponse): void {
  const back = URL.parse(url.searchParams.get('redirect_uri') ?? '');
  if (!url.pathname.startsWith('/connect/oauth2/authorize') || !back || !canonicalHost(back.host)) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('redirect_uri 参数错误');
    return;
  }
  back.searchParams.set('code', '0a1Demo2b3C4d5E6f');
  back.searchParams.set('state', url.searchParams.get('state') ?? '');
  response.writeHead(302, { location: back.href });
  response.end();
}

/** Bytes of a file under `samples/`, null when there is none. Path tricks end inside the folder or nowhere. */
async function readSample(path: string): Promise<Buffer | null> {
  const safe = normalize(`/${decodeURIComponent(path)}`);
  if (!(extname(safe) in MEDIA_TYPES)) return null;
  return readFile(join(ROOT, safe)).catch(() => null);
}

function send(response: ServerResponse, path: string, bytes: Buffer, header: string): void {
  const mediaType = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
  const text = /text|json|svg/.test(mediaType);
  response.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store' });
  response.end(text ? withSiblings(bytes.toString('utf8'), header) : bytes);
}

/** Rewrites the addresses of other sample hosts so that they resolve the way the page itself did. */
export function withSiblings(text: string, header: string): string {
  return text.replace(
    /((?:https?|wss?):)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/'"`?\s)<]|$)/g,
    (whole, scheme: string | undefined, name: string) =>
      SAMPLE_HOSTS.some((entry) => entry.host === name) ? `${scheme ?? ''}//${siblingHost(name, header)}` : whole,
  );
}

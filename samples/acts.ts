import type { IncomingMessage, ServerResponse } from 'node:http';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/**
 * What the server can do beside handing out files, under `/-/` on every host:
 * `gif`, `empty`, `redirect?n=3&to=/path`, `poll` (answers after 20 s), `events` (EventSource), `slow?ms=1500`, `page` (empty HTML).
 */
export function act(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const name = url.pathname.slice(3).split('/')[0];
  response.setHeader('cache-control', 'no-store');
  if (name === 'gif') {
    response.writeHead(200, { 'content-type': 'image/gif' });
    response.end(GIF);
  } else if (name === 'redirect') {
    const left = Number(url.searchParams.get('n') ?? '1');
    const to = url.searchParams.get('to') ?? '/-/gif';
    const next = left > 1 ? `/-/redirect?n=${left - 1}&to=${encodeURIComponent(to)}` : to;
    response.writeHead(302, { location: next });
    response.end();
  } else if (name === 'poll' || name === 'slow') {
    const timer = setTimeout(() => json(response), Math.min(Number(url.searchParams.get('ms') ?? '20000'), 30_000));
    // `close` of the request fires as soon as its body is read; only the socket tells that the client left.
    request.socket.once('close', () => clearTimeout(timer));
  } else if (name === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: {"queue":3}\n\n');
  } else if (name === 'page') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>空白页</title><p>空白页</p></html>');
  } else {
    response.writeHead(204);
    response.end();
  }
}

function json(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end('{"code":0,"msg":"ok"}');
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.wacz': 'application/wacz',
};

export interface FolderServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the reports of a folder to this machine only. Captures hold what pages sent: only the kinds of file that we wrote ourselves
 * are given out, nothing whose name begins with a dot, and no page from elsewhere may read them by a name of its own.
 */
export async function serveFolder(folder: string, port: number): Promise<FolderServer> {
  const root = await realpath(folder);
  const server = createServer(async (request, response) => {
    const end = (status: number, type = 'text/plain; charset=utf-8', body: string | Buffer = String(status)) => {
      response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return end(421);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405);
    const bytes = await bytesOf(root, request.url ?? '/');
    return bytes === null ? end(404) : end(200, bytes.type, bytes.body);
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(root: string, url: string): Promise<{ readonly type: string; readonly body: Buffer } | null> {
  try {
    const asked = normalize(decodeURIComponent(new URL(url, 'http://reports').pathname));
    const path = await realpath(join(root, asked.endsWith('/') ? `${asked}index.html` : asked));
    const type = MEDIA_TYPES[extname(path)];
    if (!path.startsWith(root + sep) || type === undefined || /[/\\]\./.test(path.slice(root.length))) return null;
    return { type, body: await readFile(path) };
  } catch {
    return null;
  }
}

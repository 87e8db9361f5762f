import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const here = createRequire(import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Files of the portal that a browser loads: name → place on disk. Nothing else is served. */
const FILES: Readonly<Record<string, string>> = {
  'portal.css': join(import.meta.dirname, 'look/portal.css'),
  'report.js': join(import.meta.dirname, 'client/report.js'),
  'prove.js': join(import.meta.dirname, 'client/prove.js'),
  'upload.js': join(import.meta.dirname, 'client/upload.js'),
  'receipt.js': join(import.meta.dirname, 'client/receipt.js'),
  'read-qr.js': join(import.meta.dirname, 'client/read-qr.js'),
  'zxing-reader.js': here.resolve('zxing-wasm/reader').replace(/cjs([\\/]reader[\\/]index\.js)$/, 'iife$1'),
  'zxing-reader.wasm': here.resolve('zxing-wasm/reader/zxing_reader.wasm'),
};

export interface Assets {
  /** Address of an asset; throws for an unknown name. */
  readonly address: (name: string) => string;
  readonly serve: (app: FastifyInstance) => void;
}

/** Reads all assets once. Their addresses hold the hash of them all, so that a browser may keep them for good and never mixes two versions. */
export function openAssets(): Assets {
  const files = new Map(Object.entries(FILES).map(([name, path]) => [name, readFileSync(path)]));
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(name).update('\0').update(createHash('sha256').update(bytes).digest());
  const base = `/assets/${hash.digest('hex').slice(0, 16)}`;
  return {
    address(name) {
      if (!files.has(name)) throw new RangeError(`no asset ${name}`);
      return `${base}/${name}`;
    },
    serve(app) {
      for (const [name, bytes] of files)
        app.get(`${base}/${name}`, async (_request, reply) =>
          reply
            .type(TYPES[extname(name)] ?? 'application/octet-stream')
            .header('cache-control', 'public, max-age=31536000, immutable')
            .send(bytes),
        );
    },
  };
}

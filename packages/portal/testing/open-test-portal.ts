import { openLog } from '@liangjian/platform/http';
import { openTestIntake, type TestIntake } from '@liangjian/platform/testing';
import { suites } from '@liangjian/platform/vault';
import type { FastifyInstance } from 'fastify';
import { Writable } from 'node:stream';
import { openPortal, type PortalAuthority } from '../index.ts';

const authority: PortalAuthority = {
  name: { zh: '示例市市场监督管理局', en: 'Example market regulation' },
  address: { zh: '示例路 1 号', en: '1 Example Road' },
  contact: { zh: '工作日拨打 12315', en: '12315 on working days' },
  effective: '2026-11-01',
};

export interface TestPortal extends TestIntake {
  readonly app: FastifyInstance;
  /** Everything that was logged. */
  readonly logged: () => string;
}

/** A portal over a database of its own. */
export async function openTestPortal(demonstration = false): Promise<TestPortal> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const opened = await openTestIntake(suites.international);
  const app = await openPortal({
    intake: opened.intake,
    authority,
    demonstration,
    secure: false,
    log: openLog('portal', sink),
    ready: async () => true,
    perMinute: 0,
    proxies: 0,
  });
  const stop = async () => {
    await app.close();
    await opened.stop();
  };
  return { ...opened, app, stop, logged: () => lines.join('') };
}

/** A multipart body as a browser without script sends it. */
export function multipart(
  fields: readonly (readonly [string, string])[],
  files: readonly { readonly field: string; readonly name: string; readonly bytes: Buffer; readonly type?: string }[] = [],
): { readonly payload: Buffer; readonly headers: Record<string, string> } {
  const boundary = '----test-form-boundary-7d1a';
  const parts = [
    ...fields.map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...files.flatMap(({ field, name, bytes, type = 'application/octet-stream' }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return {
    payload: Buffer.concat(parts),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, accept: 'text/html' },
  };
}

/** Values of the hidden fields of a page. */
export const hidden = (html: string): [string, string][] =>
  [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);

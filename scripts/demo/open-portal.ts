import { join } from 'node:path';
import { type Serving, serve } from '../../packages/cli/serve/serve.ts';
import { onPort } from './ports.ts';

export type DemoPortal = { readonly serving: Serving } | { readonly problem: string };

/**
 * The public portal with a database of its own in the demo's folder. A machine on which no database can run still shows the inspection:
 * the reason is told instead of the address.
 */
export async function openDemoPortal(folder: string, port: number): Promise<DemoPortal> {
  const data = join(folder, 'platform');
  const open = (at: number) =>
    serve({
      consolePort: at === 0 ? 0 : at + 1,
      data,
      url: undefined,
      port: at,
      host: '127.0.0.1',
      proxies: 0,
      demonstration: true,
      authorityFile: null,
      logFile: join(folder, 'portal.log'),
    });
  try {
    return { serving: await onPort(port, open) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserPool, inspectWeb, openBrowserPool, type Report, type WebVisit } from '@liangjian/inspect';
import { type Samples, startSamples } from '../server.ts';

/** What is visited: a page of the samples, or any address with its own way there. */
export interface Target {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  readonly scene?: string | null;
  readonly channel?: string | null;
}

export interface Visited {
  readonly id: string;
  readonly folder: string;
  readonly report: Report;
}

export interface Field {
  readonly samples: Samples;
  readonly pool: BrowserPool;
  /** Inspects one page into a folder of its own. Throws what `inspectWeb` throws. */
  inspect(target: Target, options?: Partial<WebVisit>): Promise<Visited>;
  /** Inspects pages, so many at a time; results in the order asked. */
  inspectAll(targets: readonly Target[], concurrency: number, each?: (visited: Visited, index: number) => void): Promise<Visited[]>;
  close(): Promise<void>;
}

/** Enough for every sample; what hangs for longer is a fault. */
const ARM_MS = 75_000;

/** The sample server, a pool of browsers and a folder for captures: all that a test or a bench of whole visits needs. `keep` leaves the captures. */
export async function openField({ keep = false } = {}): Promise<Field> {
  const samples = await startSamples();
  const pool = openBrowserPool();
  const root = mkdtempSync(join(tmpdir(), 'liangjian-field-'));
  let visits = 0;

  const inspect: Field['inspect'] = async ({ id, host, path, scene = null, channel = null }, options) => {
    visits += 1;
    const { folder, report } = await inspectWeb(pool, {
      url: samples.origin(host) + path,
      scene,
      channel,
      folder: join(root, `${visits}-${id}`),
      allowPrivate: ['all'],
      hostMap: samples.hostMap,
      control: false,
      profile: 'mobile',
      armMs: ARM_MS,
      ...options,
    });
    return { id, folder, report };
  };

  return {
    samples,
    pool,
    inspect,
    async inspectAll(targets, concurrency, each) {
      const results: Visited[] = [];
      const queue = [...targets.entries()];
      await Promise.all(
        Array.from({ length: concurrency }, async () => {
          for (let next = queue.shift(); next; next = queue.shift()) {
            const [index, target] = next;
            const visited = await inspect(target);
            results[index] = visited;
            each?.(visited, index);
          }
        }),
      );
      return results;
    },
    async close() {
      await pool.close();
      await samples.close();
      if (!keep) rmSync(root, { recursive: true, force: true });
    },
  };
}

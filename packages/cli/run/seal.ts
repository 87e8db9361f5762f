import { homedir } from 'node:os';
import { join } from 'node:path';
import { sealCapture, type SealSummary } from '@liangjian/evidence';
import { httpExchanges, reportJson, visitedPages } from '@liangjian/inspect';
import type { Inspected } from './inspect-one.ts';

export interface SealPlan {
  readonly keysDir: string;
  readonly timestampUrls: readonly string[];
}

/** Folder of the signing keys when none is named. */
export function defaultKeysDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'liangjian', 'keys');
}

/** Seals a finished inspection, its ledgers, artefacts and reports into `bundle.wacz` beside them. */
export function seal({ report, stored }: Inspected, folder: string, html: Uint8Array, plan: SealPlan): Promise<SealSummary> {
  return sealCapture({
    captureDir: stored.folder,
    reportFiles: [
      { path: 'report.json', bytes: Buffer.from(reportJson(report, 2)), split: ['/outcomes', '/facts'] },
      { path: 'report.html', bytes: html },
    ],
    pages: visitedPages(stored),
    http: httpExchanges(stored),
    keysDir: plan.keysDir,
    timestampUrls: plan.timestampUrls,
    created: new Date().toISOString(),
    out: join(folder, 'bundle.wacz'),
    software: `${report.tool.name} ${report.tool.version}`,
  });
}

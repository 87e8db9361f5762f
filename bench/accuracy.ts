import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ARM_MS, inspectWeb, openBrowserPool, type Report } from '@liangjian/inspect';
import { SAMPLES, type Sample } from '../samples/manifest.ts';
import { startSamples } from '../samples/server.ts';
import { type Score, scoreSample } from './score.ts';

/** Inspects samples and scores each report; `concurrency` sites at a time. */
export async function runSamples(
  samples: readonly Sample[],
  concurrency: number,
  each: (score: Score, report: Report, folder: string) => void,
): Promise<void> {
  const server = await startSamples();
  const pool = openBrowserPool();
  const root = mkdtempSync(join(tmpdir(), 'liangjian-accuracy-'));
  const queue = [...samples];
  try {
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        for (let sample = queue.shift(); sample; sample = queue.shift()) {
          const folder = join(root, sample.id);
          const { report } = await inspectWeb(pool, {
            url: server.origin(sample.host) + sample.path,
            scene: sample.scene,
            channel: sample.channel,
            folder,
            allowPrivate: ['all'],
            hostMap: server.hostMap,
            control: false,
            profile: 'mobile',
            armMs: DEFAULT_ARM_MS,
          });
          each(scoreSample(sample, report), report, folder);
        }
      }),
    );
  } finally {
    await pool.close();
    await server.close();
    if (!process.env['KEEP']) rmSync(root, { recursive: true, force: true });
  }
}

/** `npm run bench accuracy [ID…]`: recall, false alarms and cannot-tells over the samples with known truth. */
export async function benchAccuracy(ids: readonly string[]): Promise<void> {
  const chosen = SAMPLES.filter(
    (sample) => ids.length === 0 || ids.includes(sample.id) || ids.some((id) => id.endsWith('*') && sample.id.startsWith(id.slice(0, -1))),
  );
  const scores: Score[] = [];
  await runSamples(chosen, 4, (score, _report, folder) => {
    scores.push(score);
    const missed = score.missed.map(({ id, outcome }) => `${id}(${outcome})`).join(' ');
    console.log(
      `${score.id}: found ${score.found.length}, missed ${score.missed.length} ${missed}, false alarms ${score.falseAlarms.join(' ') || 'none'}, cannot tell ${score.cannotTell.length}, no rule yet ${score.notJudged.join(' ') || 'none'}${process.env['KEEP'] ? ` ${folder}` : ''}`,
    );
  });
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const found = sum((score) => score.found.length);
  const faults = found + sum((score) => score.missed.length) + sum((score) => score.notJudged.length);
  console.log(
    `\n${scores.length} samples: ${found} of ${faults} faults found (${((100 * found) / Math.max(1, faults)).toFixed(1)} %), ${sum((score) => score.falseAlarms.length)} false alarms, ${sum((score) => score.cannotTell.length)} cannot-tell`,
  );
}

import type { Report } from '@liangjian/inspect';
import { failedRows, writeGolden } from '../samples/golden.ts';
import { SAMPLES, SITES, type Sample } from '../samples/manifest.ts';
import { openField } from '../samples/testing/field.ts';
import { type Score, scoreSample } from './score.ts';

/** Inspects samples and scores each report; `concurrency` sites at a time. */
export async function runSamples(
  samples: readonly Sample[],
  concurrency: number,
  each: (score: Score, report: Report, folder: string) => void,
): Promise<void> {
  const field = await openField({ keep: Boolean(process.env['KEEP']) });
  try {
    await field.inspectAll(samples, concurrency, ({ report, folder }, index) =>
      each(scoreSample(samples[index] as Sample, report), report, folder),
    );
  } finally {
    await field.close();
  }
}

/**
 * `npm run bench accuracy [ID…]`: recall, false alarms and cannot-tells over the samples with known truth. `--golden` visits the shops and
 * writes the rows that fail on each into `samples/golden.json`.
 */
export async function benchAccuracy(args: readonly string[]): Promise<void> {
  const golden = args.includes('--golden');
  const ids = args.filter((arg) => !arg.startsWith('--'));
  const chosen = golden
    ? SITES
    : SAMPLES.filter(
        (sample) =>
          ids.length === 0 || ids.includes(sample.id) || ids.some((id) => id.endsWith('*') && sample.id.startsWith(id.slice(0, -1))),
      );
  const scores: Score[] = [];
  const failed: Record<string, string[]> = {};
  await runSamples(chosen, 4, (score, report, folder) => {
    scores.push(score);
    failed[score.id] = failedRows(report);
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
  if (golden) writeGolden(failed);
}

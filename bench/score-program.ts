import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@liangjian/inspect';
import type { ProgramSample } from '../samples/truth/programs.ts';

/** What the reports on one sample program got right and wrong against the truth. */
export interface ProgramScore {
  readonly id: string;
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly points: { readonly found: number; readonly missed: readonly string[] };
  readonly traps: { readonly met: number; readonly stepped: readonly string[] };
}

/** Line on which words stand, from 1. Throws when they stand nowhere: then the truth is wrong. */
export function lineOf(folder: string, { file, has }: { readonly file: string; readonly has: string }): number {
  const line = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((text) => text.includes(has));
  if (line < 0) throw new Error(`${folder}/${file} does not hold ${has}`);
  return line + 1;
}

/** Holds the reports of a sample folder against its truth: rows, collecting lines with their kind, and lines that must not be taken for one. */
export function scoreProgram(sample: ProgramSample, folder: string, reports: readonly Report[]): ProgramScore {
  const failed = [
    ...new Set(
      reports.flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'fail').map(({ requirement }) => requirement)),
    ),
  ];
  const collecting = reports.flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      const [first] = fact.evidence;
      return fact.type === 'collects' && first?.file ? [{ at: `${first.file}:${first.line}`, pi: fact.pi as readonly string[] }] : [];
    }),
  );
  const missed = sample.points.filter((point) => {
    const at = `${point.file}:${lineOf(folder, point)}`;
    return !collecting.some((one) => one.at === at && one.pi.includes(point.pi));
  });
  const stepped = sample.traps.filter((trap) => collecting.some(({ at }) => at === `${trap.file}:${lineOf(folder, trap)}`));
  const words = ({ file, has }: { readonly file: string; readonly has: string }) => `${file} ${has}`;
  return {
    id: sample.id,
    found: sample.faults.filter((row) => failed.includes(row)),
    missed: sample.faults.filter((row) => !failed.includes(row)),
    falseAlarms: failed.filter((row) => !sample.faults.includes(row) && !sample.mayFail.includes(row)),
    points: { found: sample.points.length - missed.length, missed: missed.map(words) },
    traps: { met: sample.traps.length, stepped: stepped.map(words) },
  };
}

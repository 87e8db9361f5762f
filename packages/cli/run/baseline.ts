import { readFileSync, writeFileSync } from 'node:fs';
import type { Excuse, Report } from '@liangjian/inspect';
import { Fault } from '../fault.ts';

/** Findings known at one time: a later run tells only what is new. */
interface Baseline {
  readonly format: 'liangjian-baseline/1';
  readonly created: string;
  readonly findings: readonly Finding[];
}

interface Finding {
  readonly requirement: string;
  /** Id of a fact: holds for file and words of the line, not for its number. */
  readonly fact: string;
  /** For the reader of the file only. */
  readonly where: string;
}

/** The findings of a baseline as excuses. @throws Fault when it cannot be read or is none. */
export function readBaseline(path: string): Excuse[] {
  let value: Baseline;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Baseline;
  } catch {
    throw new Fault('file-unreadable', path);
  }
  if (value?.format !== 'liangjian-baseline/1' || !Array.isArray(value.findings))
    throw new Fault('file-unreadable', `${path}: liangjian-baseline/1`);
  const by = new Map<string, string[]>();
  for (const { requirement, fact } of value.findings)
    if (typeof requirement === 'string' && typeof fact === 'string') by.set(requirement, [...(by.get(requirement) ?? []), fact]);
  const reason = `${value.created ?? ''} ${path}`.trim();
  return [...by].map(([requirement, facts]) => ({ requirement, facts, by: 'baseline', reason, file: null, line: null }));
}

/** Writes what fails now, findings with a reason of their own left out. @throws Fault */
export function writeBaseline(path: string, reports: readonly Report[]): void {
  const findings = reports.flatMap((report) => {
    const facts = new Map(report.facts.map((fact) => [fact.id, fact]));
    return report.outcomes
      .filter(({ outcome }) => outcome === 'fail')
      .flatMap((one) => {
        const commented = new Set(one.excused?.filter(({ by }) => by === 'comment').flatMap((excuse) => excuse.facts));
        return one.facts
          .filter((id) => !commented.has(id))
          .map((id): Finding => {
            const [first] = facts.get(id)?.evidence ?? [];
            return { requirement: one.requirement, fact: id, where: first?.file ? `${first.file}:${first.line ?? 1}` : '' };
          });
      });
  });
  const baseline: Baseline = { format: 'liangjian-baseline/1', created: new Date().toISOString().slice(0, 10), findings };
  try {
    writeFileSync(path, `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (error) {
    throw new Fault('output-unwritable', `${path}: ${(error as Error).message}`);
  }
}

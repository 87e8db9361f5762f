import { statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type BrowserPool,
  type Language,
  openBrowserPool,
  parseAllowance,
  type Report,
  reportJson,
  reportLine,
  reportsSarif,
} from '@liangjian/inspect';
import { Fault, faultOf, faultText } from '../fault.ts';
import { statusOfAll, statusOfReport } from './exit-status.ts';
import { type Format, rendered, renderingOf } from './formats.ts';
import { guardTarget } from './guard-target.ts';
import { inOrder } from './in-order.ts';
import { type Inspected, inspectOne, type VisitPlan } from './inspect-one.ts';
import { inspectProgramTarget, type ProgramPlan } from './inspect-programs.ts';
import { openProgress } from './progress.ts';
import { seal, type SealPlan } from './seal.ts';
import type { Target } from './targets.ts';

export interface InspectPlan {
  readonly language: Language;
  readonly format: Format;
  readonly out: string | null;
  readonly concurrency: number;
  readonly quiet: boolean;
  readonly seal: SealPlan | null;
  readonly visit: VisitPlan;
  readonly programs: ProgramPlan;
  /** Folder from which SARIF names files; null for the inspected root. */
  readonly sarifBase: string | null;
  /** Told of every report of a program. */
  readonly onReport?: (report: Report) => void;
}

interface Result {
  readonly status: 0 | 1 | 2 | 3;
  readonly bytes: Buffer | null;
}

/** Inspects all targets and writes their reports to standard output in the order asked. Returns the exit status. */
export async function inspectAll(targets: readonly Target[], plan: InspectPlan): Promise<0 | 1 | 2 | 3> {
  const many = targets.length > 1;
  const web = targets.some((target) => 'url' in target);
  if (many && plan.out === null && (plan.format === 'html' || plan.format === 'pdf'))
    throw new Fault('bad-argument', `--format ${plan.format}: --out`);
  parseAllowance(plan.visit.allowPrivate);
  const pool = openBrowserPool();
  const progress = openProgress(targets.length, plan.visit.control ? 4 : 3, plan.language, plan.quiet || !web);
  let stoppedAt = 0;
  const stop = () => {
    // A terminal signals the launcher and this process at once; only a later, second signal means "now".
    if (stoppedAt > 0 && Date.now() - stoppedAt > 1000) process.exit(2);
    if (stoppedAt > 0) return;
    stoppedAt = Date.now();
    // Ends the browsers; visits under way then end with what they recorded.
    void pool.close();
  };
  // Reading programs leaves no browser behind and does not wait in between: a signal simply ends it.
  if (web) {
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }
  try {
    const one = async (target: Target, index: number): Promise<Result> => {
      const asked = 'url' in target ? target.url : target.asked;
      progress.start(index, asked);
      try {
        if (stoppedAt > 0) throw new Fault('cancelled');
        if ('fault' in target) throw target.fault;
        if ('program' in target) {
          const folder = plan.out === null ? null : many ? join(plan.out, folderName(index, targets.length, target.asked)) : plan.out;
          const result = await keepPrograms(target.program, folder, plan, pool);
          progress.end(index, result.line);
          return result;
        }
        guardTarget(target.url, plan.visit.allowPrivate, plan.visit.hostMap);
        const folder = plan.out === null ? null : many ? join(plan.out, folderName(index, targets.length, target.url)) : plan.out;
        const result = await inspectOne(
          pool,
          target.url,
          plan.visit,
          folder,
          (step) => progress.step(index, step),
          (inspected) => keep(inspected, plan, pool),
        );
        progress.end(index, result.line);
        return stoppedAt > 0 ? { ...result, status: 3 } : result;
      } catch (error) {
        const told = stoppedAt > 0 ? new Fault('cancelled', asked) : error;
        const { entry } = faultOf(told);
        progress.end(index, `✗ ${entry.text[plan.language]}`);
        return { status: 2, bytes: faultBytes(told, asked, plan, many) };
      }
    };
    const results = await inOrder(targets, plan.concurrency, one, ({ bytes }) => {
      if (bytes !== null) process.stdout.write(bytes);
    });
    if (stoppedAt === 0) return statusOfAll(results.map((result) => result.status));
    process.stderr.write(faultText(new Fault('cancelled'), plan.language));
    return 2;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    progress.close();
    await pool.close();
  }
}

/** Writes reports and bundle into the result folder and renders what goes to standard output. */
async function keep(inspected: Inspected, plan: InspectPlan, pool: BrowserPool): Promise<Result & { readonly line: string }> {
  const { report, stored, folder } = inspected;
  const line = reportLine(report, plan.language);
  const bytes = await rendered(plan.format, report, stored, renderingOf(plan.language), pool);
  if (folder !== null) {
    const html = await rendered('html', report, stored, renderingOf(plan.language), pool);
    writeFileSync(join(folder, 'report.json'), `${reportJson(report, 2)}\n`);
    writeFileSync(join(folder, 'report.html'), html);
    if (plan.format === 'pdf') writeFileSync(join(folder, 'report.pdf'), bytes);
    if (plan.format === 'sarif') writeFileSync(join(folder, 'report.sarif'), bytes);
    if (plan.seal !== null) {
      const sealed = await seal(inspected, folder, html, plan.seal);
      if (!plan.quiet) process.stderr.write(sealLine(sealed, plan.language));
    }
  }
  const silent = folder !== null && (plan.format === 'pdf' || plan.format === 'html');
  return { status: statusOfReport(report), bytes: silent ? null : bytes, line };
}

function sealLine(sealed: Awaited<ReturnType<typeof seal>>, language: Language): string {
  const stamps = sealed.timestamps.length;
  return language === 'zh'
    ? `已封存 ${sealed.file}（SHA-256 ${sealed.sha256}，时间戳 ${stamps} 个${sealed.gaps.length > 0 ? `，缺口 ${sealed.gaps.length} 处` : ''}）\n`
    : `Sealed ${sealed.file} (SHA-256 ${sealed.sha256}, ${stamps} time-stamps${sealed.gaps.length > 0 ? `, ${sealed.gaps.length} gaps` : ''})\n`;
}

/** All programs of one target: machine formats one after the other in one order, SARIF as one log with a run for each. */
async function keepPrograms(
  paths: readonly string[],
  folder: string | null,
  plan: InspectPlan,
  pool: BrowserPool,
): Promise<Result & { readonly line: string }> {
  const inspected = await inspectProgramTarget(paths, plan.programs, folder);
  if (inspected.length > 1 && folder === null && (plan.format === 'html' || plan.format === 'pdf'))
    throw new Fault('bad-argument', `--format ${plan.format}: --out`);
  const results: (Result & { readonly line: string })[] = [];
  for (const one of inspected) {
    plan.onReport?.(one.report);
    results.push(await keep(one, plan, pool));
  }
  const sarif = () =>
    Buffer.from(
      `${reportsSarif(
        inspected.map(({ report }) => report),
        plan.language,
        sarifBaseOf(paths, plan),
      )}\n`,
    );
  const bytes = plan.format === 'sarif' ? [sarif()] : results.flatMap((result) => result.bytes ?? []);
  return {
    status: statusOfAll(results.map(({ status }) => status)),
    bytes: bytes.length === 0 ? null : Buffer.concat(bytes),
    line: results.map(({ line }) => line).join(' | '),
  };
}

/** Way from the folder a code host counts from to the inspected root; files given by themselves stand at it. */
function sarifBaseOf([first = '']: readonly string[], { sarifBase }: InspectPlan): string {
  if (sarifBase === null || !statSync(first).isDirectory()) return '';
  const way = relative(sarifBase, first).split(sep).join('/');
  return way === '' || way.startsWith('..') ? '' : `${way}/`;
}

/** A target that gave no report still has its line in machine formats; for people the message goes to standard error. */
function faultBytes(error: unknown, target: string, plan: InspectPlan, many: boolean): Buffer | null {
  process.stderr.write(many ? `${target}\n${faultText(error, plan.language)}` : faultText(error, plan.language));
  if (plan.format !== 'json' || !many) return null;
  const { entry, detail } = faultOf(error);
  const line = { format: 'liangjian-error/1', target, error: { code: entry.code, text: entry.text, nextStep: entry.nextStep, detail } };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

/** `003-shop.example`: order first, so that a folder listing reads as the list did. */
function folderName(index: number, total: number, target: string): string {
  const digits = Math.max(3, String(total).length);
  const name = URL.canParse(target)
    ? new URL(target).hostname
    : (target.split(/[\\/]/).findLast((part) => part !== '' && part !== '.') ?? '');
  return `${String(index + 1).padStart(digits, '0')}-${name.replaceAll(/[^\p{L}\p{N}.-]/gu, '_').slice(0, 80)}`;
}

import { citableOn, hookLabel, type Requirement, requirementById, statusOf } from '@liangjian/law';
import type { StoredCapture } from './capture/read-capture.ts';
import type { Capture } from './capture/capture.ts';
import type { Excuse } from './excuse.ts';
import type { Fact } from './facts/fact.ts';
import { repeatabilityOf } from './facts/repeatability.ts';
import { factsOfCapture, type ReadingMemo } from './facts/facts-of-capture.ts';
import type { Report, ReportedOutcome } from './report/report.ts';
import { boundByCode } from './rules/bound-by-code.ts';
import { rulesFor } from './rules/registry.ts';
import type { FactView, JudgeContext, Rule, Verdict } from './rules/rule.ts';
import { viewOf } from './rules/view.ts';

/** Judges a stored visit: facts, then every rule that applies. No network, no browser, no clock. */
export function judgeCapture(stored: StoredCapture, memo?: ReadingMemo): Report {
  return reportFrom(stored.capture, factsOfCapture(stored, memo));
}

/** The report of a capture whose facts are at hand. */
export function reportFrom(capture: Capture, facts: readonly Fact[], excuses: readonly Excuse[] = []): Report {
  const operators = facts.filter((fact): fact is Fact<'operator'> => fact.type === 'operator');
  return {
    format: 'liangjian-inspection/1',
    tool: capture.tool,
    touchpoint: {
      ...capture.touchpoint,
      operator: { name: operators[0]?.label ?? null, basis: operators.map((fact) => `${fact.detail.basis}: ${fact.label}`) },
    },
    startedAt: capture.startedAt,
    finishedAt: capture.finishedAt,
    environment: capture.environment,
    coverage: capture.coverage,
    arms: capture.arms,
    repeatability: repeatabilityOf(
      facts,
      capture.arms.filter((arm) => arm.complete).map((arm) => arm.arm),
    ),
    artefacts: capture.artefacts,
    facts,
    outcomes: judgeFacts(
      facts,
      {
        kind: capture.touchpoint.kind,
        scene: capture.touchpoint.scene,
        channel: capture.touchpoint.channel,
        coverage: capture.coverage,
        arms: capture.arms.filter((arm) => arm.complete).map((arm) => arm.arm),
      },
      dayInShanghai(capture.startedAt),
      excuses,
    ),
  };
}

/** Outcomes of every applicable rule, in row order. `day` (`YYYY-MM-DD`, Asia/Shanghai) decides which law may be cited. */
export function judgeFacts(facts: readonly Fact[], context: JudgeContext, day: string, excuses: readonly Excuse[] = []): ReportedOutcome[] {
  const view = viewOf(facts);
  const judge = (rule: Rule, of: FactView): Verdict => boundByCode(rule.requirement, rule.judge(of, context), of, context);
  return rulesFor(context).map((rule) => {
    const requirement = requirementById(rule.requirement);
    const plain = judge(rule, view);
    const excused = plain.outcome === 'fail' ? usedExcuses(rule.requirement, plain, excuses) : [];
    const aside = new Set(excused.flatMap((excuse) => excuse.facts));
    // What is left is judged as if the rest were not there; if nothing is left to accuse, the finding stands as waived.
    const rest = excused.length > 0 ? judge(rule, viewOf(facts.filter(({ id }) => !aside.has(id)))) : plain;
    const verdict = rest.outcome === 'fail' ? rest : plain;
    return {
      requirement: requirement.id,
      outcome: verdict.outcome,
      kind: requirement.kinds[0] ?? 'none',
      level: requirement.level,
      title: requirement.title,
      message: verdict.message,
      facts: verdict.facts.map((fact) => fact.id),
      officer: verdict.officer,
      law: lawOn(requirement, day),
      status: statusOf(requirement),
      ...(excused.length > 0
        ? { excused: excused.map(({ requirement: _row, ...excuse }) => excuse), waived: rest.outcome !== 'fail' }
        : {}),
    };
  });
}

/** Excuses of this requirement that touch a fact carrying the verdict. */
const usedExcuses = (requirement: string, { facts }: Verdict, excuses: readonly Excuse[]): Excuse[] =>
  excuses.filter((excuse) => excuse.requirement === requirement && facts.some(({ id }) => excuse.facts.includes(id)));

/** Hooks that may be cited for an act of that day; repealed law and drafts are left out. */
function lawOn(requirement: Requirement, day: string): ReportedOutcome['law'] {
  return requirement.law.flatMap((hook) => {
    const citable = citableOn(hook, day);
    return citable.ok ? [{ hook, label: hookLabel(hook), status: citable.status }] : [];
  });
}

/** Calendar day in Shanghai (UTC+8, no summer time since 1991). */
function dayInShanghai(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

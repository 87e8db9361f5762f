import { citableOn, hookLabel, type Requirement, requirementById, statusOf } from '@liangjian/law';
import type { StoredCapture } from './capture/read-capture.ts';
import type { Fact } from './facts/fact.ts';
import { repeatabilityOf } from './facts/repeatability.ts';
import { factsOfCapture, type ReadingMemo } from './facts/facts-of-capture.ts';
import type { Report, ReportedOutcome } from './report/report.ts';
import { boundByCode } from './rules/bound-by-code.ts';
import { rulesFor } from './rules/registry.ts';
import type { JudgeContext } from './rules/rule.ts';
import { viewOf } from './rules/view.ts';

/** Judges a stored visit: facts, then every rule that applies. No network, no browser, no clock. */
export function judgeCapture(stored: StoredCapture, memo?: ReadingMemo): Report {
  const { capture } = stored;
  const facts = factsOfCapture(stored, memo);
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
    ),
  };
}

/** Outcomes of every applicable rule, in row order. `day` (`YYYY-MM-DD`, Asia/Shanghai) decides which law may be cited. */
export function judgeFacts(facts: readonly Fact[], context: JudgeContext, day: string): ReportedOutcome[] {
  const view = viewOf(facts);
  return rulesFor(context).map((rule) => {
    const requirement = requirementById(rule.requirement);
    const verdict = boundByCode(rule.requirement, rule.judge(view, context), view, context);
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
    };
  });
}

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

import { expect, test } from 'vitest';
import type { Fact } from '../../facts/fact.ts';
import type { JudgeContext, Outcome, Rule } from '../rule.ts';
import { viewOf } from '../view.ts';
import { contextOf } from './build.ts';

/** One sample: what is special about it, the outcome owed, the facts, and the context where it matters. */
type Sample = readonly [name: string, outcome: Outcome, facts: readonly Fact[], context?: Partial<JudgeContext>];

/** Runs a rule over samples; beside the outcome each verdict must be well formed and free of legal conclusions. */
export function samples(rule: Rule, table: readonly Sample[]): void {
  for (const [name, outcome, facts, context] of table) {
    test(`${rule.requirement} ${outcome}: ${name}`, () => {
      const verdict = rule.judge(viewOf(facts), contextOf(context));
      expect(verdict.outcome, verdict.message.en).toBe(outcome);
      for (const words of [verdict.message, verdict.officer]) {
        expect(words.zh).toMatch(/[\u4e00-\u9fff].*[。？]$/u);
        expect(words.en).toMatch(/[a-z].*[.?]$/i);
        expect(`${words.zh}${words.en}`).not.toMatch(/违法|undefined|null|NaN|\billegal\b/);
      }
      if (outcome === 'fail') expect(verdict.facts.length).toBeGreaterThan(0);
      for (const fact of verdict.facts) expect(facts).toContain(fact);
    });
  }
}

import fc from 'fast-check';
import { findRequirement } from '@liangjian/law';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { RULES, rulesFor } from './registry.ts';
import { a, contextOf, dialog, other } from './testing/build.ts';
import { viewOf } from './view.ts';

describe('registry', () => {
  test('every rule answers a row of the law, once, in row order', () => {
    const ids = RULES.map((rule) => rule.requirement);
    for (const id of ids) expect(findRequirement(id)?.id).toBe(id);
    expect(new Set(ids).size).toBe(ids.length);
    const rank = (id: string): string => (id.startsWith('G') ? `0${id}` : `1${id}`);
    expect(ids).toEqual(ids.toSorted((left, right) => rank(left).localeCompare(rank(right))));
  });

  test('a row of documents only has no rule', () => {
    for (const rule of RULES) expect(findRequirement(rule.requirement)?.level).not.toBe('C');
  });

  test('common rows always apply, also without a scene or with one nobody knows', () => {
    for (const scene of [null, 'S2', 'S99']) {
      const ids = rulesFor(contextOf({ scene, channel: null })).map((rule) => rule.requirement);
      expect(ids).toContain('G13');
    }
  });

  test('a policy file is judged by the rows about texts only', () => {
    const ids = rulesFor(contextOf({ kind: 'policy', scene: null })).map((rule) => rule.requirement);
    expect(ids).toContain('G05');
    expect(ids).not.toContain('G13');
  });

  test('without a single fact nobody is accused and nobody is cleared', () => {
    for (const rule of RULES) {
      expect(rule.judge(viewOf([]), contextOf()).outcome, rule.requirement).toBe('cannot-tell');
      expect(rule.judge(viewOf([]), contextOf({ arms: [], scene: null })).outcome, rule.requirement).toBe('cannot-tell');
    }
  });
});

const answer = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const phase = fc.constantFrom(
  'before-choice' as const,
  'after-refuse' as const,
  'after-accept' as const,
  'no-choice' as const,
  'static' as const,
);
const stage = fc.constantFrom('arrive' as const, 'choice' as const, 'use' as const, 'leave' as const, 'read' as const);
const arms = fc.subarray(['untouched', 'refuse', 'accept', 'control'] as const, { minLength: 1 });
const category = fc.constantFrom(
  'phone' as const,
  'id-number' as const,
  'plate' as const,
  'location-precise' as const,
  'device-id' as const,
);

const anyFacts: fc.Arbitrary<readonly Fact[]> = fc.oneof(
  fc
    .record({
      role: fc.constantFrom('consent' as const, 'phone' as const, 'follow' as const, 'coupon' as const, 'unknown' as const),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      blocking: fc.boolean(),
      stage,
      arms,
      afterRefusal: fc.nat(3),
      rendered: fc.constantFrom('text' as const, 'image' as const),
    })
    .chain((detail) =>
      fc
        .subarray(['agree', 'refuse', 'close', 'guest', 'settings'] as const)
        .map((roles) => dialog({ ...detail, arms: [...detail.arms] }, ...roles.map((role) => ({ role })))),
    ),
  fc
    .record({
      consent: answer,
      initial: fc.constantFrom('ticked' as const, 'clear' as const, 'unknown' as const),
      stage,
      purposes: fc.subarray(['privacy-policy', 'marketing', 'membership', 'face'] as const).map((list) => [...list]),
    })
    .map((detail) => [a('tick-box', detail)]),
  fc
    .record({ detail: fc.record({ required: answer, markedOptional: fc.boolean(), stage }), pi: category })
    .map(({ detail, pi }) => [a('field', detail, { pi: [pi] })]),
  fc
    .record({ trigger: fc.constantFrom('load' as const, 'input' as const), manualAlternative: answer, afterRefusal: fc.nat(3), stage })
    .map((detail) => [a('permission', detail)]),
  fc
    .record({
      phase,
      role: fc.constantFrom('first' as const, 'third' as const, 'platform' as const, 'unknown' as const),
      category: fc.constantFrom(null, 'analytics', 'payment'),
      stage,
      key: fc.boolean(),
      pi: fc.option(category),
    })
    .map((seed) => [
      a(
        'transfer',
        {
          stage: seed.stage,
          identifiers: seed.key ? [{ key: 'uid', where: 'query' }] : [],
          found: seed.pi ? [{ category: seed.pi, key: 'k', where: 'body', encoding: 'md5', canary: seed.key }] : [],
        },
        { phase: seed.phase, party: other({ role: seed.role, category: seed.category }) },
      ),
    ]),
  fc
    .record({
      needs: fc.constantFrom('phone' as const, 'membership' as const, 'follow' as const, 'location' as const),
      refusable: answer,
      stage,
    })
    .map((detail) => [a('gate', detail)]),
  fc
    .record({ reached: answer, stoppedBy: fc.constantFrom(null, 'phone', 'agreement', 'left-site', 'time'), arms })
    .map((detail) => [a('function-reached', { ...detail, arms: [...detail.arms] })]),
  fc
    .constantFrom('wechat-wall' as const, 'unreadable-image' as const, 'silent-identifier-redirect' as const)
    .map((what) => [a('limit', { what })]),
  fc
    .record({ taps: fc.nat(8), reached: answer, where: fc.constantFrom('form' as const, 'footer' as const) })
    .map((detail) => [a('policy-link', detail)]),
  fc.record({ foreign: answer, fontSize: fc.option(fc.nat(20)), length: fc.nat(3000) }).map((detail) => [a('policy-text', detail)]),
  fc
    .record({
      element: fc.constantFrom('purposes', 'retention', 'consent-withdrawal', 'recipients-list'),
      verdict: fc.constantFrom('present' as const, 'absent' as const, 'empty' as const, 'unreadable' as const),
    })
    .map((detail) => [a('policy-clause', detail)]),
  fc
    .record({ reachable: answer, gate: answer, trigger: fc.constantFrom(null, 'onLaunch', 'tap') })
    .map(({ reachable, gate, trigger }) => [
      a(
        'collects',
        { reachable, trigger, consent: { gate, initial: 'none', wayOut: gate, chain: [] } },
        { phase: 'static', pi: ['phone'] },
      ),
    ]),
  fc.constantFrom('menu' as const, 'membership' as const, 'unknown' as const).map((page) => [a('landing', { page })]),
);

test('whatever the facts, in any order: no rule throws, the answer is the same, and an accusation names its facts', () => {
  fc.assert(
    fc.property(
      fc.array(anyFacts, { maxLength: 10 }).map((groups) => groups.flat()),
      fc.constantFrom(null, 'S1', 'S2', 'S4', 'S6'),
      fc.constantFrom(null, 'dine-in', 'delivery'),
      (facts, scene, channel) => {
        const context = contextOf({ scene, channel });
        for (const rule of RULES) {
          const verdict = rule.judge(viewOf(facts), context);
          const turned = rule.judge(viewOf(facts.toReversed()), context);
          expect(turned.outcome, rule.requirement).toBe(verdict.outcome);
          expect(`${verdict.message.zh}${verdict.message.en}${verdict.officer.zh}`).not.toMatch(/违法|undefined|null|NaN|、{2}|，。|。。/);
          if (verdict.outcome === 'fail') expect(verdict.facts.length, rule.requirement).toBeGreaterThan(0);
          for (const fact of verdict.facts) expect(facts).toContain(fact);
        }
      },
    ),
    { numRuns: 150 },
  );
});

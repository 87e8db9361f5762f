import { describe, expect, test } from 'vitest';
import { type RoutedTip, type RoutingRule, route, routingConditions, tryRouting } from './route.ts';

const tip: RoutedTip = {
  channel: 'portal',
  kind: 'report',
  scene: 'S1',
  violations: ['K1'],
  district: '310104',
  registeredIn: null,
  chain: false,
  receivedOn: '2026-11-03',
};
const rule = (
  id: string,
  priority: number,
  conditions: RoutingRule['conditions'],
  office: string,
  more: Partial<RoutingRule> = {},
): RoutingRule => ({
  id,
  priority,
  conditions,
  office,
  reason: { zh: `按规则${id}`, en: `by rule ${id}` },
  validFrom: '2026-01-01',
  validUntil: null,
  ...more,
});
const rules = [
  rule('chain', 10, { chain: true }, 'corps'),
  rule('ai', 20, { scenes: ['S14'] }, 'cac-city'),
  rule('xuhui', 50, { districts: ['310104'] }, 'samr-xuhui'),
  rule('xuhui-parking', 50, { districts: ['310104'], scenes: ['S2'] }, 'samr-xuhui-parking'),
];

describe('routing by rules', () => {
  test('takes the first rule that applies and says why', () => {
    expect(route(tip, rules)).toEqual({
      ok: true,
      office: 'samr-xuhui',
      rule: 'xuhui',
      reason: { zh: '按规则xuhui', en: 'by rule xuhui' },
    });
    expect(route({ ...tip, chain: true }, rules)).toMatchObject({ office: 'corps' });
    expect(route({ ...tip, scene: 'S2' }, rules)).toMatchObject({ office: 'samr-xuhui-parking' });
    expect(route({ ...tip, scene: 'S14' }, rules)).toMatchObject({ office: 'cac-city' });
  });

  test('guesses nothing: without a rule a person assigns', () => {
    expect(route({ ...tip, district: null, scene: null }, rules)).toMatchObject({
      ok: false,
      reason: { en: expect.stringContaining('district is not known') },
    });
    expect(route({ ...tip, district: '310101' }, rules)).toMatchObject({ ok: false });
  });

  test('a rule counts only while it is valid', () => {
    const ended = [rule('old', 1, {}, 'samr-old', { validUntil: '2026-10-31' })];
    expect(route(tip, ended).ok).toBe(false);
    expect(route({ ...tip, receivedOn: '2026-10-31' }, ended)).toMatchObject({ office: 'samr-old' });
  });

  test('a dry run tells who would get what, and which rules do nothing', () => {
    const tips = [
      { ...tip, id: 't1', office: 'samr-xuhui' },
      { ...tip, id: 't2', office: 'samr-pudong' },
      { ...tip, id: 't3', office: 'samr-pudong', district: null },
    ];
    expect(tryRouting(tips, rules)).toEqual({
      tips: 3,
      perOffice: { 'samr-xuhui': 2 },
      unrouted: 1,
      unused: ['chain', 'ai', 'xuhui-parking'],
      moved: [
        { tip: 't2', from: 'samr-pudong', to: 'samr-xuhui', reason: { zh: '按规则xuhui', en: 'by rule xuhui' } },
        { tip: 't3', from: 'samr-pudong', to: null, reason: expect.objectContaining({ zh: expect.stringContaining('人工') }) },
      ],
    });
  });

  test('conditions with a misspelt key are refused, not ignored', () => {
    expect(routingConditions.safeParse({ district: ['310104'] }).success).toBe(false);
    expect(routingConditions.safeParse({ districts: ['310104'] }).success).toBe(true);
  });
});

import { campaigns } from '@liangjian/law';
import { describe, expect, test } from 'vitest';
import { checkCampaign, readCampaign } from './campaign-file.ts';

const small = {
  id: 'liangjian-2027',
  name: { zh: '亮剑浦江·2027（演练）', en: 'Liangjian Pujiang 2027 (drill)' },
  years: [2027],
  from: '2027-03-15',
  scenes: [{ code: 'S1' }, { code: 'Q1' }],
  ownScenes: [{ code: 'Q1', label: { zh: '共享雨伞', en: 'Shared umbrellas' }, fromYear: 2027, extends: 'S6' }],
  phases: [{ kind: 'clues', label: { zh: '线索征集', en: 'Clues' }, from: '2027-03-15', to: '2027-04-30' }],
  offices: [{ name: { zh: '上海市网信办', en: 'Cyberspace administration' }, role: 'leads' }],
  numbers: [{ kind: 'target', measure: 'cases-filed', label: { zh: '立案', en: 'Cases' }, value: 20 }],
};

describe('a campaign as a file', () => {
  test('the shipped ones pass through it unchanged', () => {
    for (const campaign of campaigns) expect(readCampaign(JSON.stringify(campaign))).toEqual({ ok: true, campaign });
  });

  test('a new one with a scene of its own needs no code', () => {
    const answer = readCampaign(`\ufeff${JSON.stringify(small)}`);
    expect(answer.ok && answer.campaign).toMatchObject({
      id: 'liangjian-2027',
      to: null,
      scenes: [{ code: 'S1', confidence: 'F', source: null }, { code: 'Q1' }],
      ownScenes: [{ code: 'Q1', origin: 'optional', regulators: [] }],
      numbers: [{ kind: 'target', value: 20 }],
    });
  });

  test.each([
    ['no JSON', '{', ''],
    [
      'a shape that is wrong names its place',
      JSON.stringify({ ...small, phases: [{ ...small.phases[0], kind: 'party' }] }),
      'phases.0.kind',
    ],
    ['an unknown key', JSON.stringify({ ...small, secret: 1 }), ''],
    ['a day that does not exist', JSON.stringify({ ...small, from: '2027-02-30' }), ''],
    ['a flood', ' '.repeat(1_100_000), ''],
  ])('%s is refused in both languages', (_, json, at) => {
    const answer = readCampaign(json);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.faults[0]?.at).toBe(at);
    for (const { text } of answer.faults) expect([text.zh.length > 3, text.en.length > 3]).toEqual([true, true]);
  });

  test('thousands of rows and keys of the prototype are no campaign', () => {
    expect(checkCampaign({ ...small, focus: Array.from({ length: 501 }, () => ({ label: small.name })) }).ok).toBe(false);
    expect(readCampaign('{"__proto__":{"id":"x"}}').ok).toBe(false);
  });
});

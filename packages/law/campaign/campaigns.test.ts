import { describe, expect, test } from 'vitest';
import type { Campaign } from './campaign.ts';
import { campaignFaults } from './campaign-faults.ts';
import { campaigns } from './campaigns.ts';
import { round2023 } from './round-2023.data.ts';

describe('the campaigns that are shipped', () => {
  test('are sound, each with a confidence mark and a source', () => {
    for (const campaign of campaigns) expect([campaign.id, campaignFaults(campaign)]).toEqual([campaign.id, []]);
  });

  test('2023 has its eight scenes, 2024 face recognition, 2025 AI', () => {
    const scenes = campaigns.map((campaign) => campaign.scenes.map(({ code }) => code));
    expect(scenes[0]).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
    expect(scenes[1]).toEqual(expect.arrayContaining(['S9', 'S10', 'S11', 'S12', 'S13']));
    expect(scenes[2]).toContain('S14');
  });

  test('claim no round of 2026 and no target that was never published', () => {
    expect(campaigns.flatMap(({ years }) => years)).toEqual([2023, 2024, 2025]);
    expect(campaigns.flatMap(({ numbers }) => numbers).every(({ kind }) => kind === 'result')).toBe(true);
  });

  test('mark what no text was found for', () => {
    expect(round2023.scenes.find(({ code }) => code === 'S5')?.note?.en).toContain('no text');
    expect(round2023.note?.en).toContain('not found');
  });
});

describe('a campaign that an office enters', () => {
  const change = (more: Partial<Campaign>) => campaignFaults({ ...round2023, ...more }).map(({ en }) => en);

  test('is told everything that is wrong', () => {
    expect(change({ from: '2023-02-30' })).toEqual([expect.stringContaining('not a calendar day')]);
    expect(change({ to: '2023-01-01' })).toEqual([expect.stringContaining('ends before it begins')]);
    expect(change({ years: [2022] })).toEqual(['The years must include that of the first day.']);
    expect(change({ scenes: [] })[0]).toBe('It needs at least one scene.');
    expect(change({ scenes: [...round2023.scenes, { code: 'Q1', from: null, to: null, confidence: 'F', source: null }] })).toEqual([
      'There is no scene “Q1”.',
    ]);
    expect(change({ offices: [] })).toEqual(['At least one office must lead.']);
    expect(change({ source: 'S-nowhere' })).toEqual(['There is no source “S-nowhere”.']);
  });

  test('may bring a scene of its own', () => {
    const own = {
      code: 'Q1',
      label: { zh: '共享雨伞', en: 'Shared umbrellas' },
      origin: 'optional',
      fromYear: 2027,
      toYear: null,
      extends: 'S6',
      regulators: [],
      appTypes: [],
      channels: [],
      confidence: 'F',
    } as const;
    const scenes = [...round2023.scenes, { code: 'Q1', from: null, to: null, confidence: 'F', source: null } as const];
    expect(change({ scenes, ownScenes: [own] })).toEqual([]);
    expect(change({ ownScenes: [{ ...own, code: 'S1' }] })).toEqual(['The scene code “S1” is taken.']);
  });
});

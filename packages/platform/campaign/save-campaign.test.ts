import { campaigns } from '@liangjian/law';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calling, clerk, commander, makeOffices } from '../clocks/testing.ts';
import { within } from '../store/index.ts';
import { openTestStore, type TestStore } from '../store/testing/open-test-store.ts';
import { campaignOf, saveCampaign, seedCampaigns } from './save-campaign.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await makeOffices(store);
});
afterAll(() => store?.stop());

const campaign = {
  id: 'liangjian-2027',
  name: { zh: '亮剑浦江·2027（演练）', en: 'Liangjian Pujiang 2027 (drill)' },
  years: [2027],
  from: '2027-03-15',
  scenes: [{ code: 'S1' }, { code: 'Q1' }],
  ownScenes: [{ code: 'Q1', label: { zh: '共享雨伞', en: 'Shared umbrellas' }, fromYear: 2027, extends: 'S6' }],
  phases: [{ kind: 'clues', label: { zh: '线索征集', en: 'Clues' }, scenes: ['Q1'], from: '2027-03-15', to: '2027-04-30' }],
  offices: [{ name: { zh: '上海市网信办', en: 'Cyberspace administration' }, role: 'leads' }],
  numbers: [{ kind: 'target', measure: 'cases-filed', label: { zh: '立案', en: 'Cases' }, value: 20 }],
};
const call = () => calling(store.console, commander);

describe('campaigns in the store', () => {
  test('the rounds that are known are put into an empty house once', async () => {
    expect(await seedCampaigns(call())).toEqual(['liangjian-2023', 'liangjian-2024', 'liangjian-2025']);
    expect(await seedCampaigns(call())).toEqual([]);
    const scenes = await store.owner
      .selectFrom('app.campaign_scene')
      .select('scene')
      .where('campaign', '=', 'liangjian-2023')
      .orderBy('scene')
      .execute();
    expect(scenes.map(({ scene }) => scene)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
    expect((await within(store.console, clerk, (tx) => campaignOf(tx, 'liangjian-2024')))?.campaign).toEqual(campaigns[1]);
  });

  test('a new one is made from a file with a scene of its own, and replaced by version', async () => {
    const members = [{ office: 'samr-city', part: 'lead' as const }];
    await expect(saveCampaign(calling(store.console, clerk), { campaign })).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await saveCampaign(call(), { campaign, members, state: 'running' })).toEqual({ id: 'liangjian-2027', version: 1 });
    await expect(saveCampaign(call(), { campaign, version: 7 })).rejects.toMatchObject({ code: 'version-conflict' });
    await expect(saveCampaign(call(), { campaign })).rejects.toMatchObject({ code: 'version-conflict' });
    const without = { ...campaign, phases: [], numbers: [] };
    expect(await saveCampaign(call(), { campaign: without, version: 1, members })).toEqual({ id: 'liangjian-2027', version: 2 });
    const parts = await Promise.all(
      (['app.campaign_phase', 'app.campaign_target', 'app.campaign_office', 'app.campaign_scene'] as const).map(
        async (table) => (await store.owner.selectFrom(table).selectAll().where('campaign', '=', 'liangjian-2027').execute()).length,
      ),
    );
    expect(parts).toEqual([0, 0, 1, 2]);
  });

  test('a faulty one is refused with every fault', async () => {
    const faulty = { ...campaign, id: 'liangjian-2028', from: '2028-03-15', offices: [] };
    await expect(saveCampaign(call(), { campaign: faulty })).rejects.toMatchObject({
      code: 'campaign-invalid',
      detail: { en: expect.stringMatching(/years must include.*ends before it begins.*|years must include.*must lead/s) },
    });
  });
});

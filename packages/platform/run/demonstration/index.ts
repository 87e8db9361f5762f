import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveCampaign } from '../../campaign/index.ts';
import { type Campaign, campaigns } from '@liangjian/law';
import { within } from '../../store/index.ts';
import { installationContext, type Platform } from '../open-platform.ts';
import { foundDemonstrationCustodians } from './custodians.ts';
import { accountsText, enterOfficers } from './officers.ts';
import { fileTips } from './tips.ts';

/** File beside the data that says how to log in. */
export const ACCOUNTS_FILE = 'demonstration-accounts.txt';

/**
 * Makes an empty installation a demonstration: custodians with public pass phrases, invented officers, a campaign of this year, and a few
 * tips about invented shops. What is there stays, so that it may run at every start.
 */
export async function foundDemonstration(platform: Platform): Promise<void> {
  await foundDemonstrationCustodians(platform);
  await enterOfficers(platform);
  await enterCampaign(platform);
  await fileTips(platform);
  await writeFile(join(platform.data, ACCOUNTS_FILE), accountsText(), { mode: 0o600 });
}

/** A running round of the demonstration's own, made of the last one that is known, and called what it is. */
async function enterCampaign({ store }: Platform): Promise<void> {
  const last = campaigns.at(-1);
  if (last === undefined) return;
  const year = new Date().getUTCFullYear();
  const campaign: Campaign = {
    ...last,
    id: 'demonstration',
    name: { zh: '演示行动（虚构）', en: 'Demonstration round (invented)' },
    years: [year],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    numbers: [],
  };
  const known = await within(store.console, installationContext, (tx) =>
    tx.selectFrom('app.campaign').select('id').where('id', '=', campaign.id).executeTakeFirst(),
  );
  if (!known) await saveCampaign({ db: store.console, context: installationContext }, { campaign, state: 'running' });
}

export { foundDemonstrationCustodians } from './custodians.ts';

import { type Campaign, campaigns } from '@liangjian/law';
import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../clocks/fault.ts';
import { type Call, changed, defineCommand } from '../command/index.ts';
import { type Tx, within } from '../store/index.ts';
import { type CampaignAnswer, checkCampaign } from './campaign-file.ts';

/** Names of the phases in the store. */
const PHASES = {
  clues: 'collection',
  checks: 'checks',
  guidance: 'guidance',
  filing: 'filing',
  'look-back': 'look-back',
  publication: 'publication',
} as const;

/** Makes a campaign from a form or file, or replaces one (`version`). `members` are offices of ours that take part, by their ids. */
export const saveCampaign = defineCommand({
  name: 'campaign.save',
  permission: 'campaign.keep',
  input: z.strictObject({
    campaign: z.unknown(),
    /** Version that is replaced; null for a new one. */
    version: z.int().min(1).nullable().default(null),
    state: z.enum(['planned', 'running', 'ended']).default('planned'),
    members: z
      .array(z.strictObject({ office: z.string().max(40), part: z.enum(['lead', 'carries-out', 'partner']) }))
      .max(200)
      .default([]),
  }),
  guard: async ({ tx }, { campaign, version }) => {
    const checked: CampaignAnswer = checkCampaign(campaign);
    if (!checked.ok)
      throw new TriageFault('campaign-invalid', {
        zh: checked.faults.map(({ text }) => text.zh).join(''),
        en: checked.faults.map(({ at, text }) => (at === '' ? text.en : `${at}: ${text.en}`)).join(' '),
      });
    const before = await tx.selectFrom('app.campaign').select(['id', 'version']).where('id', '=', checked.campaign.id).executeTakeFirst();
    if (before === undefined ? version !== null : version !== before.version) throw new TriageFault('version-conflict');
    return { campaign: checked.campaign, before };
  },
  effect: async ({ tx }, { state, members }, { campaign, before }) => {
    const row = {
      name_zh: campaign.name.zh,
      name_en: campaign.name.en,
      year_from: Math.min(...campaign.years),
      year_to: Math.max(...campaign.years),
      state,
      data: JSON.stringify(campaign),
    };
    if (before === undefined)
      await tx
        .insertInto('app.campaign')
        .values({ id: campaign.id, ...row })
        .execute();
    else
      changed(
        await tx
          .updateTable('app.campaign')
          .set({ ...row, version: sql`version + 1` })
          .where('id', '=', campaign.id)
          .where('version', '=', before.version)
          .executeTakeFirst(),
      );
    await writeParts(tx, campaign, members);
    return { id: campaign.id, version: (before?.version ?? 0) + 1 };
  },
  audit: (_input, { campaign }, { version }) => ({
    kind: 'campaign',
    subject: campaign.id,
    detail: { version, scenes: campaign.scenes.length },
  }),
});

/** What lists and rules look at; all else is read from the file itself. */
async function writeParts(
  tx: Tx,
  campaign: Campaign,
  members: readonly { readonly office: string; readonly part: 'lead' | 'carries-out' | 'partner' }[],
): Promise<void> {
  for (const table of [
    'app.campaign_phase',
    'app.campaign_scene',
    'app.campaign_focus',
    'app.campaign_office',
    'app.campaign_target',
  ] as const)
    await tx.deleteFrom(table).where('campaign', '=', campaign.id).execute();
  const of = { campaign: campaign.id };
  const phases = campaign.phases.map(({ kind, scenes, from, to, ...data }, at) => ({
    ...of,
    ordinal: at + 1,
    kind: PHASES[kind],
    scene: scenes.length === 1 ? (scenes[0] ?? null) : null,
    begins_on: from,
    ends_on: to,
    data: JSON.stringify({ ...data, scenes }),
  }));
  if (phases.length > 0) await tx.insertInto('app.campaign_phase').values(phases).execute();
  await tx
    .insertInto('app.campaign_scene')
    .values(campaign.scenes.map(({ code, ...data }) => ({ ...of, scene: code, data: JSON.stringify(data) })))
    .execute();
  const focus = campaign.focus.map(({ label, confidence }, at) => ({
    ...of,
    ordinal: at + 1,
    text_zh: label.zh,
    text_en: label.en,
    confidence,
  }));
  if (focus.length > 0) await tx.insertInto('app.campaign_focus').values(focus).execute();
  if (members.length > 0)
    await tx
      .insertInto('app.campaign_office')
      .values(members.map((member) => ({ ...of, ...member })))
      .execute();
  const targets = campaign.numbers
    .filter(({ kind }) => kind === 'target')
    .map(({ measure, value, scenes }) => ({
      ...of,
      measure,
      value: Math.round(value),
      scene: scenes.length === 1 ? (scenes[0] ?? null) : null,
      due_on: campaign.to,
    }));
  if (targets.length > 0) await tx.insertInto('app.campaign_target').values(targets).execute();
}

/** A campaign as it was saved; undefined when there is none. */
export async function campaignOf(
  tx: Tx,
  id: string,
): Promise<{ readonly campaign: Campaign; readonly version: number; readonly state: string } | undefined> {
  const row = await tx.selectFrom('app.campaign').select(['data', 'version', 'state']).where('id', '=', id).executeTakeFirst();
  return row && { campaign: row.data as Campaign, version: row.version, state: row.state };
}

/** Puts the rounds of 2023 to 2025 into the house, as ended. Leaves alone what is there. Gives the ids that were added. */
export async function seedCampaigns(call: Call): Promise<readonly string[]> {
  const rows = await within(call.db, call.context, (tx) => tx.selectFrom('app.campaign').select('id').execute());
  const missing = campaigns.filter(({ id }) => !rows.some((row) => row.id === id));
  for (const campaign of missing) await saveCampaign(call, { campaign, state: 'ended' });
  return missing.map(({ id }) => id);
}

import { findScene, type ViolationKind, violationKinds } from '@liangjian/law';
import { sql } from 'kysely';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { happen } from '../../clocks/happen.ts';
import { defineCommand } from '../../command/index.ts';
import type { Directory, TipBody } from '../../intake/index.ts';
import { ESCROW, CUSTODIANS } from '../../vault/found-keys.ts';
import { newTipKey, sealBody, sealIdentity, type WrappedKey, wrapForHolder } from '../../vault/seal-tip.ts';
import type { Suite, SuiteId } from '../../vault/suite.ts';
import { suites } from '../../vault/suites.ts';
import { uuidv7 } from '../../vault/uuid.ts';
import { marksOf } from '../marks.ts';
import type { Suggester } from '../suggest/suggestion.ts';
import { wordSuggester } from '../suggest/suggest.ts';
import { today } from './tip-row.ts';

export interface LeadParts {
  readonly suite: Suite;
  readonly directory: () => Promise<Directory>;
  /** Key of the marks by which sealed tips find each other. */
  readonly markKey: Uint8Array;
  readonly suggester?: Suggester;
}

const kinds = violationKinds.map(({ id }) => id) as [ViolationKind, ...ViolationKind[]];
const text = (most: number) => z.string().trim().max(most).default('');

const input = z
  .strictObject({
    /** `officer`: somebody told us; `inspection`: we saw it ourselves. */
    channel: z.enum(['officer', 'inspection']),
    kind: z.enum(['complaint', 'report']).default('report'),
    /** Day on which it came in or was seen: the limits run from it. */
    receivedOn: z.iso.date(),
    story: z.string().trim().min(1).max(5000),
    shop: z.strictObject({ name: z.string().trim().min(1).max(120), address: text(200) }),
    link: text(2000),
    qr: text(4000),
    scene: z.string().max(8).nullable().default(null),
    kinds: z.array(z.enum(kinds)).max(kinds.length).default([]),
    reporter: z
      .strictObject({ name: z.string().trim().min(1).max(60), contact: z.string().trim().min(3).max(120) })
      .nullable()
      .default(null),
  })
  .refine(({ kind, reporter }) => kind === 'report' || reporter !== null, { path: ['reporter'], error: 'a complaint needs a name' })
  .refine(({ channel, kind }) => channel === 'officer' || kind === 'report', { path: ['kind'], error: 'an inspection makes leads' });

const suiteOf = (id: SuiteId): Suite => suites[id];

/** The act by which an officer writes down a lead: sealed like every tip, with its clock, at the officer's own office. */
export function enterLeadAct({ suite, directory, markKey, suggester = wordSuggester }: LeadParts) {
  return defineCommand({
    name: 'tip.enter',
    permission: 'tip.enter',
    input,
    guard: async ({ tx, context }, { receivedOn, scene }) => {
      const { offices, keyOf } = await directory();
      const office = offices.find(({ id }) => id === context.office);
      if (office === undefined) throw new TriageFault('not-found');
      if (receivedOn > (await today(tx)))
        throw new TriageFault('invalid-input', { zh: '日期晚于今天。', en: 'The day is later than today.' });
      if (scene !== null && findScene(scene) === undefined) {
        const own = await tx.selectFrom('app.campaign_scene').select('scene').where('scene', '=', scene).executeTakeFirst();
        if (own === undefined) throw new TriageFault('invalid-input', { zh: `没有场景“${scene}”。`, en: `There is no scene “${scene}”.` });
      }
      return { office, keyOf };
    },
    effect: async (act, lead, { office, keyOf }) => {
      const { tx, context } = act;
      const id = uuidv7();
      const suggestion = suggester.suggest({ text: [lead.shop.name, lead.story].join('\n'), chosenScene: lead.scene });
      const { rows } = await sql<{ number: string }>`select app.next_tip_number() as number`.execute(tx);
      const number = rows[0]?.number ?? '';
      await tx
        .insertInto('app.tip')
        .values({
          id,
          number,
          kind: lead.kind,
          channel: lead.channel,
          received_on: lead.receivedOn,
          received_at: sql<string>`${lead.receivedOn}::timestamp at time zone 'Asia/Shanghai'`,
          district: office.district,
          office: office.id,
          scene: lead.scene,
          violation_kinds: lead.kinds,
          suggestion: JSON.stringify({
            scene: suggestion.scene?.value ?? null,
            kinds: suggestion.kinds.map(({ value }) => value),
            by: suggestion.by,
          }),
          marks: [
            ...marksOf(
              { operatorName: lead.shop.name, uscc: null, locators: [lead.link, lead.qr].filter(Boolean), text: lead.story },
              markKey,
            ),
          ],
          anonymous: lead.reporter === null,
          handler: /^[0-9a-f-]{36}$/.test(context.actor) ? context.actor : null,
        })
        .execute();
      await tx.insertInto('app.tip_event').values({ tip: id, act: 'entered', to_state: 'received' }).execute();
      const tipKey = newTipKey();
      const { story, shop, link, qr } = lead;
      const body: TipBody = { story, happened: [], day: null, shop, link, qr, sms: '', wish: '', language: 'zh' };
      await tx
        .insertInto('vault.tip_body')
        .values({ tip: id, suite: suite.id, sealed: sealBody(suite, id, tipKey, body) })
        .execute();
      const keys: WrappedKey[] = [keyOf('office', office.id), keyOf('escrow', ESCROW)].map((key) =>
        wrapForHolder(suiteOf, id, tipKey, key),
      );
      tipKey.fill(0);
      await tx
        .insertInto('vault.tip_key')
        .values(
          keys.map((key) => ({
            tip: id,
            holder_kind: key.kind,
            holder: key.holder,
            key_version: key.version,
            suite: key.suite,
            wrapped: key.wrapped,
          })),
        )
        .execute();
      if (lead.reporter !== null) {
        const custodians = keyOf('custodian', CUSTODIANS);
        const { holder, version, wrapped, sealed } = sealIdentity(suite, suiteOf(custodians.suite), id, lead.reporter, custodians);
        await tx.insertInto('vault.identity').values({ tip: id, holder, key_version: version, suite: suite.id, wrapped, sealed }).execute();
      }
      const event = lead.channel === 'inspection' ? 'lead-found' : lead.kind === 'complaint' ? 'complaint-received' : 'report-received';
      const clocks = await happen(act, { tip: id, event, on: lead.receivedOn });
      return { id, number, clocks: clocks.started };
    },
    audit: ({ channel, kind }, { office }, { id }) => ({ kind: 'tip', subject: id, detail: { channel, kind }, district: office.district }),
  });
}

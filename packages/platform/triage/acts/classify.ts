import { findScene, type ViolationKind, violationKinds } from '@liangjian/law';
import { z } from 'zod';
import { TriageFault } from '../../clocks/fault.ts';
import { defineCommand } from '../../command/index.ts';
import { moveTip, tipFor, undecided } from './tip-row.ts';

const kinds = violationKinds.map(({ id }) => id) as [ViolationKind, ...ViolationKind[]];

/** A clerk confirms or changes what a tip is about. The machine's suggestion stays beside it, so that both can be compared later. */
export const classifyTip = defineCommand({
  name: 'tip.classify',
  permission: 'tip.triage',
  input: z.strictObject({
    tip: z.uuid(),
    version: z.int().min(1),
    /** Code of a scene; null: cannot be told. */
    scene: z.string().max(8).nullable(),
    kinds: z.array(z.enum(kinds)).max(kinds.length),
    handler: z.uuid().nullable().optional(),
  }),
  guard: async ({ tx }, { tip, version, scene }) => {
    const row = await tipFor(tx, tip, version, [...undecided, 'accepted', 'verification', 'mediation']);
    if (scene !== null && !(await sceneKnown(tx, scene)))
      throw new TriageFault('invalid-input', { zh: `没有场景“${scene}”。`, en: `There is no scene “${scene}”.` });
    return row;
  },
  effect: async ({ tx }, { scene, kinds: violations, handler }, tip) =>
    await moveTip(tx, tip, 'classified', {
      ...(tip.state === 'received' ? { state: 'triage' as const } : {}),
      set: { scene, violation_kinds: violations, ...(handler === undefined ? {} : { handler }) },
      detail: { scene, kinds: violations.join(' ') },
    }),
  audit: ({ tip, scene, kinds: violations }, before) => ({
    kind: 'tip',
    subject: tip,
    detail: { scene, kinds: violations.join(' '), before: before.scene },
    district: before.district,
  }),
});

/** A scene of the law, or one that a campaign brought with it. */
async function sceneKnown(tx: Parameters<typeof tipFor>[0], code: string): Promise<boolean> {
  if (findScene(code) !== undefined) return true;
  return (await tx.selectFrom('app.campaign_scene').select('scene').where('scene', '=', code).executeTakeFirst()) !== undefined;
}

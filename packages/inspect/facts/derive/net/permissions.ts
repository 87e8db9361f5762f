import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../../fact.ts';
import { armsIn, earliestStage, evidenceOf, firstPerArm, makeFacts, type NetArm, type NetInput, phaseOf } from './net.ts';

const OPENS: Readonly<Record<string, readonly PiCategory[]>> = {
  geolocation: ['location-precise'],
  camera: ['camera'],
  microphone: ['microphone'],
  'clipboard-read': ['clipboard'],
  'clipboard-write': [],
  accelerometer: ['motion'],
  gyroscope: ['motion'],
  magnetometer: ['motion'],
  bluetooth: ['bluetooth'],
  contacts: ['contacts'],
  'display-capture': ['photos'],
  motion: ['motion'],
  'local-fonts': ['device-id'],
  'sms-code': ['verification-code'],
};

/** Device permissions asked for. `purposeText` is joined later from what stood on the page at that moment. */
export function derivePermissions(input: NetInput): Fact<'permission'>[] {
  const asks = input.arms.flatMap((arm) =>
    arm.events.flatMap((event) =>
      event.type === 'permission' && event.stage !== 'read' ? [{ arm, event, phase: phaseOf(arm, event.seq) }] : [],
    ),
  );
  const groups = Map.groupBy(asks, ({ event, phase }) => JSON.stringify([event.permission, phase]));
  return makeFacts(
    'permission',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const permission = first.event.permission;
      const most = (of: (arm: NetArm) => number): number => Math.max(...[...new Set(group.map(({ arm }) => arm))].map(of));
      const here = (arm: NetArm) => group.filter((ask) => ask.arm === arm).map(({ event }) => event);
      const refusedAt = (arm: NetArm) =>
        arm.events.find((event) => event.type === 'permission' && event.permission === permission && event.answered === 'denied')?.seq ??
        Number.POSITIVE_INFINITY;
      return [
        {
          phase: first.phase,
          pi: OPENS[permission] ?? [],
          party: null,
          label: permission,
          detail: {
            permission,
            trigger: group.some(({ event }) => !event.hasUserGesture) ? ('load' as const) : ('input' as const),
            purposeText: null,
            // What was denied in one arm was refused, whatever another arm said.
            answered: group.some(({ event }) => event.answered === 'denied') ? ('denied' as const) : ('granted' as const),
            count: most((arm) => here(arm).length),
            afterRefusal: most((arm) => here(arm).filter(({ seq }) => seq > refusedAt(arm)).length),
            stage: earliestStage(group.map(({ event }) => event.stage)),
            manualAlternative: 'unknown' as const,
            arms: armsIn(group.map(({ arm }) => arm.arm)),
          },
          evidence: firstPerArm(group).map(({ arm, event }) => evidenceOf(arm, event, null)),
          stable: [permission],
        },
      ];
    }),
  );
}

import type { PiCategory } from '@liangjian/law';
import type { Fact } from '../../fact.ts';
import { scriptOf } from './messages.ts';
import { armsIn, earliestStage, evidenceOf, firstPerArm, makeFacts, type NetInput, phaseOf, steady } from './net.ts';

/** What an interface of the browser or of a platform's bridge reads, by its name. First match counts. */
const READS: readonly (readonly [RegExp, readonly PiCategory[]])[] = [
  [/getFuzzyLocation/i, ['location-fuzzy']],
  [/geolocation|getLocation|watchPosition|getCurrentPosition|chooseLocation|choosePoi/i, ['location-precise']],
  [/getUserMedia.*audio|startRecord|MediaRecorder|microphone/i, ['microphone']],
  [/getUserMedia|getDisplayMedia|camera/i, ['camera']],
  [/chooseImage|chooseMedia|chooseVideo|album/i, ['photos']],
  // Writing to it, or watching a field for pasting, reads nothing.
  [/clipboard\.?write|setClipboard|listener\.(?:copy|paste)|execCommand\.(?:copy|cut)/i, []],
  [/clipboard|execCommand\.paste/i, ['clipboard']],
  [/devicemotion|deviceorientation|accelerometer|gyroscope|magnetometer/i, ['motion']],
  [/bluetooth|beacon(?:s|Search)/i, ['bluetooth']],
  [/wifi/i, ['wifi']],
  [/contacts\.select|chooseContact/i, ['contacts']],
  [/openAddress|chooseAddress|editAddress/i, ['address', 'name', 'phone']],
  [/getPhoneNumber/i, ['phone']],
  [/getUserProfile|getUserInfo/i, ['nickname-avatar']],
  [/idCard|faceVerify|faceDetect|checkIsSupportSoterAuthentication|credentials\.(?:get|create)|PublicKeyCredential/i, ['biometric']],
  [/login|getAuthCode|getOpenUserInfo/i, ['platform-id']],
  [/RTCPeerConnection|webrtc/i, ['ip-address']],
  [/getInstalledRelatedApps/i, ['installed-apps']],
];

/**
 * Traits that together single out a device. One alone has honest uses (a code drawn on a canvas, a map asking for its graphics card);
 * two families read by one script, or one that has no other use, make a fingerprint.
 */
const TRAITS: readonly (readonly [string, RegExp, 'alone' | 'together'])[] = [
  ['canvas', /canvas|toDataURL|getImageData/i, 'together'],
  ['webgl', /webgl/i, 'together'],
  ['audio', /audio\.?offline|OfflineAudio/i, 'alone'],
  ['audio', /audio/i, 'together'],
  ['fonts', /fonts\.enumerate/i, 'alone'],
  ['battery', /getBattery/i, 'together'],
  ['voices', /getVoices/i, 'together'],
  ['keyboard', /getLayoutMap/i, 'together'],
  ['agent', /getHighEntropyValues|deviceMemory|hardwareConcurrency|plugins/i, 'together'],
  ['devices', /enumerateDevices/i, 'together'],
  ['network', /webrtc|RTCPeerConnection/i, 'together'],
];

export const traitOf = (api: string) => TRAITS.find(([, pattern]) => pattern.test(api));

/** Calls that read the device or ask the platform, one fact per interface, calling script and phase. */
export function deriveScriptApis(input: NetInput): Fact<'script-api'>[] {
  const calls = input.arms.flatMap((arm) =>
    arm.events.flatMap((event) =>
      event.type === 'script-api' && event.stage !== 'read'
        ? [{ arm, event, phase: phaseOf(arm, event.seq), initiator: scriptOf({ url: null, stack: event.stack }) }]
        : [],
    ),
  );
  const families = new Map<string, Set<string>>();
  for (const { arm, event, initiator } of calls) {
    const trait = traitOf(event.api);
    const by = `${arm.arm} ${initiator}`;
    if (trait) families.set(by, (families.get(by) ?? new Set()).add(trait[0]));
  }
  const fingerprints = (group: typeof calls): boolean =>
    group.some(({ arm, event, initiator }) => {
      const trait = traitOf(event.api);
      return trait !== undefined && (trait[2] === 'alone' || (families.get(`${arm.arm} ${initiator}`)?.size ?? 0) > 1);
    });
  const groups = Map.groupBy(calls, ({ event, phase, initiator }) => JSON.stringify([event.api, phase, initiator]));
  return makeFacts(
    'script-api',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      return [
        {
          phase: first.phase,
          pi: fingerprints(group) ? ['device-id'] : (READS.find(([name]) => name.test(first.event.api))?.[1] ?? []),
          party: null,
          label: first.event.api,
          detail: {
            api: first.event.api,
            arguments: group.map(({ event }) => steady(event.arguments)).sort()[0] ?? '',
            stage: earliestStage(group.map(({ event }) => event.stage)),
            initiator: first.initiator,
            arms: armsIn(group.map(({ arm }) => arm.arm)),
          },
          evidence: firstPerArm(group).map(({ arm, event }) => evidenceOf(arm, event, null)),
          stable: [first.initiator],
        },
      ];
    }),
  );
}

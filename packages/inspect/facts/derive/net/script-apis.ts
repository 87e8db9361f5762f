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
  [/clipboard/i, ['clipboard']],
  [/devicemotion|deviceorientation|accelerometer|gyroscope|magnetometer/i, ['motion']],
  [/bluetooth|beacon(?:s|Search)/i, ['bluetooth']],
  [/wifi/i, ['wifi']],
  [/contacts\.select|chooseContact/i, ['contacts']],
  [/openAddress|chooseAddress|editAddress/i, ['address', 'name', 'phone']],
  [/getPhoneNumber/i, ['phone']],
  [/getUserProfile|getUserInfo/i, ['nickname-avatar']],
  [/idCard|faceVerify|faceDetect|checkIsSupportSoterAuthentication|credentials\.(?:get|create)|PublicKeyCredential/i, ['biometric']],
  [/login|getAuthCode|getOpenUserInfo/i, ['platform-id']],
  [/RTCPeerConnection/i, ['ip-address']],
  [
    /canvas|toDataURL|toBlob|getImageData|webgl|getParameter|getExtension|audiocontext|fonts?\b|getBattery|deviceMemory|hardwareConcurrency|enumerateDevices|plugins|userAgentData|getHighEntropyValues/i,
    ['device-id'],
  ],
  [/getInstalledRelatedApps/i, ['installed-apps']],
];

/** Calls that read the device or ask the platform, one fact per interface, calling script and phase. */
export function deriveScriptApis(input: NetInput): Fact<'script-api'>[] {
  const calls = input.arms.flatMap((arm) =>
    arm.events.flatMap((event) =>
      event.type === 'script-api' && event.stage !== 'read'
        ? [{ arm, event, phase: phaseOf(arm, event.seq), initiator: scriptOf({ url: null, stack: event.stack }) }]
        : [],
    ),
  );
  const groups = Map.groupBy(calls, ({ event, phase, initiator }) => JSON.stringify([event.api, phase, initiator]));
  return makeFacts(
    'script-api',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      return [
        {
          phase: first.phase,
          pi: READS.find(([name]) => name.test(first.event.api))?.[1] ?? [],
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

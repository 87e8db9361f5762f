import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';
import type { DevToolsClient } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { VisitorProfile } from './profile.ts';

/** Makes a target see the visitor of the profile: device, language, touch, position. Sent while it is paused. */
export function dress(
  client: DevToolsClient,
  target: Target,
  profile: VisitorProfile,
  position: { readonly latitude: number; readonly longitude: number } | null,
): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  const send = <M extends keyof ProtocolMapping.Commands>(method: M, params: ProtocolMapping.Commands[M]['paramsType'][0]): void =>
    void sent.push(client.send(method, params, target.sessionId));
  send('Emulation.setUserAgentOverride', {
    userAgent: profile.userAgent,
    acceptLanguage: profile.acceptLanguage,
    platform: profile.platform,
    ...(profile.metadata ? { userAgentMetadata: profile.metadata } : {}),
  });
  const page = target.kind === 'page' || target.kind === 'popup';
  if (!page && target.kind !== 'frame') return sent;
  if (profile.touch) send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  if (position) send('Emulation.setGeolocationOverride', { ...position, accuracy: 20 });
  send('Emulation.setFocusEmulationEnabled', { enabled: true });
  if (!page) return sent;
  const { width, height, scale } = profile.viewport;
  send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: profile.touch,
    ...(profile.touch ? { screenOrientation: { type: 'portraitPrimary', angle: 0 } } : {}),
  });
  return sent;
}

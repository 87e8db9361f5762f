import type { DevToolsClient } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { VisitorProfile } from './profile.ts';

/** Makes a target see the visitor of the profile: device, language, touch, position. Sent while it is paused. */
export function dress(
  client: DevToolsClient,
  target: Target,
  profile: VisitorProfile,
  position: { readonly latitude: number; readonly longitude: number } | null,
): void {
  const send = ((method, params) => client.send(method, params, target.sessionId).catch(() => {})) as DevToolsClient['send'];
  void send('Emulation.setUserAgentOverride', {
    userAgent: profile.userAgent,
    acceptLanguage: profile.acceptLanguage,
    platform: profile.platform,
    ...(profile.metadata ? { userAgentMetadata: profile.metadata } : {}),
  });
  const page = target.kind === 'page' || target.kind === 'popup';
  if (!page && target.kind !== 'frame') return;
  if (profile.touch) void send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  if (position) void send('Emulation.setGeolocationOverride', { ...position, accuracy: 20 });
  void send('Emulation.setFocusEmulationEnabled', { enabled: true });
  if (!page) return;
  const { width, height, scale } = profile.viewport;
  void send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: profile.touch,
    ...(profile.touch ? { screenOrientation: { type: 'portraitPrimary', angle: 0 } } : {}),
  });
}

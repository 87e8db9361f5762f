import type { Intake } from '@liangjian/platform/intake';
import type { Assets } from './assets.ts';
import type { PortalAuthority } from './pages/privacy.ts';

/** What the routes of the portal work with. */
export interface Portal {
  readonly intake: Intake;
  readonly assets: Assets;
  readonly authority: PortalAuthority;
  /** Everything here is invented, and every page says so. */
  readonly demonstration: boolean;
  /** The portal is reached by https, so that its cookie may insist on it. */
  readonly secure: boolean;
}

import type { PiCategory } from './pi-category.ts';
import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** Which personal information one step of a service needs. */
export interface NecessityEntry {
  readonly scene: string;
  readonly channel: string | null;
  /** Step of the service; null = the basic function. */
  readonly step: string | null;
  readonly what: Text;
  /** Needed: may be a condition of the service. */
  readonly allowed: readonly PiCategory[];
  /** May be offered, must be refusable. */
  readonly optional: readonly PiCategory[];
  /** Not needed: must not be a condition of the service. */
  readonly forbidden: readonly PiCategory[];
  /** The source lists everything that is needed: what stands in no list is not needed, save technical and open categories. */
  readonly closed: boolean;
  /** Law hook of the list. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** Never needed for everyday consumption, whatever the scene. */
export const INTRUSIVE: readonly PiCategory[] = ['contacts', 'call-log', 'messages', 'installed-apps'];

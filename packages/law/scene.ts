import type { Confidence } from './requirement.ts';
import type { Text } from './text.ts';

/** A department or body that leads or takes part in a scene. */
export interface SceneRegulator {
  readonly name: Text;
  readonly confidence: Confidence;
}

/** A scene of consumption. Data: a new scene or year needs no code. */
export interface Scene {
  /** `S1`–`S14` Shanghai, `N1`–`N9` national, `X1`–`X5` optional. */
  readonly code: string;
  readonly label: Text;
  readonly origin: 'shanghai' | 'national' | 'optional';
  readonly fromYear: number;
  /** Last campaign year; null while open. */
  readonly toYear: number | null;
  /** Scene whose rows and lists hold here too. */
  readonly extends: string | null;
  /** Regulators beside the CAC and market supervision, which lead every scene. */
  readonly regulators: readonly SceneRegulator[];
  /** Items of App39 article 5 that come nearest. Empty: no row exists, the city's guidance counts. */
  readonly appTypes: readonly number[];
  /** Ways in which the service is given; empty when there is only one. */
  readonly channels: readonly string[];
  readonly confidence: Confidence;
  readonly note?: Text;
}

/** A channel of service with its name for people. */
export interface Channel {
  readonly code: string;
  readonly label: Text;
}

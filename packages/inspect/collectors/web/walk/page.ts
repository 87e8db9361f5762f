import type { ArmName, Box, PromptRole, ChoiceRole, Stage } from '../../../facts/fact.ts';
import type { LedgerEvents, LedgerEventType } from '../../../capture/ledger.ts';
import type { Surface } from '../../../surface/surface.ts';
import type { SurfaceReading } from '../../../surface/model.ts';

/** One look: the surface as stored, and what the surface model reads off it. */
export interface PageLook {
  /** Artefact name of the stored surface. */
  readonly sha256: string;
  readonly surface: Surface;
  readonly reading: SurfaceReading;
}

/** What the walk may do to a page. The live session implements it; tests drive it with made-up pages. */
export interface Page {
  readonly url: () => string;
  /** Documents that what stands in front has opened so far, reloads of the same address included. */
  readonly documents: () => number;
  /** Ends the pop-up in front, so that its opener is in front again; false when there is none. */
  readonly closePopup: () => Promise<boolean>;
  readonly inPopup: () => boolean;
  /** Waits until nothing of interest happens any more; `short` after a press. */
  readonly settle: (how: 'arrive' | 'short') => Promise<void>;
  readonly look: (reason: string) => Promise<PageLook>;
  readonly goto: (url: string) => Promise<{ readonly ok: boolean; readonly why: string | null; readonly status: number | null }>;
  readonly tap: (x: number, y: number) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Takes the focus off the field just typed in, as going on to the next one does: many pages send only then. */
  readonly leaveField: () => Promise<void>;
  /** From now on the position is denied to whoever asks. */
  readonly denyPosition: () => Promise<void>;
  readonly scroll: (deltaY: number) => Promise<void>;
  readonly back: () => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
  readonly setStage: (stage: Stage, step: number, why: string) => void;
  /** Appends to the ledger and returns the sequence number. */
  readonly record: <T extends LedgerEventType>(type: T, data: LedgerEvents[T]) => number;
  /** Milliseconds left for this arm. */
  readonly timeLeft: () => number;
}

/** Why we press: written into the ledger, read back by the fact derivations. */
export type Aim =
  | `prompt:${PromptRole}:${ChoiceRole}`
  | `tick:${'consent' | 'other'}`
  | `forward:${string}`
  | `fill:${string}`
  | `document:${string}`
  | `account:${string}`
  | 'back'
  | 'explore'
  | 'scroll';

export interface Effect {
  readonly look: PageLook;
  readonly closed: boolean;
  readonly navigated: boolean;
  readonly left: boolean;
  readonly newPrompt: boolean;
  readonly nothing: boolean;
}

/** What an arm does with consent. */
export type Stance = 'leave-alone' | 'refuse' | 'agree';

export const stanceOf = (arm: ArmName): Stance => (arm === 'accept' ? 'agree' : arm === 'refuse' ? 'refuse' : 'leave-alone');

export const centreOf = (box: Box): { x: number; y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

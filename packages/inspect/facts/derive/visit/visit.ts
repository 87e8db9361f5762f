import type { ArmName, Evidence, Phase } from '../../fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import type { Surface } from '../../../surface/surface.ts';
import type { SurfaceReading } from '../../../surface/model.ts';
import { readerOf } from '../../../surface/reader.ts';

/** One arm as it happened, with the place of our consent choice in it. */
export interface ArmVisit {
  readonly arm: ArmName;
  readonly events: readonly LedgerEvent[];
  /** Sequence number of the press that answered the consent prompt, null when none was answered. */
  readonly choiceSeq: number | null;
}

/** What the surface derivations read: ledgers, decoded surfaces and their readings by artefact name. */
export interface VisitInput {
  readonly arms: readonly ArmVisit[];
  readonly hadConsentPrompt: boolean;
  readonly surface: (sha256: string) => Surface;
  readonly reading: (sha256: string) => SurfaceReading;
  /** Registrable host of the touchpoint, for "left the site". */
  readonly scene: string | null;
}

/** One look at the page within an arm. */
export interface Look {
  readonly arm: ArmName;
  readonly event: LedgerEvent<'surface'>;
  readonly phase: Phase;
  readonly surface: Surface;
  readonly reading: SurfaceReading;
}

/** Aim prefix of a press that answers a prompt: `prompt:<role>:<choice role>`. */
export const CONSENT_AIM = /^prompt:consent:(agree|refuse|close|later|guest|exit|acknowledge)$/;

/** Place of the consent choice of an arm: the first press that answered a consent prompt; a dialog of the browser was answered when it came. */
export function consentChoiceSeq(events: readonly LedgerEvent[], asked: (event: LedgerEvent) => boolean = () => false): number | null {
  return events.find((event) => (event.type === 'input' && CONSENT_AIM.test(event.aim)) || asked(event))?.seq ?? null;
}

/** Phase of a moment in an arm. Without any consent prompt in the visit there is no "before". */
export function phaseAt(arm: ArmVisit, hadConsentPrompt: boolean, seq: number): Phase {
  if (!hadConsentPrompt) return 'no-choice';
  if (arm.choiceSeq === null || seq <= arm.choiceSeq) return 'before-choice';
  return arm.arm === 'accept' ? 'after-accept' : 'after-refuse';
}

/** All looks of all arms, reading stage left out unless asked for. */
export function looksOf(input: VisitInput, stages: 'page' | 'read' | 'all' = 'page'): readonly Look[] {
  return input.arms.flatMap((arm) =>
    arm.events
      .filter((event) => event.type === 'surface')
      .filter((event) => stages === 'all' || (event.stage === 'read') === (stages === 'read'))
      .map((event) => ({
        arm: arm.arm,
        event,
        phase: phaseAt(arm, input.hadConsentPrompt, event.seq),
        surface: input.surface(event.surface),
        reading: input.reading(event.surface),
      })),
  );
}

/** Evidence that a node of a look carries: the picture, the place in it, and the ledger entry. */
export function evidenceAt(look: Look, node: number): Evidence {
  const box = look.surface.nodes[node]?.box ?? null;
  return {
    artefact: look.event.screenshot ?? look.event.surface,
    selector: readerOf(look.surface).selectorOf(node),
    ...(box ? { box } : {}),
    request: look.event.seq,
    arm: look.arm,
  };
}

const PHASE_ORDER: readonly Phase[] = ['before-choice', 'no-choice', 'after-refuse', 'after-accept', 'static'];

/** The earliest phase of several: what was there before the choice was there before the choice. */
export function earliestPhase(phases: readonly Phase[]): Phase {
  return PHASE_ORDER.find((phase) => phases.includes(phase)) ?? 'static';
}

/** Arms in house order, each once. */
export function armsOf(looks: readonly { readonly arm: ArmName }[]): ArmName[] {
  const order: readonly ArmName[] = ['untouched', 'refuse', 'accept', 'control'];
  return order.filter((arm) => looks.some((look) => look.arm === arm));
}

/** Groups in first-seen order. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

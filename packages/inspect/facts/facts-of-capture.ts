import type { StoredCapture } from '../capture/read-capture.ts';
import { isConfidentPrompt } from '../surface/prompts/confidence.ts';
import type { SurfaceReading } from '../surface/model.ts';
import { readSurface } from '../surface/read-surface.ts';
import { deriveNetFacts } from './derive/net/derive.ts';
import { deriveOperator, operatorHints } from './derive/net/operator.ts';
import { derivePolicies } from './derive/policy/policies.ts';
import { deriveVisitFacts } from './derive/visit/derive.ts';
import { asksConsent } from './derive/visit/native-dialogs.ts';
import { type ArmVisit, consentChoiceSeq, type VisitInput } from './derive/visit/visit.ts';
import { joinFacts } from './join-facts.ts';
import type { Fact } from './fact.ts';

/** Readings by surface name; the collector hands over what it has read already, a later judge starts with an empty one. */
export type ReadingMemo = Map<string, SurfaceReading>;

/**
 * Every fact of a stored visit. Pure: the same folder gives the same facts in the same order, whenever and wherever it is run.
 */
export function factsOfCapture(stored: StoredCapture, memo: ReadingMemo = new Map()): Fact[] {
  const reading = (sha256: string): SurfaceReading => {
    const known = memo.get(sha256);
    if (known) return known;
    const read = readSurface(stored.surface(sha256));
    memo.set(sha256, read);
    return read;
  };
  const arms: ArmVisit[] = stored.arms.map(({ arm, events }) => ({ arm, events, choiceSeq: consentChoiceSeq(events, asksConsent) }));
  const hadConsentPrompt = arms.some((arm) =>
    arm.events.some(
      (event) =>
        asksConsent(event) ||
        (event.type === 'surface' &&
          event.stage !== 'read' &&
          reading(event.surface).prompts.some((prompt) => prompt.role === 'consent' && isConfidentPrompt(prompt))),
    ),
  );
  const visit: VisitInput = { arms, hadConsentPrompt, surface: stored.surface, reading, scene: stored.capture.touchpoint.scene };
  const operator = deriveOperator(visit, stored.capture.touchpoint.locator);
  const network = deriveNetFacts({
    arms: arms.map((arm) => ({ ...arm, hadConsentPrompt, canary: stored.capture.canaries[arm.arm] ?? {} })),
    touchpoint: { url: stored.capture.touchpoint.locator, operatorHints: operatorHints(operator) },
    read: stored.read,
    screens: (arm) =>
      (arms.find((one) => one.arm === arm)?.events ?? [])
        .flatMap((event) => (event.type === 'surface' && event.stage !== 'read' ? [reading(event.surface).text] : []))
        .join('\n'),
    dns: stored.capture.environment.dns,
  });
  return joinFacts([...deriveVisitFacts(visit), ...operator, ...network, ...derivePolicies(visit, stored.capture.touchpoint.locator)]);
}

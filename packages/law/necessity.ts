import { necessityEntries } from './necessity.data.ts';
import type { NecessityEntry } from './necessity-entry.ts';
import { PI_CATEGORY_IDS, type PiCategory } from './pi-category.ts';
import type { Confidence } from './requirement.ts';
import { sceneChain } from './scenes.ts';

/** What may be asked for at one point of a service. The four lists split the house's categories without overlap. */
export interface Necessity {
  /** Needed: may be a condition of the service. */
  readonly allowed: readonly PiCategory[];
  /** May be offered, must be refusable. */
  readonly optional: readonly PiCategory[];
  /** Not needed: must not be a condition of the service. */
  readonly forbidden: readonly PiCategory[];
  /** The sources do not say: a rule must answer `cannot tell`. */
  readonly unknown: readonly PiCategory[];
  /** Law hooks of the lists used. */
  readonly source: readonly string[];
  /** Weakest confidence among the lists used; `U` when there is none. */
  readonly confidence: Confidence;
}

export type NecessityVerdict = 'necessary' | 'optional' | 'not-necessary' | 'cannot-tell';

/** Never concluded from silence: technical by-products, credentials, and categories whose content is open. */
const OPEN_CATEGORIES: ReadonlySet<PiCategory> = new Set<PiCategory>([
  'ip-address',
  'device-id',
  'platform-id',
  'account',
  'password',
  'verification-code',
  'browsing',
  'free-text',
  'other',
  'order',
  'payment',
  'e-mail',
  'signature',
  'clipboard',
  'files',
  'camera',
  'wifi',
  'third-person',
  'travel',
  'minor',
]);

const WEAKNESS: readonly Confidence[] = ['F', 'F*', 'M', 'U'];

/**
 * Necessary information for a scene, channel and step. What is not known narrows the answer instead of guessing: without a channel (or step)
 * a category is allowed or forbidden only when it is so in every channel (step). Null scene: everything is unknown.
 * A difference to this list is no violation in itself; the purpose at that step decides. Throws a RangeError for an unknown scene.
 */
export function necessaryFor(scene: string | null, channel: string | null = null, step: string | null = null): Necessity {
  const entries = scene === null ? [] : select(scene, channel, step);
  const merged: Record<NecessityVerdict, PiCategory[]> = { necessary: [], optional: [], 'not-necessary': [], 'cannot-tell': [] };
  for (const category of PI_CATEGORY_IDS) merged[agree(entries.map((entry) => verdictOf(entry, category)))].push(category);
  return {
    allowed: merged.necessary,
    optional: merged.optional,
    forbidden: merged['not-necessary'],
    unknown: merged['cannot-tell'],
    source: [...new Set(entries.map((entry) => entry.source))],
    confidence: entries.reduce<Confidence>((worst, entry) => weaker(worst, entry.confidence), entries.length === 0 ? 'U' : 'F'),
  };
}

/** The answer for one category. Throws a RangeError for an unknown scene. */
export function necessityOf(
  category: PiCategory,
  scene: string | null,
  channel: string | null = null,
  step: string | null = null,
): NecessityVerdict {
  const entries = scene === null ? [] : select(scene, channel, step);
  return agree(entries.map((entry) => verdictOf(entry, category)));
}

function select(scene: string, channel: string | null, step: string | null): readonly NecessityEntry[] {
  for (const { code } of sceneChain(scene)) {
    const own = necessityEntries.filter((entry) => entry.scene === code);
    if (own.length === 0) continue;
    const inChannel = own.filter((entry) => entry.channel === channel);
    const byChannel = channel !== null && inChannel.length > 0 ? inChannel : own;
    const atStep = byChannel.filter((entry) => entry.step === step);
    if (atStep.length > 0) return atStep;
    const basic = byChannel.filter((entry) => entry.step === null);
    // A step the lists do not name may need more than the basic function: only what every list agrees on stands.
    return step === null && basic.length > 0 ? basic : byChannel;
  }
  return [];
}

function verdictOf(entry: NecessityEntry, category: PiCategory): NecessityVerdict {
  if (entry.allowed.includes(category)) return 'necessary';
  if (entry.optional.includes(category)) return 'optional';
  if (entry.forbidden.includes(category)) return 'not-necessary';
  return entry.closed && !OPEN_CATEGORIES.has(category) ? 'not-necessary' : 'cannot-tell';
}

/** One verdict when all lists agree; every mix (needed for delivery, not for eating in) cannot be told. */
function agree(verdicts: readonly NecessityVerdict[]): NecessityVerdict {
  const kinds = new Set(verdicts);
  const [only] = kinds;
  return only !== undefined && kinds.size === 1 ? only : 'cannot-tell';
}

function weaker(left: Confidence, right: Confidence): Confidence {
  return WEAKNESS.indexOf(left) > WEAKNESS.indexOf(right) ? left : right;
}

/** The state of the flood gate of one process: figures only, no address, gone with the process. */
export interface Gate {
  /** Zero bits that a new challenge asks for. */
  readonly bits: (now: number) => number;
  /** Counts a form that was let in. */
  readonly count: (now: number) => void;
  /** May this form without proof of work come in from this source? Counts it when it may, and a form that is sent again only once. */
  readonly admitWithoutWork: (source: string, form: string, now: number) => boolean;
}

export interface GateLimits {
  /** Zero bits in quiet times; 14 are a second or less on an old phone. 0 switches the work off (tests, command line). */
  readonly calmBits: number;
  readonly mostBits: number;
  /** Forms a minute that still count as quiet. */
  readonly calmRate: number;
  /** Forms without script from one source in ten minutes. */
  readonly perSource: number;
  /** Forms without script from all sources in ten minutes. */
  readonly withoutWork: number;
}

export const GATE_LIMITS: GateLimits = { calmBits: 14, mostBits: 20, calmRate: 60, perSource: 5, withoutWork: 300 };

const WINDOW_MS = 600_000;
const HALF_LIFE_MS = 60_000;
/** Sources remembered at once: beyond it the flood has many faces, and the limit over all of them holds. */
const MOST_SOURCES = 10_000;

/** Opens the gate. Every doubling of the quiet rate asks for one more bit, and it calms down within minutes. */
export const openGate = (limits: GateLimits = GATE_LIMITS): Gate => {
  let level = 0;
  let at = 0;
  let window = 0;
  let total = 0;
  const sources = new Map<string, number>();
  const forms = new Set<string>();
  const decayed = (now: number): number => level * 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS);
  return {
    bits: (now) => {
      if (limits.calmBits === 0) return 0;
      // A steady rate r settles at r · half-life / ln 2.
      const rate = (decayed(now) * Math.LN2 * 60_000) / HALF_LIFE_MS;
      const more = rate <= limits.calmRate ? 0 : Math.ceil(Math.log2(rate / limits.calmRate));
      return Math.min(limits.mostBits, limits.calmBits + more);
    },
    count: (now) => {
      level = decayed(now) + 1;
      at = now;
    },
    admitWithoutWork: (source, form, now) => {
      const current = Math.floor(now / WINDOW_MS);
      if (current !== window) {
        window = current;
        total = 0;
        sources.clear();
        forms.clear();
      }
      if (forms.has(form)) return true;
      const seen = sources.get(source) ?? 0;
      if (seen >= limits.perSource || total >= limits.withoutWork) return false;
      total += 1;
      forms.add(form);
      if (sources.size < MOST_SOURCES || seen > 0) sources.set(source, seen + 1);
      return true;
    },
  };
};

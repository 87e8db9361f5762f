/** What decides whether a page has come to rest. Times are those of the arm's clock, in milliseconds. */
export interface Activity {
  readonly request: (url: string) => void;
  readonly stored: () => void;
  readonly grown: () => void;
  /** A timer of the page is due in so many milliseconds (0: none). Kept per target. */
  readonly due: (target: string, inMs: number) => void;
  readonly loading: (yes: boolean) => void;
  /** The page is on its way to another document, or has one whose content is not there yet. */
  readonly underWay: (yes: boolean) => void;
  readonly state: () => {
    readonly quietFor: number;
    readonly loading: boolean;
    readonly underWay: boolean;
    readonly dueIn: number;
    readonly documents: number;
    readonly hosts: readonly string[];
  };
  /** A new page: its hosts and timers count afresh. */
  readonly renewed: () => void;
}

export function watchActivity(now: () => number): Activity {
  const hosts = new Set<string>();
  const dues = new Map<string, number>();
  let last = 0;
  let loading = false;
  let underWay = false;
  let documents = 0;
  const touch = (): void => {
    last = now();
  };
  return {
    request(url) {
      const host = URL.parse(url)?.host;
      if (host === undefined || hosts.has(host)) return;
      hosts.add(host);
      touch();
    },
    stored: touch,
    grown: touch,
    due: (target, inMs) => void dues.set(target, inMs === 0 ? 0 : now() + inMs),
    loading(yes) {
      if (loading !== yes) touch();
      loading = yes;
    },
    underWay(yes) {
      if (underWay !== yes) touch();
      underWay = yes;
    },
    state: () => ({
      quietFor: now() - last,
      loading,
      underWay,
      documents,
      dueIn: Math.max(0, ...[...dues.values()].map((at) => at - now())),
      hosts: [...hosts],
    }),
    renewed() {
      documents += 1;
      dues.clear();
      touch();
    },
  };
}

export interface QuietOptions {
  /** Nothing of interest for so long. */
  readonly quietMs: number;
  /** Longest wait when no timer of the page is pending. */
  readonly capMs: number;
  /** Longest wait in all: timers due within it are waited for, because dialogs come late on purpose. */
  readonly lateCapMs: number;
  /** Whether timers of the page are waited for; yes when not given. */
  readonly timers?: boolean;
}

export const QUIET: QuietOptions = { quietMs: 700, capMs: 8000, lateCapMs: 10_000 };
const LOOK_MS = 40;
/** A document that has been asked for is waited for so long before what stands there counts as all there is. */
const DOCUMENT_MS = 10_000;

/** Waits until the page has come to rest: loaded, no new hosts, storage writes or growth, no timer about to fire. */
export async function untilQuiet(
  activity: Activity,
  options: QuietOptions,
  ended: () => boolean,
): Promise<{ settled: boolean; waitedMs: number }> {
  const start = performance.now();
  let began = start;
  let known = activity.state().documents;
  for (;;) {
    const { quietFor, loading, underWay, dueIn, documents } = activity.state();
    // A new document has its own time to come to rest.
    if (documents !== known && performance.now() - start < DOCUMENT_MS) began = performance.now();
    known = documents;
    const waitedMs = performance.now() - began;
    const late = (options.timers ?? true) && dueIn > 0 && waitedMs + dueIn <= options.lateCapMs;
    const calm = !loading && !underWay && quietFor >= options.quietMs && waitedMs >= Math.min(options.quietMs, 250);
    if (ended()) return { settled: false, waitedMs };
    if (calm && !late) return { settled: true, waitedMs };
    if (underWay && performance.now() - start < DOCUMENT_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      continue;
    }
    if (waitedMs >= options.lateCapMs || (waitedMs >= options.capMs && !late)) return { settled: false, waitedMs };
    const nap = calm ? Math.min(dueIn + 5, 500) : loading ? LOOK_MS : Math.max(LOOK_MS, Math.min(options.quietMs - quietFor, 200));
    await new Promise((resolve) => setTimeout(resolve, nap));
  }
}

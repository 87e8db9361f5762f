/** What decides whether a page has come to rest. Times are those of the arm's clock, in milliseconds. */
export interface Activity {
  readonly request: (url: string) => void;
  readonly stored: () => void;
  readonly grown: () => void;
  /** A timer of the page is due in so many milliseconds (0: none). Kept per target. */
  readonly due: (target: string, inMs: number) => void;
  readonly loading: (yes: boolean) => void;
  readonly state: () => { readonly quietFor: number; readonly loading: boolean; readonly dueIn: number; readonly hosts: readonly string[] };
  /** A new page: its hosts and timers count afresh. */
  readonly renewed: () => void;
}

export function watchActivity(now: () => number): Activity {
  const hosts = new Set<string>();
  const dues = new Map<string, number>();
  let last = 0;
  let loading = false;
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
    state: () => ({
      quietFor: now() - last,
      loading,
      dueIn: Math.max(0, ...[...dues.values()].map((at) => at - now())),
      hosts: [...hosts],
    }),
    renewed() {
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
}

export const QUIET: QuietOptions = { quietMs: 700, capMs: 8000, lateCapMs: 10_000 };
const LOOK_MS = 40;

/** Waits until the page has come to rest: loaded, no new hosts, storage writes or growth, no timer about to fire. */
export async function untilQuiet(
  activity: Activity,
  options: QuietOptions,
  ended: () => boolean,
): Promise<{ settled: boolean; waitedMs: number }> {
  const began = performance.now();
  for (;;) {
    const waitedMs = performance.now() - began;
    const { quietFor, loading, dueIn } = activity.state();
    const late = dueIn > 0 && waitedMs + dueIn <= options.lateCapMs;
    const calm = !loading && quietFor >= options.quietMs && waitedMs >= Math.min(options.quietMs, 250);
    if (ended()) return { settled: false, waitedMs };
    if (calm && !late) return { settled: true, waitedMs };
    if (waitedMs >= options.lateCapMs || (waitedMs >= options.capMs && !late)) return { settled: false, waitedMs };
    const nap = calm ? Math.min(dueIn + 5, 500) : loading ? LOOK_MS : Math.max(LOOK_MS, Math.min(options.quietMs - quietFor, 200));
    await new Promise((resolve) => setTimeout(resolve, nap));
  }
}

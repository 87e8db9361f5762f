import { availableParallelism } from 'node:os';
import { type Browser, launchBrowser } from './launch.ts';
import { openPlaces } from './places.ts';

/** A browser on loan: several visits share one, until it has served its share or died. */
export interface BrowserLoan {
  readonly browser: Browser;
  /** Gives the browser back; the last visit of a retired browser closes it. */
  release(): Promise<void>;
}

/** Contexts one browser serves before it is replaced: memory that pages leave behind must not grow with the list. */
const CONTEXTS_PER_BROWSER = 240;

/**
 * Contexts under way at once: four sites of three arms on two cores, which is about 0.9 GB. More of them add no speed once the cores are
 * full, but some 50 MB each.
 */
const CONTEXTS_AT_ONCE = Math.max(16, 8 * availableParallelism());

interface Seat {
  readonly browser: Promise<Browser>;
  contexts: number;
  users: number;
}

/** Lends browsers. One browser, many contexts; a dead or worn-out one is replaced for the next visit only. */
export function openBrowserPool(launch: () => Promise<Browser> = launchBrowser, contextsAtOnce = CONTEXTS_AT_ONCE) {
  const places = openPlaces(contextsAtOnce);
  let seat: Seat | null = null;
  const retired = new Set<Seat>();

  async function retire(old: Seat): Promise<void> {
    retired.delete(old);
    const browser = await old.browser.catch(() => null);
    await browser?.close();
    browser?.discard();
  }

  return {
    /** Waits until there is room for so many contexts; first come, first served. */
    async borrow(contexts: number): Promise<BrowserLoan> {
      const leave = await places.take(contexts);
      const dead = seat && !(await seat.browser.then((browser) => browser.alive()).catch(() => false));
      if (seat && (dead || seat.contexts + contexts > CONTEXTS_PER_BROWSER)) {
        const old = seat;
        seat = null;
        if (old.users === 0) await retire(old);
        else retired.add(old);
      }
      seat ??= { browser: launch(), contexts: 0, users: 0 };
      const mine = seat;
      mine.contexts += contexts;
      mine.users += 1;
      try {
        const browser = await mine.browser;
        return {
          browser,
          async release() {
            leave();
            mine.users -= 1;
            if (mine.users === 0 && retired.has(mine)) await retire(mine);
          },
        };
      } catch (error) {
        leave();
        if (seat === mine) seat = null;
        throw error;
      }
    },
    async close(): Promise<void> {
      const all = [...(seat ? [seat] : []), ...retired];
      seat = null;
      retired.clear();
      await Promise.all(all.map(retire));
    },
  };
}

export type BrowserPool = ReturnType<typeof openBrowserPool>;

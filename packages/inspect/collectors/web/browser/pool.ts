import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { type Browser, launchBrowser } from './launch.ts';
import { openPlaces } from './places.ts';

/** A browser on loan: several visits share one, until it has served its share or died. */
export interface BrowserLoan {
  readonly browser: Browser;
  /** A context of the loan has been closed: its place is free for others. */
  contextClosed(): void;
  /** Gives the browser back; the last visit of a retired browser closes it. */
  release(): Promise<void>;
}

/** Contexts one browser serves before it is replaced: memory that pages leave behind must not grow with the list. */
const CONTEXTS_PER_BROWSER = 240;

/**
 * Contexts under way at once: six sites of three arms on two cores. They wait more than they work, so fewer leave the cores idle; more
 * of them add some 40 MB each.
 */
const CONTEXTS_AT_ONCE = Math.max(18, 9 * availableParallelism());

interface Seat {
  readonly browser: Promise<Browser>;
  contexts: number;
  users: number;
}

/** Lends browsers. One browser, many contexts; a dead or worn-out one is replaced for the next visit only. */
export function openBrowserPool(launch: () => Promise<Browser> = launchBrowser, contextsAtOnce = CONTEXTS_AT_ONCE) {
  // Bodies and node trees come as short-lived megabytes. V8 would widen its space for young objects to 128 MB for them, and not be faster.
  setFlagsFromString('--semi-space-growth-factor=1');
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
          contextClosed: () => leave(1),
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

import type { Unread } from '../program.ts';

/** One thing that was not read; `what` is a path or a name and therefore the same in both languages. */
export const unread = (what: string, why: string, enWhy: string): Unread => ({
  what,
  why,
  en: { what, why: enWhy },
});

/** The same when the thing has no name of its own. */
export const unreadNamed = (what: string, why: string, enWhat: string, enWhy: string): Unread => ({
  what,
  why,
  en: { what: enWhat, why: enWhy },
});

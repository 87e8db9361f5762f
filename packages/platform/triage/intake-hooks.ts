import { type Calendar, chinaCalendar } from '@liangjian/law';
import { calendarOf } from '../clocks/calendar-store.ts';
import { clocksBy, type IntakeHooks, nearestOffice } from '../intake/index.ts';
import { type Db, portalContext, within } from '../store/index.ts';
import { routingRules } from './acts/routing.ts';
import { type RoutingRule, route } from './route.ts';
import type { Suggester } from './suggest/suggestion.ts';
import { wordSuggester } from './suggest/suggest.ts';

/** Seconds after which rules and calendar are read anew: a filing must not wait for them. */
const FRESH_MS = 20_000;

/**
 * What intake needs of triage: the office by the rules in force (the nearest one where none applies), and clocks over the calendar with
 * every notice that was loaded. `db` is the pool of the portal.
 */
export function intakeHooks(db: Db, suggester: Suggester = wordSuggester): Required<IntakeHooks> {
  let known: { readonly at: number; readonly reading: Promise<readonly RoutingRule[]> } | undefined;
  let calendar: Calendar = chinaCalendar;
  const read = async (): Promise<readonly RoutingRule[]> =>
    await within(db, portalContext, async (tx) => {
      calendar = await calendarOf(tx);
      return await routingRules(tx);
    });
  const fresh = async (): Promise<readonly RoutingRule[]> => {
    if (known === undefined || Date.now() - known.at > FRESH_MS) {
      const reading = read();
      known = { at: Date.now(), reading };
      // A failure is told to who asked, and not remembered.
      reading.catch(() => {
        known = undefined;
      });
    }
    return await known.reading;
  };
  return {
    route: async (tip, kind, directory) => {
      const rules = await fresh();
      const suggestion = suggester.suggest({ text: [tip.shop.name, tip.story, tip.sms].join('\n'), chosenScene: tip.scene });
      const found = route(
        {
          channel: 'portal',
          kind,
          scene: tip.scene ?? suggestion.scene?.value ?? null,
          violations: suggestion.kinds.map(({ value }) => value),
          district: tip.shop.district,
          registeredIn: null,
          chain: false,
          receivedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
        },
        rules,
      );
      return directory.offices.find(({ id }) => found.ok && id === found.office) ?? nearestOffice(directory, tip.shop.district);
    },
    startClocks: clocksBy(() => calendar),
  };
}

import { type Calendar, chinaCalendar } from '@liangjian/law';
import { calendarOf } from '../clocks/calendar-store.ts';
import { clocksBy, type IntakeHooks, nearestOffice, type TipInput } from '../intake/index.ts';
import { type Db, portalContext, within } from '../store/index.ts';
import { routingRules } from './acts/routing.ts';
import { marksOf } from './marks.ts';
import { type RoutingRule, route } from './route.ts';
import type { Suggester, Suggestion } from './suggest/suggestion.ts';
import { wordSuggester } from './suggest/suggest.ts';

/** Seconds after which rules and calendar are read anew: a filing must not wait for them. */
const FRESH_MS = 20_000;

/**
 * What intake needs of triage: the office by the rules in force (the nearest one where none applies), clocks over the calendar with
 * every notice that was loaded, and what may be kept of a tip outside its seal. `db` is the pool of the portal, `markKey` the key of the
 * marks; without it there are none.
 */
export function intakeHooks(db: Db, markKey: Uint8Array | null = null, suggester: Suggester = wordSuggester): Required<IntakeHooks> {
  // Routing and description both need it, for each of the files of one paper.
  const suggested = new WeakMap<TipInput, Suggestion>();
  const suggestionFor = (tip: TipInput): Suggestion => {
    const found = suggested.get(tip) ?? suggester.suggest({ text: [tip.shop.name, tip.story, tip.sms].join('\n'), chosenScene: tip.scene });
    suggested.set(tip, found);
    return found;
  };
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
      const suggestion = suggestionFor(tip);
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
    describe: (tip) => {
      const { scene, kinds, by } = suggestionFor(tip);
      const about = { operatorName: tip.shop.name, uscc: null, locators: [tip.link, tip.qr].filter(Boolean), text: tip.story };
      return {
        // The words it rests on are words of the tip: they are found again when it is opened.
        suggestion: { scene: scene?.value ?? null, kinds: kinds.map(({ value }) => value), by },
        marks: markKey === null ? [] : marksOf(about, markKey),
      };
    },
  };
}

import { join } from 'node:path';
import { calendarOf } from '../clocks/index.ts';
import type { OrderDesk } from '../intake/import/index.ts';
import { within, workerContext } from '../store/index.ts';
import { routingRules, wordSuggester } from '../triage/index.ts';
import type { Platform } from './open-platform.ts';

/** Offices, keys, calendar and rules as they are now, for turning orders into tips. */
export async function orderDesk({ store, suite, intake, markKey }: Platform): Promise<OrderDesk> {
  const directory = await intake.directory();
  return within(store.worker, workerContext, async (tx) => ({
    suite,
    directory,
    calendar: await calendarOf(tx),
    rules: await routingRules(tx),
    suggester: wordSuggester,
    markKey,
  }));
}

/** Where the file of a batch lies until it is imported. */
export const importFile = ({ data }: Pick<Platform, 'data'>, batch: string): string => join(data, 'imports', batch);

import { contractNecessity } from './necessity-contracts.data.ts';
import { dailyNecessity } from './necessity-daily.data.ts';
import type { NecessityEntry } from './necessity-entry.ts';
import { laterNecessity } from './necessity-later.data.ts';

/** Lists per scene, channel and step. */
export const necessityEntries: readonly NecessityEntry[] = [...dailyNecessity, ...contractNecessity, ...laterNecessity];

import { VaultFault } from './fault.ts';
import { international } from './international.ts';
import { sm } from './sm.ts';
import type { Suite, SuiteId } from './suite.ts';

/** Every suite; what is new is sealed with the one the office has chosen, what is old opens with the one it names. */
export const suites: Readonly<Record<SuiteId, Suite>> = { international, sm };

/** Suite of a sealed thing by its first byte. Throws `vault-tampered` for an unknown one. */
export const suiteByMark = (mark: number | undefined): Suite => {
  const found = Object.values(suites).find((suite) => suite.mark === mark);
  if (found === undefined) throw new VaultFault('vault-tampered');
  return found;
};

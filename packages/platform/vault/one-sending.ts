import type { Suite, SuiteId } from './suite.ts';
import { suites } from './suites.ts';

/** The suites for what is wrapped in one go, by one sender each: for a lot of orders, never for longer. */
export const oneSending = (): ((id: SuiteId) => Suite) => {
  const made = new Map<SuiteId, Suite>();
  return (id) => {
    const suite = made.get(id) ?? { ...suites[id], wrap: suites[id].newSender() };
    made.set(id, suite);
    return suite;
  };
};

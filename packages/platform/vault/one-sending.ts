import type { Sender, Suite, SuiteId } from './suite.ts';
import { suites } from './suites.ts';

/** The suites for what is wrapped in one go, by one sender each: for a lot of orders, never for longer. What was agreed on is wiped behind `work`. */
export const oneSending = async <T>(work: (suiteOf: (id: SuiteId) => Suite) => Promise<T>): Promise<T> => {
  const senders: Sender[] = [];
  const made = new Map<SuiteId, Suite>();
  const suiteOf = (id: SuiteId): Suite => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const sender = suites[id].newSender();
    senders.push(sender);
    const suite = { ...suites[id], wrap: sender.wrap };
    made.set(id, suite);
    return suite;
  };
  try {
    return await work(suiteOf);
  } finally {
    for (const { end } of senders) end();
  }
};

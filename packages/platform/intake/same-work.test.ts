import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawReceipt, formatReceipt } from '../vault/receipt.ts';
import { suites } from '../vault/suites.ts';
import { openFollowUp } from './follow-up.ts';
import { fileOne, openTestIntake, type TestIntake } from './testing/open-test-intake.ts';

let at: TestIntake;
beforeAll(async () => {
  at = await openTestIntake(suites.international);
});
afterAll(() => at?.stop());

/** Statements sent while `work` runs, in their order, without their values; and slow derivations. */
const workOf = async (typed: string): Promise<{ statements: readonly string[]; derivations: number }> => {
  const statements: string[] = [];
  let derivations = 0;
  const plugin = {
    transformQuery: ({ node }: { node: { kind: string; sqlFragments?: readonly string[] } }) => {
      statements.push(
        (node.sqlFragments ?? [node.kind])
          .join('?')
          .replaceAll(/\s+/g, ' ')
          .replaceAll(/'[0-9a-f]{64}'/g, '?'),
      );
      return node as never;
    },
    transformResult: async ({ result }: { result: unknown }) => result as never,
  };
  const slow = { ...at.suite, slow: (...given: Parameters<typeof at.suite.slow>) => ((derivations += 1), at.suite.slow(...given)) };
  const known = suites.international.slow;
  Object.assign(suites.international, { slow: slow.slow });
  try {
    await openFollowUp({ ...at.intake, suite: slow, db: at.intake.db.withPlugin(plugin) }, typed).catch(() => undefined);
  } finally {
    Object.assign(suites.international, { slow: known });
  }
  return { statements: statements.toSorted(), derivations };
};

test('a receipt that exists and one that does not cost the same work', async () => {
  const { receipt } = await fileOne(at);
  const hit = await workOf(receipt);
  const miss = await workOf(formatReceipt(drawReceipt()));
  expect(hit.derivations).toBe(1);
  expect(hit.statements.length).toBeGreaterThan(4);
  expect(miss).toEqual(hit);
});

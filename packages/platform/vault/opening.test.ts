import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUSTODIAN_IDS, fileOne, guard, officer, openTestIntake, type TestIntake } from '../intake/testing/open-test-intake.ts';
import { askOpening, closeOpenings, decideOpening, openingHistory, viewIdentity } from './opening.ts';
import { suites } from './suites.ts';

const reporter = { name: '金丝雀乙', contact: '19999999999' };
const reason = '需要当面核实投诉人提供的聊天记录。';
const ground = '与核查直接有关，同意查看。';
const asker = officer('officer-a', ['inspector']);
const custodian = officer(CUSTODIAN_IDS[0], ['custodian']);
const approve = { approve: true, ground, hours: 4, passphrase: guard(CUSTODIAN_IDS[0]).passphrase } as const;

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  beforeAll(async () => {
    at = await openTestIntake(suite);
  });
  afterAll(() => at?.stop());
  const named = async () => (await fileOne(at, { aim: 'complaint', reporter })).id;

  test('asked by one, approved by another with a pass phrase, viewed in time, and every step dated', async () => {
    const tip = await named();
    const request = await askOpening(at.access, asker, tip, reason);
    await expect(viewIdentity(at.access, asker, request)).rejects.toThrow('wrong-state');
    await decideOpening(at.access, custodian, request, approve);
    expect(await viewIdentity(at.access, asker, request)).toEqual(reporter);
    expect(await viewIdentity(at.access, asker, request)).toEqual(reporter);
    const lines = await openingHistory(at.access, asker, tip);
    expect(lines.map(({ what, by, why }) => [what, by, why])).toEqual([
      ['asked', 'officer-a', reason],
      ['approved', CUSTODIAN_IDS[0], ground],
      ['viewed', 'officer-a', null],
      ['viewed', 'officer-a', null],
    ]);
    const { rows } = await sql<{
      act: string;
    }>`select act from audit.entry where subject = ${tip} and subject_kind = 'identity' order by seq`.execute(at.store.owner);
    expect(rows.map(({ act }) => act)).toEqual(['identity.ask', 'identity.approve', 'identity.view', 'identity.view', 'identity.history']);
  });

  test('nobody approves their own request, and nobody without the pass phrase, and nothing is half done', async () => {
    const tip = await named();
    const both = officer(CUSTODIAN_IDS[0], ['inspector', 'custodian']);
    const own = await askOpening(at.access, both, tip, reason);
    await expect(decideOpening(at.access, both, own, approve)).rejects.toThrow('same-person');
    const request = await askOpening(at.access, asker, tip, reason);
    const wrong = { ...approve, passphrase: 'a guess' };
    await expect(decideOpening(at.access, custodian, request, wrong)).rejects.toThrow('vault-wrong-key');
    // Not of the circle, though of the role.
    await expect(decideOpening(at.access, officer('custodian-x', ['custodian']), request, approve)).rejects.toThrow('vault-wrong-key');
    await expect(viewIdentity(at.access, asker, request)).rejects.toThrow('wrong-state');
    expect((await openingHistory(at.access, asker, tip)).map(({ what }) => what)).toEqual(['asked', 'asked']);
    const { rows } = await sql<{ actor: string }>`
      select actor from audit.entry where subject = ${tip} and act = 'identity.wrong-passphrase' order by seq`.execute(at.store.owner);
    expect(rows.map(({ actor }) => actor)).toEqual([CUSTODIAN_IDS[0], 'custodian-x']);
  });

  test('a refusal keeps its ground and opens nothing; a decision is made once', async () => {
    const tip = await named();
    const request = await askOpening(at.access, asker, tip, reason);
    await decideOpening(at.access, custodian, request, { approve: false, ground: '可以通过查询码提问，无需查看身份。' });
    await expect(viewIdentity(at.access, asker, request)).rejects.toThrow('wrong-state');
    await expect(decideOpening(at.access, custodian, request, approve)).rejects.toThrow('wrong-state');
    expect((await openingHistory(at.access, asker, tip)).map(({ what }) => what)).toEqual(['asked', 'refused']);
  });

  test('when the time is over it is closed, and what was handed over is gone', async () => {
    const tip = await named();
    const request = await askOpening(at.access, asker, tip, reason);
    await decideOpening(at.access, custodian, request, approve);
    await sql`update vault.opening_request set ends_at = now() - interval '1 second' where id = ${request}`.execute(at.store.owner);
    await expect(viewIdentity(at.access, asker, request)).rejects.toThrow('opening-expired');
    expect(await closeOpenings(at.access)).toBe(1);
    const { rows } = await sql`select granted, granted_wrapped from vault.opening_request where id = ${request}`.execute(at.store.owner);
    expect(rows).toEqual([{ granted: null, granted_wrapped: null }]);
    await expect(viewIdentity(at.access, asker, request)).rejects.toThrow('opening-expired');
  });

  test('who may not ask, decide or look gets the answer of what does not exist', async () => {
    const tip = await named();
    const request = await askOpening(at.access, asker, tip, reason);
    await expect(askOpening(at.access, officer('officer-b', ['clerk']), tip, reason)).rejects.toThrow('not-permitted');
    await expect(askOpening(at.access, officer('officer-c', ['inspector'], 'samr-pudong', '310115'), tip, reason)).rejects.toThrow(
      'not-found',
    );
    await expect(askOpening(at.access, { ...asker, steppedUpAt: new Date(Date.now() - 3_600_000) }, tip, reason)).rejects.toThrow(
      'step-up-needed',
    );
    await expect(askOpening(at.access, asker, tip, '看看')).rejects.toThrow('invalid-input');
    await expect(askOpening(at.access, asker, (await fileOne(at)).id, reason)).rejects.toThrow('not-found');
    await expect(decideOpening(at.access, officer('officer-d', ['unit-head']), request, approve)).rejects.toThrow('not-permitted');
    const elsewhere = officer(CUSTODIAN_IDS[1], ['custodian'], 'samr-pudong', '310115');
    await expect(
      decideOpening(at.access, elsewhere, request, { ...approve, passphrase: guard(CUSTODIAN_IDS[1]).passphrase }),
    ).rejects.toThrow('not-found');
    await decideOpening(at.access, custodian, request, approve);
    await expect(viewIdentity(at.access, officer('officer-e', ['inspector']), request)).rejects.toThrow('not-found');
  });

  test('the tables themselves refuse one person for both', async () => {
    const tip = await named();
    const request = await askOpening(at.access, asker, tip, reason);
    await expect(
      sql`update vault.opening_request set decision = 'approved', decided_by = asked_by where id = ${request}`.execute(at.store.owner),
    ).rejects.toThrow(/check constraint/);
  });
});

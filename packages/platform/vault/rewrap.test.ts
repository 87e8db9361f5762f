import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTip } from '../intake/officer.ts';
import { CUSTODIAN_IDS, fileOne, guard, officer, openTestIntake, type TestIntake } from '../intake/testing/open-test-intake.ts';
import { within } from '../store/within.ts';
import { recoverTip, rewrapForOffice, rotateOfficeKey } from './rewrap.ts';
import { suites } from './suites.ts';

const administrator = officer('administrator-1', ['administrator'], 'samr-city', '310000');
const head = officer('head-1', ['unit-head']);
const pudong = officer('officer-p', ['inspector'], 'samr-pudong', '310115');

describe.each(Object.values(suites))('$id', (suite) => {
  let at: TestIntake;
  beforeAll(async () => {
    at = await openTestIntake(suite);
  });
  afterAll(() => at?.stop());
  const holders = async (tip: string) =>
    (
      await sql<{
        holder: string;
        v: number;
      }>`select holder, key_version as v from vault.tip_key where tip = ${tip} and holder_kind = 'office'`.execute(at.store.owner)
    ).rows.map(({ holder, v }) => `${holder}/${v}`);

  test('a transfer hands the key over: the new office reads, the old one holds nothing', async () => {
    const { id } = await fileOne(at);
    expect((await readTip(at.access, head, id)).body.shop.name).toBe('演示面馆');
    await within(at.store.console, head.context, (tx) => rewrapForOffice(tx, at.access, id, 'samr-pudong'));
    await sql`update app.tip set office = 'samr-pudong', district = '310115' where id = ${id}`.execute(at.store.owner);
    expect(await holders(id)).toEqual(['samr-pudong/1']);
    expect((await readTip(at.access, pudong, id)).body.shop.name).toBe('演示面馆');
    await expect(readTip(at.access, head, id)).rejects.toThrow('not-found');
  });

  test('a transfer that fails leaves the key where it was', async () => {
    const { id } = await fileOne(at);
    const broken = within(at.store.console, head.context, async (tx) => {
      await rewrapForOffice(tx, at.access, id, 'samr-pudong');
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await holders(id)).toEqual(['samr-huangpu/1']);
    expect((await readTip(at.access, head, id)).files).toEqual([]);
  });

  test('an office gets a new key: every tip opens with it, the old private key is gone', async () => {
    const tips = [await fileOne(at), await fileOne(at)];
    const before = await at.keyring.list();
    const moved = await rotateOfficeKey(at.access, administrator, 'samr-huangpu');
    expect(moved).toBeGreaterThanOrEqual(2);
    for (const { id } of tips) {
      expect(await holders(id)).toEqual(['samr-huangpu/2']);
      expect((await readTip(at.access, head, id)).body.story).toContain('手机号');
    }
    const after = (await at.keyring.list()).map(({ id }) => id);
    expect(before.filter(({ id }) => !after.includes(id)).map(({ holder }) => holder)).toEqual(['office:samr-huangpu']);
    const late = at.again();
    const filed = await fileOne({ ...at, intake: late });
    expect(await holders(filed.id)).toEqual(['samr-huangpu/2']);
    await expect(rotateOfficeKey(at.access, head, 'samr-huangpu')).rejects.toThrow('not-permitted');
  });

  test('when the key of an office is lost, a quorum of custodians gives its tips back; one of them cannot', async () => {
    const { id } = await fileOne(at, { shop: { name: '演示超市', district: '310115' } });
    for (const { id: key, holder } of await at.keyring.list()) if (holder === 'office:samr-pudong') await at.keyring.destroy(key);
    await expect(readTip(at.access, pudong, id)).rejects.toThrow('vault-key-missing');
    await rotateOfficeKeyAfterLoss();
    const custodian = officer(CUSTODIAN_IDS[0], ['custodian'], 'samr-city', '310115');
    const [one, two, three] = CUSTODIAN_IDS.map(guard);
    if (!one || !two || !three) throw new Error('there are three');
    const why = '浦东局密钥损坏，依规恢复。';
    await expect(recoverTip(at.access, custodian, id, [one], why)).rejects.toThrow('vault-quorum');
    await expect(recoverTip(at.access, custodian, id, [one, { ...two, passphrase: 'no' }], why)).rejects.toThrow('vault-wrong-key');
    await recoverTip(at.access, custodian, id, [three, one], why);
    expect((await readTip(at.access, pudong, id)).body.shop.name).toBe('演示超市');
    const { rows } = await sql<{ why: string }>`select why from audit.entry where act = 'tip.recover'`.execute(at.store.owner);
    expect(rows).toEqual([{ why }]);
  });

  /** The office draws a new key; what was wrapped for the lost one cannot be carried over, and says so. */
  const rotateOfficeKeyAfterLoss = async () => {
    await expect(rotateOfficeKey(at.access, administrator, 'samr-pudong')).rejects.toThrow('vault-key-missing');
  };
});

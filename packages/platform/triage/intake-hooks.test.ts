import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { fileTip } from '../intake/file-tip.ts';
import { draftFor, newPage, openTestIntake, type TestIntake } from '../intake/testing/open-test-intake.ts';
import { international } from '../vault/international.ts';
import { intakeHooks } from './intake-hooks.ts';

let house: TestIntake;
beforeAll(async () => {
  house = await openTestIntake(international);
  await sql`insert into app.routing_rule (priority, conditions, office, reason_zh, reason_en, valid_from)
    values (10, '{"scenes":["S14"]}', 'samr-city', 'AI', 'AI', '2020-01-01')`.execute(house.store.owner);
});
afterAll(() => house?.stop());

describe('a tip that comes in', () => {
  test('goes to the office of the rules, and to the nearest where none applies, with its first clock', async () => {
    const intake = house.again({ ...intakeHooks(house.store.portal, randomBytes(32)), key: randomBytes(32) });
    const file = async (story: string) => {
      const { form, proof } = newPage(intake);
      const { tips } = await fileTip(intake, draftFor(form, { story, scene: null, shop: { name: '某店铺甲', district: '310115' } }), proof);
      return house.store.owner
        .selectFrom('app.tip')
        .innerJoin('app.clock', 'app.clock.tip', 'app.tip.id')
        .select(['app.tip.office', 'app.clock.rule', 'app.tip.suggestion', 'app.tip.marks'])
        .where('app.tip.id', '=', tips[0]?.id ?? '')
        .execute();
    };
    const [first] = await file('有个换脸软件用我的照片做了视频，没有授权');
    expect(first).toMatchObject({ office: 'samr-city', rule: 'T05', suggestion: { scene: 'S14', by: 'words/1' } });
    const [second] = await file('超市结账一定要手机号');
    expect(second).toMatchObject({ office: 'samr-pudong', rule: 'T05' });
    // Both name one shop: sealed as they are, they can find each other, and no word of theirs stands outside the seal.
    expect(first?.marks.filter((mark) => mark.startsWith('n'))).toEqual(second?.marks.filter((mark) => mark.startsWith('n')));
    expect(JSON.stringify([first, second])).not.toMatch(/换脸|超市|某店铺/);
  });
});

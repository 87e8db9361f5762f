import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestStore, type TestStore } from '@liangjian/platform/store/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { encoded } from '../platform/intake/import/testing.ts';
import { testServer } from '../platform/store/testing/test-server.ts';
import { run } from './index.ts';

/** One command line on a platform whose database is one of the test server. */
async function call(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((which) =>
    vi.spyOn(which === 'out' ? process.stdout : process.stderr, 'write').mockImplementation((text) => {
      said[which] += String(text);
      return true;
    }),
  );
  try {
    return { status: await run([...args, '--data', data, '--lang', 'zh']), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

let data: string;
let store: TestStore;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'cli-platform-'));
  store = await openTestStore();
  const { host, port, secrets } = await testServer();
  // Passwords belong to the server, which other tests share.
  mkdirSync(join(data, 'database'));
  writeFileSync(join(data, 'database', 'secrets.json'), JSON.stringify(secrets));
  vi.stubEnv(
    'DATABASE_URL',
    `postgres://liangjian_admin:${encodeURIComponent(secrets.liangjian_admin)}@localhost:${port}/${store.database}?host=${encodeURIComponent(host)}`,
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await store?.stop();
  rmSync(data, { recursive: true, force: true });
});

const fileOf = (name: string, text: string | Buffer): string => {
  writeFileSync(join(data, name), text);
  return join(data, name);
};

describe('commands of the platform', () => {
  test('a folder in which nothing was ever started is told, and nothing is made in it', async () => {
    const { status, err } = await call('audit', 'verify');
    expect(status).toBe(2);
    expect(err).toContain(data);
  });

  test('custodians are founded once, with an invitation for each, and let others in', async () => {
    const phrases = fileOf(
      'phrases',
      ['第一位保管人自己的口令短语', '第二位保管人自己的口令短语', '第三位保管人自己的口令短语'].join('\n'),
    );
    const found = ['custodians', 'found', '--threshold', '2', '--person', 'keeper-a', '--person', 'keeper-b', '--person', 'keeper-c'];
    const short = await call(...found, '--passphrase-file', fileOf('short', 'short\n'));
    expect([short.status, short.err.includes('keeper-a')]).toEqual([2, true]);
    const first = await call(...found, '--passphrase-file', phrases);
    expect([first.status, first.err]).toEqual([0, '']);
    expect(first.out.match(/✓ keeper-[abc] /g)).toHaveLength(3);
    expect(first.out.match(/邀请码/g)).toHaveLength(3);
    expect(first.out).not.toContain('口令短语');
    const again = await call(...found, '--passphrase-file', phrases);
    expect([again.status, again.err.includes('已经有保管人')]).toEqual([2, true]);

    const admit = ['custodians', 'admit', '--by', 'keeper-a', '--person', 'keeper-d', '--passphrase-file'];
    const wrong = await call(...admit, fileOf('wrong', '不是第一位保管人的口令短语\n第四位保管人自己的口令短语\n'));
    expect(wrong.status).toBe(2);
    const officers = await store.owner.selectFrom('app.officer').select('log_in').execute();
    expect(officers.map(({ log_in }) => log_in)).not.toContain('keeper-d');
    const right = await call(...admit, fileOf('right', '第一位保管人自己的口令短语\n第四位保管人自己的口令短语\n'));
    expect([right.status, right.out]).toEqual([0, expect.stringContaining('keeper-d')]);
  }, 60_000);

  test('orders are tried, imported once, listed by line where they are wrong, and taken back', async () => {
    const row = (number: string) => `${number},2026-11-03 09:05,举报,某茶饮店,扫码点餐强制要求授权手机号,浦东新区`;
    const text = ['工单编号,受理时间,业务类型,被投诉人,诉求内容,所属区', row('A0001'), row('A0002'), row('3.1E+19')].join('\n');
    const given = ['import', fileOf('orders.csv', encoded(text, 'gb18030')), '--channel', '12345', '--office', 'samr-pudong'];
    const tried = await call(...given, '--dry-run');
    expect([tried.status, tried.out]).toEqual([1, expect.stringContaining('3 行，将导入 2，已有 0，有误 1')]);
    expect(tried.out).toContain('✗ 第 4 行“工单编号”');
    expect(await store.owner.selectFrom('app.import_batch').select('id').execute()).toEqual([]);

    const done = await call(...given);
    expect([done.status, done.err]).toEqual([1, '']);
    expect(done.out).toContain('✗ 第 4 行“工单编号”：编号被当作数字保存');
    const [, batch = ''] = /批次 (\S+)：3 行，导入 2，已有 0，有误 1/.exec(done.out) ?? [];
    expect((await call(...given)).out).toContain('导入 0，已有 2，有误 1');
    const undone = await call('import', '--undo', batch);
    expect([undone.status, undone.out]).toEqual([0, '✓ 已撤销 2 件\n']);
    const missing = await call('import', fileOf('bare.csv', '甲,乙\n1,2\n'), '--channel', '12345', '--office', 'samr-pudong');
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining('没有找到表头')]);
    expect((await call('import', '--channel', '12345')).status).toBe(2);
  }, 60_000);

  test('the trail is intact until somebody changes or removes a row, and then that row is named', async () => {
    const before = await call('audit', 'verify');
    expect([before.status, before.out]).toEqual([0, expect.stringContaining('✓ 完整')]);
    const changed = await store.owner
      .updateTable('audit.entry')
      .set({ actor: 'somebody-else' })
      .where('act', '=', 'import.undo')
      .returning(['chain', 'seq'])
      .executeTakeFirstOrThrow();
    const after = await call('audit', 'verify');
    expect(after.status).toBe(1);
    expect(after.out).toContain(`✗ 链 ${changed.chain} 第 ${changed.seq} 条被改动\n`);
    expect(after.out).toMatch(/somebody-else {2}import.undo {2}import /);
    await store.owner.deleteFrom('audit.entry').where('chain', '=', changed.chain).where('seq', '=', changed.seq).execute();
    const removed = JSON.parse((await call('audit', 'verify', '--format', 'json')).out);
    expect(removed.faults).toContainEqual({ fault: 'removed', chain: changed.chain, seq: changed.seq });
  }, 60_000);
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hidden, multipart, openTestPortal, type TestPortal } from './testing/open-test-portal.ts';

const CANARY = { name: '金丝雀甲', contact: '10099990001', story: '扫码点餐必须授权手机号，canary-story-5521' };
let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal(true);
});
afterAll(() => portal?.stop());

const page = async (url: string) => (await portal.app.inject({ url, headers: { accept: 'text/html' } })).body;
const receiptOf = (html: string): string => (/<p class="code"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '').replaceAll(/<[^>]+>/g, '').trim();

/** Fields of a fresh form with the answers of somebody without script. */
async function form(more: readonly (readonly [string, string])[] = []): Promise<(readonly [string, string])[]> {
  const html = await page('/report');
  const question = /请填写答案：(.+?)等于几/.exec(html)?.[1] ?? '';
  const words = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const [one = '', other = ''] = question.split('加');
  const answer = words.indexOf(one) + words.indexOf(other);
  return [
    ...hidden(html).filter(([name]) => name !== 'qrText'),
    ['story', CANARY.story],
    ['shopName', '示例面馆（虚构）'],
    ['district', '310101'],
    ['scene', 'S1'],
    ['happened', 'forced-phone'],
    ['aim', 'report'],
    ['who', 'anonymous'],
    ['answer', String(answer)],
    ...more,
  ];
}

const send = (body: ReturnType<typeof multipart>) => portal.app.inject({ method: 'POST', url: '/report', ...body });

test('every page is whole in both languages, says it is a demonstration, and loads nothing from another host', async () => {
  for (const path of ['/', '/report', '/follow', '/privacy', '/en', '/en/report', '/en/follow', '/en/privacy']) {
    const html = await page(path);
    expect(html).toContain(path.startsWith('/en') ? '<html lang="en">' : '<html lang="zh-CN">');
    expect(html).toMatch(/class="demo"/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toMatch(/(src|href|action)="(https?:)?\/\//);
    expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
    expect(html).not.toMatch(/ on\w+="| style="/);
  }
});

test('without script: a tip with two files is filed, followed, asked about and answered by the receipt alone', async () => {
  const files = [
    { field: 'files', name: '截图.txt', bytes: Buffer.from('first file') },
    { field: 'files', name: '../录音.bin', bytes: Buffer.alloc(200_000, 7) },
  ];
  const filed = await send(multipart(await form(), files));
  expect(filed.statusCode).toBe(200);
  const receipt = receiptOf(filed.body);
  expect(receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  expect(filed.body).toContain('截图.txt');
  expect(filed.body).toContain(createHash('sha256').update('first file').digest('hex'));
  expect(filed.body).toContain('扫码点餐');

  const opened = await portal.app.inject({
    method: 'POST',
    url: '/follow',
    payload: { receipt: receipt.toLowerCase().replaceAll('-', ' ') },
  });
  expect(opened.statusCode).toBe(303);
  expect(opened.headers.location).toBe('/follow/status');
  const [cookie] = opened.cookies;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const cookies = { ticket: cookie?.value ?? '' };
  const status = await portal.app.inject({ url: '/follow/status', cookies });
  expect(status.body).toContain('示例面馆（虚构）');
  expect(status.body).toContain('这是第一次使用');

  const fields = [...hidden(status.body), ['text', '补充：店员说不授权就不能点'] as const];
  const added = await portal.app.inject({
    method: 'POST',
    url: '/follow/add',
    cookies,
    ...multipart(fields, [{ field: 'files', name: '小票.txt', bytes: Buffer.from('third') }]),
  });
  expect(added.statusCode).toBe(303);
  const after = await portal.app.inject({ url: '/follow/status?sent', cookies });
  expect(after.body).toContain('补充：店员说不授权就不能点');
  expect(after.body).toContain('小票.txt');
  expect(after.body).toContain('已经送达');
});

test('twenty equal sendings at once are one tip and one receipt', async () => {
  const body = multipart(await form([['story', '二十次同样的提交']]), [{ field: 'files', name: 'a.txt', bytes: Buffer.from('a') }]);
  const before = await portal.store.owner.selectFrom('app.tip').select('id').execute();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(body)));
  const receipts = new Set(answers.filter(({ statusCode }) => statusCode === 200).map(({ body: html }) => receiptOf(html)));
  const after = await portal.store.owner.selectFrom('app.tip').select('id').execute();
  expect(after.length - before.length).toBe(1);
  expect(receipts.size).toBe(1);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
});

test('what must be corrected keeps every word and every file, and names the field', async () => {
  const bad = await send(
    multipart(
      (await form([['aim', 'complaint']])).filter(([name, value]) => name !== 'story' && !(name === 'aim' && value === 'report')),
      [{ field: 'files', name: '证据.txt', bytes: Buffer.from('kept') }],
    ),
  );
  expect(bad.statusCode).toBe(422);
  expect(bad.body).toContain('id="story-problem"');
  expect(bad.body).toContain('示例面馆（虚构）');
  expect(bad.body).toContain('证据.txt');
  const again = [
    ...hidden(bad.body).filter(([name]) => name !== 'qrText'),
    ...(await form()).filter(([name]) => !['form', 'challenge', 'proof', 'qrText', 'answer'].includes(name)),
    ['answer', answerTo(bad.body)] as const,
  ];
  const good = await send(multipart(again));
  expect(good.statusCode).toBe(200);
  expect(good.body).toContain('证据.txt');
});

const answerTo = (html: string): string => {
  const words = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const [one = '', other = ''] = (/请填写答案：(.+?)等于几/.exec(html)?.[1] ?? '').split('加');
  return String(words.indexOf(one) + words.indexOf(other));
};

test('a mistyped receipt is told by its place; an unknown one says nothing else', async () => {
  const typo = await portal.app.inject({ method: 'POST', url: '/follow', payload: { receipt: 'AAAA-AAAA' } });
  expect(typo.statusCode).toBe(422);
  expect(typo.body).toContain('应为 20 位');
  const unknown = await portal.app.inject({ method: 'POST', url: '/follow', payload: { receipt: '0000-0000-0000-0000-0000' } });
  expect(unknown.statusCode).toBe(404);
  expect(unknown.cookies).toEqual([]);
});

test('without script a re-typed receipt is checked without marking it as used', async () => {
  const receipt = receiptOf((await send(multipart(await form([['story', '核对查询码']])))).body);
  const check = (again: string) => portal.app.inject({ method: 'POST', url: '/receipt/check', payload: { again } });
  expect((await check(receipt)).body).toContain('核对无误');
  expect((await check(`${receipt.slice(0, -1)}${receipt.endsWith('A') ? 'B' : 'A'}`)).statusCode).toBe(422);
  const opened = await portal.app.inject({ method: 'POST', url: '/follow', payload: { receipt } });
  const status = await portal.app.inject({ url: '/follow/status', cookies: { ticket: opened.cookies[0]?.value ?? '' } });
  expect(status.body).toContain('这是第一次使用');
});

test('upload in parts: goes on where it stood, and belongs to the form that began it', async () => {
  const fields = await form([['story', '分段上传']]);
  const token = fields.find(([name]) => name === 'form')?.[1] ?? '';
  const headers = { 'x-form': token };
  const whole = Buffer.alloc(150_000, 'x');
  const begun = await portal.app.inject({ method: 'POST', url: '/uploads', headers, payload: { name: '录像.mp4', bytes: whole.length } });
  const { id } = begun.json();
  const part = (offset: number, end: number) =>
    portal.app.inject({
      method: 'PATCH',
      url: `/uploads/${id}`,
      headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      payload: whole.subarray(offset, end),
    });
  const first = (await part(0, 70_000)).json();
  expect(first).toMatchObject({ complete: false, offset: 65_536 });
  expect((await part(70_000, 150_000)).json()).toMatchObject({ code: 'upload-moved' });
  expect((await part(first.offset, 150_000)).json()).toMatchObject({ complete: true });
  const stranger = await portal.app.inject({ url: `/uploads/${id}`, headers: { 'x-form': 'x'.repeat(50) } });
  expect(stranger.statusCode).toBeGreaterThanOrEqual(400);
  const filed = await send(multipart(fields));
  expect(filed.body).toContain('录像.mp4');
});

test('what is typed stays text, whatever it looks like', async () => {
  const evil = '<img src=x onerror=alert(1)>\u202e"\'--><script>1</script>';
  const filed = await send(
    multipart(
      await form([['shopName', 'x']]).then((fields) => fields.map(([n, v]) => [n, n === 'shopName' ? evil.slice(0, 100) : v] as const)),
    ),
  );
  const receipt = receiptOf(filed.body);
  const opened = await portal.app.inject({ method: 'POST', url: '/follow', payload: { receipt } });
  const status = await portal.app.inject({ url: '/follow/status', cookies: { ticket: opened.cookies[0]?.value ?? '' } });
  expect(status.body).not.toContain('<img src=x');
  expect(status.body).toContain('&lt;img src=x onerror=alert(1)&gt;⟨U+202E⟩');
});

test('name, contact, story and receipt reach no log, no address and no plain column', async () => {
  const filed = await send(
    multipart(
      (
        await form([
          ['who', 'named'],
          ['name', CANARY.name],
          ['contact', CANARY.contact],
        ])
      ).filter(([name, value]) => !(name === 'who' && value === 'anonymous')),
    ),
  );
  const receipt = receiptOf(filed.body);
  expect(receipt).not.toBe('');
  const tables = [
    'app.tip',
    'app.tip_event',
    'app.clock',
    'app.message',
    'vault.tip_body',
    'vault.identity',
    'vault.receipt',
    'vault.tip_key',
    'vault.attachment',
    'audit.entry',
  ] as const;
  const rows = await Promise.all(tables.map((table) => portal.store.owner.selectFrom(table).selectAll().execute()));
  const plain = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
      ? Buffer.from((value as unknown as { data: number[] }).data).toString('latin1')
      : value,
  );
  for (const secret of [CANARY.name, CANARY.contact, 'canary-story-5521', receipt, receipt.replaceAll('-', '')]) {
    expect(portal.logged()).not.toContain(secret);
    expect(plain).not.toContain(secret);
    expect(plain).not.toContain(Buffer.from(secret).toString('latin1'));
  }
  expect(portal.logged()).toContain('"route":"/report"');
});

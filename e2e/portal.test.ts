import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesOfCodes } from '../packages/inspect/qr/testing/make-codes.ts';
import { openTestPortal, type TestPortal } from '../packages/portal/testing/open-test-portal.ts';
import { faultsOfPage, launchBrowser } from '../scripts/testing/accessibility.ts';

let portal: TestPortal;
let browser: Browser;
let base: string;

beforeAll(async () => {
  portal = await openTestPortal(true);
  base = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** A phone, and everything it asked of anybody. */
async function phone(javaScriptEnabled: boolean): Promise<{ context: BrowserContext; page: Page; foreign: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled, bypassCSP: false });
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  return { context, page: await context.newPage(), foreign };
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const answerTo = (question: string): string => {
  const [, left = '', right = ''] = /：(.+?)加(.+?)等于几/.exec(question) ?? [];
  return String(NUMERALS.indexOf(left) + NUMERALS.indexOf(right));
};

async function fillIn(page: Page, story: string): Promise<void> {
  await page.goto(`${base}/report`);
  await page.getByLabel('不给手机号').check();
  await page.locator('#story').fill(story);
  await page.getByLabel('扫码点餐').check();
  await page.locator('#shopName').fill('示例面馆（虚构）');
  await page.locator('#district').selectOption('310101');
}

const receiptOn = async (page: Page): Promise<string> => (await page.locator('[data-code]').innerText()).replaceAll(/\s/g, '');

test('with script: a QR photo is read in the page, files go up while one writes, and no host but ours is asked', async () => {
  const { context, page, foreign } = await phone(true);
  const photo = join(portal.folder, 'code.png');
  writeFileSync(photo, await picturesOfCodes(['https://shop.example/t?id=7']));
  const notes = join(portal.folder, 'notes.txt');
  writeFileSync(notes, 'what I saw');
  await fillIn(page, '有脚本的提交');
  await page.locator('#qr').setInputFiles(photo);
  await page.locator('#qr-result').getByText('https://shop.example/t?id=7').waitFor();
  await page.locator('#files').setInputFiles(notes);
  await page.locator('#uploads').getByText('已上传 notes.txt').waitFor();
  await page.locator('#proof-state').getByText('校验完成').waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '已经收到' }).waitFor();
  const text = await page.locator('main').innerText();
  expect(text).toContain('notes.txt');
  expect(text).toContain('code.png');
  expect(text).toContain(createHash('sha256').update('what I saw').digest('hex'));
  const receipt = await receiptOn(page);
  await page.locator('#again').fill('0000');
  await page.getByRole('button', { name: '核对' }).click();
  await page.locator('#retype-result').getByText('不一致').waitFor();
  await page.locator('#again').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: '核对' }).click();
  await page.locator('#retype-result').getByText('核对无误').waitFor();
  expect(page.url()).toBe(`${base}/report`);
  expect(foreign).toEqual([]);
  await context.close();
});

test('without script: filing with two files, following up, adding something, leaving', async () => {
  const { context, page, foreign } = await phone(false);
  const names = ['one.txt', 'two.txt'].map((name) => join(portal.folder, name));
  for (const name of names) writeFileSync(name, name);
  await fillIn(page, '没有脚本的提交');
  await page.locator('#files').setInputFiles(names);
  await page.locator('#answer').fill(answerTo(await page.locator('label[for=answer]').innerText()));
  await page.getByRole('button', { name: '提交' }).click();
  const receipt = await receiptOn(page);
  expect(receipt).toMatch(/^\w{4}(-\w{4}){4}$/);

  await page.goto(`${base}/follow`);
  await page.locator('#receipt').fill(receipt);
  await page.getByRole('button', { name: '查询' }).click();
  expect(page.url()).toBe(`${base}/follow/status`);
  const status = await page.locator('main').innerText();
  for (const word of ['one.txt', 'two.txt', '示例面馆（虚构）', '这是第一次使用']) expect(status).toContain(word);
  await page.locator('#text').fill('补充一点');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('已经送达').waitFor();
  expect(await page.locator('main').innerText()).toContain('补充一点');
  await page.getByRole('button', { name: '离开' }).click();
  expect(page.url()).toContain('/follow');
  await page.goto(`${base}/follow/status`);
  expect(page.url()).toBe(`${base}/follow`);
  expect(foreign).toEqual([]);
  await context.close();
});

test('nobody is shut out: WCAG 2.2 A and AA on every page of a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of ['/', '/report', '/follow', '/privacy', '/en/report', '/no-such-page']) {
    await page.goto(base + path);
    faults.push(...(await faultsOfPage(page)));
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(wide, `${path} is wider than the phone`).toBe(false);
  }
  await page.goto(`${base}/follow`);
  await page.locator('#receipt').fill('AAAA');
  await page.getByRole('button', { name: '查询' }).click();
  faults.push(...(await faultsOfPage(page)));
  expect(faults).toEqual([]);
  await context.close();
});

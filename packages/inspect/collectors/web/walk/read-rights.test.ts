import { expect, test } from 'vitest';
import type { SurfaceReading } from '../../../surface/model.ts';
import type { Surface } from '../../../surface/surface.ts';
import { chooseOther } from './choose-forward.ts';
import { linksByWords, readRights, rightsPages, toldPlaces } from './read-rights.ts';
import { madeUpPage } from './testing/made-up-page.ts';

const pages = (links: readonly (readonly [text: string, href: string])[], told: readonly string[] = []): readonly string[] =>
  rightsPages(
    new Map(
      linksByWords(
        { url: 'http://shop.test/menu', nodes: links.map(([, href]) => ({ attributes: { href } })) } as unknown as Surface,
        { controls: links.map(([text], node) => ({ node, text, dangerous: false, role: 'other' })) } as unknown as SurfaceReading,
      ),
    ),
    new Set(told),
  );

test('pages where rights are served are told by the words of their link', () => {
  for (const words of [
    '个人信息管理',
    '顾客隐私中心',
    '隐私与权利',
    '信息与注销',
    '账号与隐私',
    '我的个人信息',
    '设置与账号管理',
    '我的信息',
  ])
    expect(pages([[words, '/my']]), words).toEqual(['http://shop.test/my']);
});

test('texts, log-ins and other hosts are not opened', () => {
  for (const words of ['隐私政策', '个人信息保护说明', '账号登录', '退出账号', '我的订单', '儿童个人信息保护规则'])
    expect(pages([[words, '/x']]), words).toEqual([]);
  expect(
    pages([
      ['个人信息管理', 'http://other.test/my'],
      ['隐私中心', '#'],
      ['我的信息', 'javascript:void 0'],
    ]),
  ).toEqual([]);
});

test('each page is looked at and nothing on it is pressed', async () => {
  const { page, ledger } = madeUpPage({ start: { controls: [['删除我的个人信息']] } });
  await readRights(page, ['http://shop.test/b', 'http://shop.test/a', 'http://shop.test/c'], 18);
  expect(ledger.filter(({ type }) => type === 'surface')).toHaveLength(2);
  expect(ledger.filter(({ type }) => type === 'input')).toHaveLength(0);
});

test('a place the policy sends one to is such a page, whatever its name', () => {
  const told = toldPlaces('打开本站底部的“家长服务”页面，即可自行查阅、更正、删除。我们的“优惠”很多。');
  expect(told).toEqual(['家长服务']);
  expect(
    pages(
      [
        ['家长服务', '/p'],
        ['优惠', '/q'],
      ],
      told,
    ),
  ).toEqual(['http://shop.test/p']);
});

test('exploring leaves alone what a right is used with', async () => {
  const { page } = madeUpPage({
    start: { controls: [['个人信息管理'], ['撤回同意'], ['删除我的个人信息'], ['投诉举报'], ['示例花园 两室一厅']] },
  });
  expect(chooseOther(await page.look('start'), new Set())?.text).toBe('示例花园 两室一厅');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readLinks } from './read-links.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';
const read = async (html: string) => readLinks(await browser.surface(HEAD + html));
const brief = async (html: string) => (await read(html)).map((link) => `${link.dead ? 'dead ' : ''}${link.document} ${link.href ?? '-'}`);

describe('which texts', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'two links in a sentence',
      '<p>我已阅读并同意<a href="/u">《用户协议》</a>和<a href="/p">《隐私政策》</a></p>',
      ['user-agreement http://shop.test/u', 'privacy-policy http://shop.test/p'],
    ],
    ['title marks outside the link', '<p>同意《<a href="/p">隐私政策</a>》</p>', ['privacy-policy http://shop.test/p']],
    ['by script', '<p>同意<span onclick="1">《隐私政策》</span></p>', ['privacy-policy -']],
    ['javascript address', '<a href="javascript:;">隐私政策</a>', ['privacy-policy -']],
    ['dead mention', '<p>登录即同意《用户协议》和《隐私政策》</p>', ['dead user-agreement -', 'dead privacy-policy -']],
    ['dead mention without marks', '<p>继续使用即表示您同意隐私政策</p>', ['dead privacy-policy -']],
    [
      'one label toggles, names are dead',
      '<div onclick="1">我已阅读并同意《用户协议》与《隐私政策》</div>',
      ['dead user-agreement -', 'dead privacy-policy -'],
    ],
    [
      'one link for two',
      '<a href="/all">用户协议与隐私政策</a>',
      ['user-agreement http://shop.test/all', 'privacy-policy http://shop.test/all'],
    ],
    [
      'English',
      '<p>By continuing you agree to our <a href="/t">Terms of Service</a> and <a href="/p">Privacy Policy</a></p>',
      ['user-agreement http://shop.test/t', 'privacy-policy http://shop.test/p'],
    ],
    [
      'children, lists, member',
      '<a href=/c>儿童个人信息保护规则</a><a href=/l>个人信息收集清单</a><a href=/s>第三方信息共享清单</a><a href=/k>第三方SDK目录</a><a href=/m>会员章程</a>',
      [
        'children-rule http://shop.test/c',
        'collection-list http://shop.test/l',
        'sharing-list http://shop.test/s',
        'sdk-list http://shop.test/k',
        'member-agreement http://shop.test/m',
      ],
    ],
    [
      'credit and face',
      '<a href=/x>《征信查询授权书》</a><a href=/f>《人脸识别服务协议》</a>',
      ['credit-authorisation http://shop.test/x', 'face-rule http://shop.test/f'],
    ],
    ['a button that agrees is no link', '<button>同意《隐私政策》并继续</button>', ['dead privacy-policy -']],
    ['no legal text', '<a href=/r>活动规则</a><a href=/s>隐私设置</a><p>我们重视隐私</p><a href=/o>我的订单</a>', []],
    ['hidden', '<a href="/p" style="display:none">隐私政策</a>', []],
    ['traditional', '<a href="/p">隱私權政策</a>', ['privacy-policy http://shop.test/p']],
    ['only the address tells', '<p>详见<a href="/privacy.html">这里</a></p>', ['privacy-policy http://shop.test/privacy.html']],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(await brief(html)).toEqual(expected));
});

describe('where and how legible', () => {
  it('tells footer, form, menu, prompt and page apart', async () => {
    const places = async (html: string) => (await read(html)).map((link) => link.where);
    expect(await places('<footer><a href=/p>隐私政策</a></footer>')).toEqual(['footer']);
    expect(await places('<div><a href=/p>隐私政策</a> © 2026 某店</div>')).toEqual(['footer']);
    expect(await places('<div><input placeholder=手机号><p><a href=/p>隐私政策</a></p></div>')).toEqual(['form']);
    expect(await places('<nav><a href=/p>隐私政策</a></nav>')).toEqual(['menu']);
    expect(await places('<p><a href=/p>隐私政策</a></p>')).toEqual(['page']);
    const surface = await browser.surface('<div id=d><a href=/p>隐私政策</a></div>');
    const node = surface.nodes.findIndex((one) => one.attributes['id'] === 'd');
    expect(readLinks(surface, [{ node }]).map((link) => link.where)).toEqual(['prompt']);
  });
  it('measures size and contrast', async () => {
    const [pale] = await read('<p style="background:#fff"><a href=/p style="font-size:9px;color:#ddd">隐私政策</a></p>');
    expect(pale?.fontSize).toBe(9);
    expect(pale?.contrast).toBeLessThan(1.6);
  });
});

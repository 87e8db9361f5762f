import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readLinks } from './read-links.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';

/** Cases written after the words were tuned; kept as regression. */
describe('unseen links', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['brand in the name', '<a href=/p>《某某茶小程序隐私保护指引》</a>', ['privacy-policy']],
    ['personal information rule', '<a href=/p>个人信息处理规则</a>', ['privacy-policy']],
    [
      'app privacy in a list',
      '<ul><li onclick=1>关于我们</li><li onclick=1>隐私政策</li><li onclick=1>清除缓存</li></ul>',
      ['privacy-policy'],
    ],
    ['parking agreement', '<p>点击缴费即同意<a href=/s>《停车服务协议》</a></p>', ['user-agreement']],
    ['rental agreement', '<a href=/s>租借协议</a>', ['user-agreement']],
    ['carrier', '<a href=/s>《天翼账号认证服务条款》</a>', ['third-party-policy']],
    ['guardian', '<a href=/s>《未成年人个人信息保护及监护人须知》</a>', ['children-rule']],
    ['legal statement', '<a href=/s>法律声明</a>', ['other']],
    ['cookie', '<a href=/s>Cookie Policy</a>', ['cookie-policy']],
    [
      'privacy notice in English footer',
      '<footer><a href=/s>Privacy</a> · <a href=/t>Terms</a></footer>',
      ['privacy-policy', 'user-agreement'],
    ],
    ['nested span in anchor', '<a href=/s><span>《</span><span>隐私政策</span><span>》</span></a>', ['privacy-policy']],
    [
      'sentence with one span each by script',
      '<p>同意<em onclick=1>用户协议</em>、<em onclick=1>隐私条款</em></p>',
      ['user-agreement', 'privacy-policy'],
    ],
    ['menu dish named agreement', '<div onclick=1>神仙协议套餐 ¥39</div>', []],
    ['privacy screen protector in a shop', '<div onclick=1>隐私玻璃贴膜</div><a href=/x>防窥隐私屏</a>', []],
    ['news', '<a href=/n>我市开展个人信息保护宣传活动</a>', []],
    ['permissions page', '<a href=/perm>权限说明</a><a href=/set>隐私管理</a>', []],
    ['hant pair', '<p>同意<a href=/u>服務條款</a>及<a href=/p>私隱政策</a></p>', ['user-agreement', 'privacy-policy']],
    ['quoted dead among prose', '<p>详情请参阅《隐私政策》。</p>', ['dead privacy-policy']],
    ['button agreeing keeps dead name', '<button>我已阅读并同意《用户协议》</button>', ['dead user-agreement']],
    ['member rules', '<a href=/m>《会员积分规则》</a>', ['member-agreement']],
    ['credit', '<a href=/m>《个人信用信息查询授权协议》</a>', ['credit-authorisation']],
    ['collected information list', '<a href=/m>收集个人信息明示清单</a>', ['collection-list']],
  ];
  it.each(cases)('%s', async (_, html, expected) => {
    const links = readLinks(await browser.surface(HEAD + html));
    expect(links.map((link) => `${link.dead ? 'dead ' : ''}${link.document}`)).toEqual(expected);
  });
});

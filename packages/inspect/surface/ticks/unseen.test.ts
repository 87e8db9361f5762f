import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readTicks } from './read-ticks.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';
const DOC = '<a href=/u>《服务协议》</a><a href=/p>《隐私权政策》</a>';

/** Cases written after the words were tuned; kept as regression. Form: state:consent. */
describe('unseen ticks', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'uni-app radio',
      `<div style="display:flex"><div class="uni-radio-wrapper"><div class="uni-radio-input uni-radio-input-checked" style="width:18px;height:18px;background:#07c160"></div></div><span>登录即表示同意${DOC}</span></div>`,
      ['ticked:yes'],
    ],
    [
      'iconfont glyph by class',
      `<p><span class="iconfont icon-weixuanzhong" onclick=1 style="display:inline-block;width:16px;height:16px"></span>已阅读并同意${DOC}</p>`,
      ['clear:yes'],
    ],
    [
      'iconfont selected',
      `<p><span class="iconfont icon-xuanzhong1" onclick=1 style="display:inline-block;width:16px;height:16px"></span>已阅读并同意${DOC}</p>`,
      ['ticked:yes'],
    ],
    [
      'a symbol of a sprite that has its counterpart',
      `<svg width=0 height=0 style="position:absolute"><symbol id=on viewBox="0 0 20 20"><circle cx=10 cy=10 r=9 fill=green /></symbol><symbol id=off viewBox="0 0 20 20"><circle cx=10 cy=10 r=9 fill=none stroke=gray /></symbol></svg><div onclick=1><svg width=20 height=20><use href="#on"/></svg><span>同意${DOC}</span></div>`,
      ['ticked:yes'],
    ],
    [
      'two images, one hidden',
      `<div onclick=1><img src=/a/no.png width=15 height=15 style="display:none"><img src=/a/yes.png width=15 height=15>同意${DOC}</div>`,
      ['ticked:yes'],
    ],
    [
      'ant checkbox',
      `<label class="ant-checkbox-wrapper ant-checkbox-wrapper-checked"><span class="ant-checkbox ant-checkbox-checked" style="display:inline-block;position:relative;width:16px;height:16px"><input type=checkbox checked style="position:absolute;inset:0;opacity:0"><span class="ant-checkbox-inner"></span></span><span>我同意${DOC}</span></label>`,
      ['ticked:yes'],
    ],
    [
      'toggle for ads',
      '<div class=cell style="display:flex;justify-content:space-between">个性化推荐<div role=switch aria-checked=true style="width:44px;height:24px;background:#07c160"></div></div>',
      ['ticked:yes'],
    ],
    ['join club', '<label><input type=checkbox checked> 同时注册成为本店会员</label>', ['ticked:yes']],
    ['share with partners', '<label><input type=checkbox> 同意将我的信息提供给合作经销商</label>', ['clear:yes']],
    ['plain sentence with tick mark', '<p>✓ 已阅读隐私政策的用户可享九折</p>', []],
    ['english marketing', '<label><input type=checkbox checked> Send me offers and news by email</label>', ['ticked:yes']],
    ['gift', '<label><input type=checkbox checked>使用50积分抵扣¥0.5</label>', ['ticked:no']],
    ['temporary car', '<label><input type=checkbox>无牌车</label><label><input type=checkbox>新能源</label>', ['clear:no', 'clear:no']],
    ['save plate', '<label><input type=checkbox checked>记住车牌</label>', ['ticked:no']],
    [
      'cart rows',
      '<ul><li><span class="check checked" onclick=1 style="display:inline-block;width:18px;height:18px"></span>无线耳机 ¥199</li><li><span class="check" onclick=1 style="display:inline-block;width:18px;height:18px"></span>数据线 ¥19</li></ul>',
      [],
    ],
    ['adult', '<label><input type=checkbox>我已年满18周岁</label>', ['clear:no']],
    ['adult and policy', '<label><input type=checkbox checked>我已年满18周岁，并同意《隐私政策》</label>', ['ticked:yes']],
    ['credit', '<label><input type=checkbox checked>同意《个人征信查询授权书》</label>', ['ticked:yes']],
    [
      'bare box in css',
      `<div onclick=1 style="display:flex;align-items:center"><div style="width:14px;height:14px;border:1px solid #bbb;border-radius:50%;margin-right:6px"></div><div>我已阅读并同意${DOC}</div></div>`,
      ['clear:yes'],
    ],
    [
      'filled dot in css',
      `<div onclick=1 style="display:flex;align-items:center"><div style="width:14px;height:14px;border:1px solid #07c160;border-radius:50%;margin-right:6px"><div style="width:8px;height:8px;margin:3px;background:#07c160;border-radius:50%"></div></div><div>我已阅读并同意${DOC}</div></div>`,
      ['ticked:yes'],
    ],
    [
      'filled box without a mark',
      `<div onclick=1 style="display:flex;align-items:center"><div class=agree-dot style="width:14px;height:14px;background:#07c160;margin-right:6px"></div><div>我已阅读并同意${DOC}</div></div>`,
      ['unknown:yes'],
    ],
    [
      'sentence after box in sibling block',
      `<div style="display:flex"><div><input type=checkbox checked></div><div>我已阅读并同意</div><div>${DOC}</div></div>`,
      ['ticked:yes'],
    ],
    ['avatar before a sentence', `<div><img src=/avatar.png width=40 height=40>登录即同意${DOC}</div>`, []],
    [
      'remark about tastes',
      '<label><input type=radio name=t checked>少糖</label><label><input type=radio name=t>正常糖</label>',
      ['ticked:no', 'clear:no'],
    ],
    ['no subscription', '<label><input type=checkbox checked>不接收任何推广短信</label>', ['ticked:no']],
  ];
  it.each(cases)('%s', async (_, html, expected) => {
    const ticks = readTicks(await browser.surface(HEAD + html));
    expect(ticks.map((tick) => `${tick.state}:${tick.consent}`)).toEqual(expected);
  });

  it('keeps the words of each row of switches', async () => {
    const row = (words: string) =>
      `<div style="display:flex;justify-content:space-between"><span>${words}</span><b role=switch aria-checked=false style="width:40px;height:20px"></b></div>`;
    const ticks = readTicks(await browser.surface(`${HEAD}<div>${row('个性化推荐')}${row('接收营销短信')}</div>`));
    expect(ticks.map((tick) => tick.label)).toEqual(['个性化推荐', '接收营销短信']);
  });
  it.each([
    [
      `<div class="agreement"><em class="ico ico-checked" style="display:inline-block;width:14px;height:14px"></em>同意<a href=/p>《隐私政策》</a></div>`,
      ['ticked:yes'],
    ],
    [
      `<div class="agreement"><em class="ico ico-nochecked" style="display:inline-block;width:14px;height:14px"></em>同意<a href=/p>《隐私政策》</a></div>`,
      ['clear:yes'],
    ],
    [`<div onclick=1><img src="/static/radio_on.png" width=14 height=14>阅读并同意<a href=/p>《隐私政策》</a></div>`, ['ticked:yes']],
    [`<div onclick=1><img src="/static/radio_off.png" width=14 height=14>阅读并同意<a href=/p>《隐私政策》</a></div>`, ['clear:yes']],
    [`<div onclick=1><img src="/static/a1.png" width=14 height=14>阅读并同意<a href=/p>《隐私政策》</a></div>`, ['unknown:yes']],
    [`<div onclick=1>【 】阅读并同意<a href=/p>《隐私政策》</a></div>`, ['clear:yes']],
    [`<div onclick=1>[√] 阅读并同意<a href=/p>《隐私政策》</a></div>`, ['ticked:yes']],
    [`<label><input type=checkbox checked>下次自动登录</label>`, ['ticked:no']],
    [`<label><input type=checkbox checked>接受门店调换相近商品</label>`, ['ticked:no']],
    [`<label><input type=checkbox checked>订阅每周新品资讯</label>`, ['ticked:yes']],
    [`<label><input type=checkbox checked>允许顾问通过微信联系我</label>`, ['ticked:yes']],
    [`<label><input type=checkbox>同意公开我的评价头像</label>`, ['clear:unknown']],
    [`<label><input type=radio name=w checked>堂食</label><label><input type=radio name=w>外带</label>`, ['ticked:no', 'clear:no']],
    [`<label><input type=checkbox checked>阅读并同意《押金规则》</label>`, ['ticked:unknown']],
    [`<label><input type=checkbox checked>本人同意采集人脸信息用于核验</label>`, ['ticked:yes']],
  ] as const)('%s', async (html, expected) => {
    const ticks = readTicks(await browser.surface(HEAD + html));
    expect(ticks.map((tick) => `${tick.state}:${tick.consent}`)).toEqual(expected);
  });
});

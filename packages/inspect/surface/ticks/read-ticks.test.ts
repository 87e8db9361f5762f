import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readTicks } from './read-ticks.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD =
  '<!doctype html><meta name=viewport content="width=device-width"><style>i,b.box{display:inline-block;width:18px;height:18px}</style>';
const brief = async (html: string) =>
  readTicks(await browser.surface(HEAD + html)).map((tick) => `${tick.means}:${tick.state}:${tick.consent}`);
const SAYS = '我已阅读并同意<a href="/u">《用户协议》</a>和<a href="/p">《隐私政策》</a>';

describe('state by every means', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['native ticked', `<label><input type=checkbox checked>${SAYS}</label>`, ['native:ticked:yes']],
    ['native clear', `<label><input type=checkbox>${SAYS}</label>`, ['native:clear:yes']],
    ['native without label', `<div><input type=checkbox checked> ${SAYS}</div>`, ['native:ticked:yes']],
    [
      'native hidden behind a styled label',
      `<input id=a type=checkbox checked style="position:absolute;opacity:0;width:0;height:0"><label for=a>${SAYS}</label>`,
      ['native:ticked:yes'],
    ],
    [
      'sentence outside the label',
      `<div><label><input type=checkbox>我已阅读并同意</label><a href="/p">《隐私政策》</a></div>`,
      ['native:clear:yes'],
    ],
    [
      'aria true',
      `<div><span role=checkbox aria-checked=true tabindex=0 style="display:inline-block;width:16px;height:16px"></span>${SAYS}</div>`,
      ['aria:ticked:yes'],
    ],
    [
      'aria false switch',
      `<div>接收营销短信<span role=switch aria-checked=false style="display:inline-block;width:40px;height:20px"></span></div>`,
      ['aria:clear:yes'],
    ],
    ['class checked', `<div onclick="1"><i class="checkbox is-checked"></i>${SAYS}</div>`, ['class:ticked:yes']],
    ['class unchecked', `<div onclick="1"><i class="icon-unchecked"></i>${SAYS}</div>`, ['class:clear:yes']],
    ['weui success', `<div onclick="1"><i class="weui-icon-success"></i>${SAYS}</div>`, ['class:ticked:yes']],
    ['weui circle', `<div onclick="1"><i class="weui-icon-circle"></i>${SAYS}</div>`, ['class:clear:yes']],
    [
      'component word',
      `<div onclick="1"><span class="van-checkbox__icon van-checkbox__icon--checked"><i class="van-icon van-icon-success"></i></span><span>${SAYS}</span></div>`,
      ['class:ticked:yes'],
    ],
    [
      'faint class with counterpart',
      `<p onclick="1"><i class="dot active"></i>我同意《隐私政策》</p><p onclick="1"><i class="dot"></i>我同意接收活动推广短信</p>`,
      ['class:ticked:yes', 'class:unknown:yes'],
    ],
    ['faint class alone tells nothing', `<div onclick="1"><i class="dot active"></i>${SAYS}</div>`, ['class:unknown:yes']],
    [
      'no class, no evidence',
      `<div onclick="1"><i style="background:#eee url(data:image/png;base64,iVBORw0KGgo=)"></i>${SAYS}</div>`,
      ['image:unknown:yes'],
    ],
    [
      'empty rimmed box',
      `<div onclick="1"><i class="box" style="border:1px solid #999;border-radius:9px"></i>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    [
      'faint class and a thick ring',
      `<style>.dot{box-sizing:border-box;border:1px solid #bbb;border-radius:50%}.dot.active{border:6px solid #1a7f4b}</style><div onclick="1"><i class="dot active"></i>${SAYS}</div>`,
      ['class:ticked:yes'],
    ],
    [
      'faint class and a filled box',
      `<style>.dot.on{background:#07c160}</style><div onclick="1"><i class="dot on"></i>${SAYS}</div>`,
      ['class:ticked:yes'],
    ],
    [
      'state class and a mark of borders',
      `<style>.q{border:1px solid #c9cdd4;position:relative}.q.is-on::after{content:"";position:absolute;left:5px;top:1px;width:5px;height:10px;border:solid #1d2f6f;border-width:0 2px 2px 0;transform:rotate(45deg)}</style><div onclick="1"><i class="q is-on"></i>${SAYS}</div>`,
      ['class:ticked:yes'],
    ],
    [
      'mark put away by opacity',
      `<style>.q{border:1px solid #c9cdd4;position:relative}.q u{position:absolute;left:3px;top:3px;width:10px;height:10px;background:#07c160;opacity:0}</style><div onclick="1"><i class="q"><u></u></i>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    [
      'thin coloured rim is no ring',
      `<div onclick="1"><i style="border:2px solid #07c160;border-radius:9px"></i>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    [
      'drawn in a filled circle',
      `<div onclick="1"><svg width=20 height=20 viewBox="0 0 20 20"><circle cx=10 cy=10 r=9 fill="#07c160" /><path d="M5.5 10.5l3 3 6-7" fill=none stroke="#fff" /></svg>${SAYS}</div>`,
      ['class:ticked:yes'],
    ],
    [
      'drawn empty circle',
      `<div onclick="1"><svg width=20 height=20 viewBox="0 0 20 20"><circle cx=10 cy=10 r=9 fill=none stroke="#bbb" /></svg>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    [
      'drawn with colours of a style sheet',
      `<style>.v path{fill:#ccc}</style><div onclick="1"><svg class=v width=24 height=24 viewBox="0 0 24 24"><path d="M9 16.17L4.83 12l-1.42 1.41L9 19 21 7l-1.41-1.41z" /></svg>${SAYS}</div>`,
      ['class:unknown:yes'],
    ],
    [
      'switch by its knob',
      `<style>.s{position:relative;width:44px!important;height:24px;border-radius:12px;background:#ccd}.s::after{content:"";position:absolute;left:2px;top:2px;width:20px;height:20px;border-radius:50%;background:#fff}.s.k{background:#07c160}.s.k::after{left:22px}</style><div onclick="1">${SAYS}<i class="s k" onclick=1></i></div><div onclick="1">同意接收优惠短信<i class=s onclick=1></i></div>`,
      ['class:ticked:yes', 'class:clear:yes'],
    ],
    ['image on', `<div onclick="1"><img width=16 height=16 src="/img/checked.png">${SAYS}</div>`, ['image:ticked:yes']],
    ['image off', `<div onclick="1"><img width=16 height=16 src="/img/un_select@2x.png">${SAYS}</div>`, ['image:clear:yes']],
    ['image pinyin', `<div onclick="1"><img width=16 height=16 src="/i/icon_gou.png">${SAYS}</div>`, ['image:ticked:yes']],
    [
      'drawn as the ground of the line',
      `<style>.tk{padding-left:24px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16'%3E%3Crect width='15' height='15' rx='3' x='.5' y='.5' fill='%23fff' stroke='%23999'/%3E%3C/svg%3E") no-repeat 2px 5px}.tk.on{background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16'%3E%3Crect width='15' height='15' rx='3' x='.5' y='.5' fill='%23f08c00' stroke='%23999'/%3E%3Cpath d='M4 8l3 3 5-6' stroke='%23fff' fill='none' stroke-width='2'/%3E%3C/svg%3E")}</style><div class="tk on" onclick="1">${SAYS}</div><div class="tk" onclick="1">我同意接收优惠短信</div>`,
      ['image:ticked:yes', 'image:clear:yes'],
    ],
    ['background picture', `<div onclick="1"><i style="background:url(/i/agree-selected.png)"></i>${SAYS}</div>`, ['image:ticked:yes']],
    ['svg symbol', `<div onclick="1"><svg width=16 height=16><use href="#icon-checked"/></svg>${SAYS}</div>`, ['class:ticked:yes']],
    ['generated tick', `<style>.k::before{content:"✓"}</style><div onclick="1"><i class="k"></i>${SAYS}</div>`, ['pseudo:ticked:yes']],
    [
      'generated background',
      `<style>.k::before{content:"";display:inline-block;width:16px;height:16px;background:url(/i/nocheck.png)}</style><div onclick="1"><i class="k"></i>${SAYS}</div>`,
      ['pseudo:clear:yes'],
    ],
    [
      'glyph kept transparent until it is on',
      `<style>.w{width:20px;height:20px;border:1px solid #c8c9cc;border-radius:50%;color:transparent}.w--checked{background:#ee0a24;border-color:#ee0a24;color:#fff}</style><div onclick="1" style="display:flex"><div class="w">✓</div><span>${SAYS}</span></div><div onclick="1" style="display:flex"><div class="w w--checked">✓</div><span>我同意接收优惠短信</span></div>`,
      ['class:clear:yes', 'text:ticked:yes'],
    ],
    [
      'icon of a font kept transparent until it is on',
      `<style>.h i{width:20px;height:20px;border:1px solid #c8c9cc;border-radius:50%;color:transparent}.s::before{content:"\\e728"}.h--checked i{background:#1989fa;color:#fff}</style><div onclick="1" style="display:flex"><div class="h"><i class="van-icon s van-icon-success"></i></div><span>${SAYS}</span></div><div onclick="1" style="display:flex"><div class="h h--checked"><i class="van-icon s van-icon-success"></i></div><span>我同意接收优惠短信</span></div>`,
      ['class:clear:yes', 'class:ticked:yes'],
    ],
    [
      'glyph in the colour of its ground',
      `<style>.n{border:1px solid #999;background:#fff;color:#fefefe}</style><div onclick="1"><i class="n">✓</i>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    [
      'glyph without size',
      `<style>.n{border:1px solid #999;font-size:0}</style><div onclick="1"><i class="n">✓</i>${SAYS}</div>`,
      ['class:clear:yes'],
    ],
    ['glyph ticked', `<div onclick="1">☑ ${SAYS}</div>`, ['text:ticked:yes']],
    ['glyph clear', `<div onclick="1">○ ${SAYS}</div>`, ['text:clear:yes']],
    ['glyph in its own element', `<div><span onclick="1">☐</span> ${SAYS}</div>`, ['text:clear:yes']],
    ['glyph crossed', `<div onclick="1">☒ ${SAYS}</div>`, ['text:unknown:yes']],
    [
      'radios',
      `<p>是否同意接收营销短信？</p><label><input type=radio name=m checked>同意</label><label><input type=radio name=m>不同意</label>`,
      ['native:ticked:yes', 'native:clear:no'],
    ],
    ['english', '<label><input type=checkbox checked> I agree to the Privacy Policy</label>', ['native:ticked:yes']],
    ['traditional', '<label><input type=checkbox checked>我已閱讀並同意《隱私權政策》</label>', ['native:ticked:yes']],
    [
      'filled with drawn mark',
      `<div onclick="1"><i class="cb" style="background:#07c160;border-radius:9px"><svg width=12 height=12><path d="M1 6l4 4 6-8" stroke="#fff"/></svg></i>${SAYS}</div>`,
      ['class:ticked:yes'],
    ],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(await brief(html)).toEqual(expected));
});

describe('words of a tick', () => {
  it('takes the sentence beside it before a short name for screen readers', async () => {
    const box = '<span role=checkbox aria-checked=true tabindex=0 aria-label="同意" style="width:18px;height:18px"></span>';
    const [tick] = readTicks(
      await browser.surface(`${HEAD}<p>不同意也可以继续点餐。</p><div style="display:flex">${box}<span>${SAYS}</span></div>`),
    );
    expect([tick?.consent, tick?.state, tick?.label]).toEqual(['yes', 'ticked', '我已阅读并同意《用户协议》和《隐私政策》']);
  });
});

describe('consent to named PI', () => {
  it.each([
    ['<label><input type=checkbox>我单独同意处理银行卡号和证件信息，用于核实身份</label>', ['native:clear:yes']],
    [
      '<style>.q{border:1px solid #c9cdd4}</style><div onclick=1><i class=q></i>同意采集人脸信息、试驾行踪轨迹，并授权查询个人征信</div>',
      ['class:clear:yes'],
    ],
    ['<label><input type=checkbox>同意使用默认地址配送</label>', ['native:clear:no']],
  ] as const)('%s', async (html, expected) => expect(await brief(html)).toEqual(expected));
});

describe('what is no consent', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['remember me', '<label><input type=checkbox checked>记住我</label>', ['native:ticked:no']],
    ['cutlery', '<label><input type=checkbox checked>不要餐具</label>', ['native:ticked:no']],
    ['dish', '<label><input type=checkbox checked>拿铁（大杯）¥18</label>', ['native:ticked:no']],
    ['invoice', '<label><input type=checkbox>开具发票</label>', ['native:clear:no']],
    ['select all', '<div><input type=checkbox checked>全选</div>', ['native:ticked:no']],
    ['swap of goods', '<label><input type=checkbox checked>同意缺货时替换同类商品</label>', ['native:ticked:no']],
    ['default address', '<label><input type=checkbox>设为默认地址</label>', ['native:clear:no']],
    [
      'payment way',
      '<label><input type=radio name=p checked>微信支付</label><label><input type=radio name=p>支付宝</label>',
      ['native:ticked:no', 'native:clear:no'],
    ],
    ['spec chips', '<p>规格</p><span class="chip active" onclick="1">大杯</span><span class="chip" onclick="1">中杯</span>', []],
    ['tabs', '<div class="tab active" onclick="1">点餐</div><div class="tab" onclick="1">我的</div>', []],
    ['list of merits', '<p>✓ 免费试听</p><p>✓ 名师授课</p>', []],
    ['login means agree', '<p>登录即代表同意《用户协议》和《隐私政策》</p>', []],
    ['arrow beside a document', '<div onclick="1">《隐私政策》<i class="arrow-right"></i></div>', []],
    ['unlabelled', '<input type=checkbox checked>', ['native:ticked:unknown']],
    ['rules without a verb', '<label><input type=checkbox checked>活动规则</label>', ['native:ticked:unknown']],
    ['hidden', `<label style="display:none"><input type=checkbox checked>${SAYS}</label>`, []],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(await brief(html)).toEqual(expected));
});

describe('what it covers and where to press', () => {
  it('lists bundled purposes', async () => {
    const [tick] = readTicks(
      await browser.surface(
        `${HEAD}<label><input type=checkbox checked>我已阅读并同意《用户协议》《隐私政策》《会员章程》，并同意接收营销短信</label>`,
      ),
    );
    expect(tick?.purposes).toEqual(['user-agreement', 'privacy-policy', 'membership', 'marketing']);
  });
  it('keeps two ticks of one block apart', async () => {
    const ticks = readTicks(
      await browser.surface(`${HEAD}<div><input type=checkbox>同意《隐私政策》<br><input type=checkbox checked>同意接收优惠短信</div>`),
    );
    expect(ticks.map((tick) => tick.label)).toEqual(['同意《隐私政策》', '同意接收优惠短信']);
  });
  it('presses the drawn box, not a link in the label', async () => {
    const surface = await browser.surface(
      `${HEAD}<label><input type=checkbox style="display:none"><b class=box style="border:1px solid"></b>同意<a href="/p">《隐私政策》</a></label>`,
    );
    const [tick] = readTicks(surface);
    expect(surface.nodes[tick?.press ?? 0]?.tag).toBe('b');
    expect(tick?.state).toBe('clear');
  });
});

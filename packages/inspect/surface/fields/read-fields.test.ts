import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldReading } from '../model.ts';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readFields } from './read-fields.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());

const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';
const read = async (html: string) => readFields(await browser.surface(HEAD + html));
const brief = (fields: readonly FieldReading[]) => fields.map((field) => `${field.control}:${field.categories.join('+')}`);

describe('what a field asks for', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['placeholder', '<input placeholder="请输入手机号">', ['text:phone']],
    ['label before', '<div>姓名 <input></div>', ['text:name']],
    ['label for', '<label for=a>联系电话</label><input id=a type=tel>', ['tel:phone']],
    ['wrapping label', '<label>身份证号 <input maxlength=18></label>', ['text:id-number']],
    ['floating label', '<div><input placeholder=" "><label>手机号</label></div>', ['text:phone']],
    ['label above', '<p>出生日期</p><input type=date>', ['date:birth-date']],
    [
      'heading above does not rule',
      '<h2>绑定手机号</h2><input placeholder="请输入图形验证码"><img width=90 height=36 src="data:,">',
      ['text:'],
    ],
    [
      'code field with sender',
      '<input placeholder="手机号"><div><input placeholder="验证码"><button>获取验证码</button></div>',
      ['text:phone', 'text:verification-code'],
    ],
    ['captcha', '<div><input placeholder="验证码"><img width=90 height=36 src="data:,"></div>', ['text:']],
    ['two alternatives', '<div>账号 <input placeholder="手机号/邮箱"></div>', ['text:phone+e-mail']],
    ['autocomplete only', '<input autocomplete="street-address">', ['text:address']],
    ['identifier only', '<input name="userMobile" placeholder="请输入">', ['text:phone']],
    ['tel with 11 places', '<input type=tel maxlength=11>', ['tel:phone']],
    ['traditional', '<div>姓名<input></div><div>聯絡電話<input></div>', ['text:name', 'text:phone']],
    ['english', '<label>Full name<input></label><label>Email<input></label>', ['text:name', 'text:e-mail']],
    ['sex by select', '<select><option>先生<option>女士</select>', ['select:sex']],
    [
      'sex by radio',
      '<div>称呼 <label><input type=radio name=s>先生</label><label><input type=radio name=s>女士</label></div>',
      ['radio:sex'],
    ],
    ['search', '<input type=search placeholder="搜索商品">', ['search:']],
    ['search by words', '<input placeholder="搜索门店名称/地址">', ['text:']],
    [
      'remark',
      '<textarea placeholder="口味、偏好等要求"></textarea><div>备注<input placeholder="请勿填写手机号"></div>',
      ['textarea:free-text', 'text:free-text'],
    ],
    [
      'coupon, table, people',
      '<input placeholder="请输入优惠码"><div>桌号<input></div><div>用餐人数<input type=number></div>',
      ['text:', 'text:', 'number:'],
    ],
    ['invoice', '<h3>开具发票</h3><input placeholder="公司名称"><input placeholder="税号">', ['text:', 'text:']],
    ['pick-up number', '<div>取餐号<input></div>', ['text:']],
    ['member card', '<div>会员卡号<input></div>', ['text:account']],
    [
      'plate, model, VIN',
      '<div>车牌号<input></div><div>意向车型<input></div><div>车架号(VIN)<input></div>',
      ['text:plate', 'text:', 'text:vin'],
    ],
    ['bank card', '<div>银行卡号<input></div><div>持卡人<input></div>', ['text:bank-card', 'text:name']],
    ['name as on the document', '<div>真实姓名<input placeholder="请输入身份证上的姓名"></div>', ['text:name']],
    ['picker row', '<div onclick="1"><span>生日</span><span>请选择</span></div>', ['picker:birth-date']],
    ['picker box', '<div onclick="1" style="padding:8px">请选择出生日期</div>', ['picker:birth-date']],
    ['link to another page', '<a href="/wx" style="display:block">添加置业顾问微信</a><a href="/my">设置与账号管理</a>', []],
    ['address row', '<div onclick="1" style="padding:8px">请选择收货地址</div>', ['picker:address']],
    ['spec is no field', '<div onclick="1">请选择规格</div><div onclick="1">选择门店</div>', []],
    [
      'upload',
      '<label style="display:block;width:200px;height:120px;position:relative">上传身份证人像面<input type=file style="opacity:0;width:1px;height:1px"></label>',
      ['upload:id-photo'],
    ],
    ['one tap', '<button>本机号码一键登录</button><button>微信授权登录</button>', ['one-tap:phone', 'one-tap:platform-id+nickname-avatar']],
    ['no one-tap in plain buttons', '<button>获取验证码</button><button>使用手机扫码点餐</button><button>获取排队号码</button>', []],
    ['contenteditable', '<div>微信号<div contenteditable style="height:30px"></div></div>', ['contenteditable:social-account']],
    [
      'code boxes',
      `<p>验证码已发送至 138****0000</p><div style="position:relative"><div style="display:flex">${'<i style="width:40px;height:44px;border:1px solid;display:block"></i>'.repeat(6)}</div><input style="position:absolute;inset:0;opacity:0" type=tel maxlength=6></div>`,
      ['otp-boxes:verification-code'],
    ],
    [
      'plate boxes',
      `<p>请输入车牌号</p><div style="display:flex"><b style="width:36px;height:44px;border:1px solid">沪</b>${'<b style="width:36px;height:44px;border:1px solid"></b>'.repeat(6)}</div>`,
      ['plate-keys:plate'],
    ],
    ['trap for robots', '<input name=phone style="position:absolute;left:-9999px"><input name=email style="display:none">', []],
    ['password', '<div>密码<input type=password></div>', ['password:password']],
    ['unknown words', '<div>暗号<input></div>', ['text:']],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(brief(await read(html))).toEqual(expected));
});

describe('whether it must be given', () => {
  const cases: readonly (readonly [string, string, string, string | null, boolean])[] = [
    ['attribute', '<div>姓名<input required></div>', 'yes', 'attribute', false],
    ['aria', '<div>姓名<input aria-required=true></div>', 'yes', 'attribute', false],
    ['star before', '<div><i style="color:red">*</i>姓名<input></div>', 'yes', 'mark', false],
    ['star after', '<div>姓名<i style="color:red">*</i><input></div>', 'yes', 'mark', false],
    [
      'star drawn by style',
      '<style>.r::before{content:"*";color:red}</style><div><label class=r>姓名</label><input></div>',
      'yes',
      'mark',
      false,
    ],
    ['words in brackets above', '<p>第 2 步 授权通讯录（必须）<br><button>上传手机通讯录</button></p>', 'yes', 'words', false],
    ['words', '<div>姓名<input placeholder="必填"></div>', 'yes', 'words', false],
    ['error text', '<div>姓名<input><p>姓名不能为空</p></div>', 'yes', 'words', false],
    ['optional', '<div>姓名（选填）<input></div>', 'no', 'words', true],
    ['optional, double negative', '<div>姓名<input placeholder="非必填"></div>', 'no', 'words', true],
    ['optional in English', '<label>Full name (optional)<input></label>', 'no', 'words', true],
    [
      'paragraph above names it',
      '<div><h2>报价</h2><p>想让销售顾问回电可留电话（选填）</p><label>联系电话<input type=tel></label><button>请回电</button></div>',
      'no',
      'words',
      true,
    ],
    ['intro of its only field', '<form><p>以下内容可不填</p><div>手机号<input></div><button>提交</button></form>', 'no', 'words', true],
    [
      'paragraph above names another',
      '<form><p>生日（选填）可领礼</p><div>手机号<input></div><button>提交</button></form>',
      'unknown',
      null,
      false,
    ],
    ['goods to choose from', '<form><p>三种颜色可选</p><div>手机号<input></div><button>提交</button></form>', 'unknown', null, false],
    ['may be refused', '<p>用于会员积分，可以拒绝，不影响点单</p><button>一键授权手机号</button>', 'no', 'words', true],
    ['may not be refused', '<div>手机号<input><p>不可拒绝，否则无法使用</p></div>', 'unknown', null, false],
    ['other services go on', '<div>手机号<input><p>不填写不影响使用其他功能</p></div>', 'unknown', null, false],
    [
      'the heading says what it opens',
      '<div><h3>开通“车生活”账户后支付</h3>手机号<input type=tel><button>立即支付</button></div>',
      'yes',
      'words',
      false,
    ],
    [
      'a heading that promises only',
      '<div><h3>注册会员后享优惠</h3>手机号<input type=tel><button>注册</button></div>',
      'unknown',
      null,
      false,
    ],
    ['no evidence', '<div>姓名<input></div>', 'unknown', null, false],
    ['others are starred', '<form><p>带*为必填项</p><div>姓名<input></div><button>提交</button></form>', 'no', 'mark', true],
  ];
  it.each(cases)('%s', async (_, html, required, requiredBy, markedOptional) => {
    const [field] = await read(html);
    expect(field).toMatchObject({ required, requiredBy, markedOptional });
  });
  it('keeps the star of one field off the next', async () => {
    const fields = await read('<div><i>*</i>手机号<input></div><div>生日<input></div>');
    expect(fields.map((field) => field.required)).toEqual(['yes', 'unknown']);
  });
});

describe('why, about whom, in which form', () => {
  it('names a form by its first line where the button says little', async () => {
    const [first, last] = await read('<div><p>领取优惠须完善资料</p><p>姓名<input></p><p>身份证号<input></p><button>使用</button></div>');
    expect([first?.form, last?.form]).toEqual(['领取优惠须完善资料', '领取优惠须完善资料']);
  });
  it('takes the sentence beside it', async () => {
    const [field] = await read('<div>手机号<input><p>仅用于取餐时联系您</p></div>');
    expect(field?.purposeText).toBe('仅用于取餐时联系您');
    const [bare] = await read('<div>手机号<input></div>');
    expect(bare?.purposeText).toBeNull();
  });

  it.each([
    ['<label>手机号 <input type=tel><small>用途：放款和还款</small></label>', '用途：放款和还款'],
    ['<div>银行卡号 <input name=card><p>（收集目的：发放押金）</p></div>', '收集目的：发放押金'],
    [
      '<label>银行卡号 <input name=card></label><label><input type=checkbox>我单独同意处理银行卡号和证件信息，用于核实身份、放款和还款</label>',
      '我单独同意处理银行卡号和证件信息，用于核实身份、放款和还款',
    ],
    ['<label>手机号 <input type=tel></label><label><input type=checkbox>我同意处理银行卡号，用于放款</label>', null],
    ['<label>手机号 <input type=tel></label><label>借款用途：<input name=use></label>', null],
  ] as const)('purpose told by %s', async (html, purpose) => {
    const fields = readFields(await browser.surface(`${HEAD}<form>${html}</form>`));
    expect(fields[0]?.purposeText).toBe(purpose);
  });
  it.each([
    ['<div>孩子姓名<input></div>', 'child', ['name', 'minor']],
    ['<div>家长姓名<input></div>', 'self', ['name']],
    ['<h3>学员信息</h3><div>姓名<input></div>', 'child', ['name', 'minor']],
    ['<h2>少儿英语体验课</h2><div>手机号<input></div>', 'self', ['phone']],
    ['<div>紧急联系人电话<input></div>', 'third-person', ['phone', 'third-person']],
  ] as const)('%s', async (html, subject, categories) => {
    const [field] = await read(html);
    expect(field).toMatchObject({ subject, categories });
  });
  it('names form and address', async () => {
    const [field] = await read('<form action="/lead"><h3>预约试驾</h3><div>手机号<input name=m></div><button>提交</button></form>');
    expect(field).toMatchObject({ form: '预约试驾', submitsTo: 'http://shop.test/lead', name: 'm', label: '手机号' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readFields } from './read-fields.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width">';

/** Cases written after the words were tuned; kept as regression. Form: control:categories[:required][:subject]. */
describe('unseen fields', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'table form',
      '<table><tr><td>客户姓名：</td><td><input></td></tr><tr><td>联络电话：</td><td><input></td></tr></table>',
      ['text:name:unknown:self', 'text:phone:unknown:self'],
    ],
    [
      'element form',
      '<style>.is-required>label::before{content:"*";color:red}</style><div class="el-form-item is-required"><label class="el-form-item__label">手机</label><div><input class="el-input__inner" placeholder="请输入"></div></div>',
      ['text:phone:yes:self'],
    ],
    [
      'vant cell',
      '<div class="van-cell van-field"><div class="van-cell__title"><label>宝宝小名</label></div><div><input placeholder="请输入宝宝小名"></div></div><div class="van-cell van-field"><div class="van-cell__title"><label>宝宝月龄</label></div><div><input></div></div>',
      ['text:name+minor:unknown:child', 'text:birth-date+minor:unknown:child'],
    ],
    [
      'price enquiry',
      '<h3>获取底价</h3><select><option>选择车型<option>A1<option>A2</select><input placeholder="怎么称呼您"><input type=tel placeholder="您的电话，用于销售顾问报价"><button>立即获取底价</button>',
      ['select::unknown:self', 'text:name:unknown:self', 'tel:phone:unknown:self'],
    ],
    [
      'loan',
      '<div>月收入（元）<input type=number></div><div>工作单位<input></div><div>紧急联系人1姓名<input></div><div>与本人关系<select><option>父母<option>配偶</select></div>',
      ['number:income:unknown:self', 'text:occupation:unknown:self', 'text:name+third-person:unknown:third-person', 'select::unknown:self'],
    ],
    [
      'house seller',
      '<div>小区名称<input></div><div>房号<input></div><div>期望售价<input></div><div>业主称呼<input></div>',
      ['text::unknown:self', 'text:property:unknown:self', 'text:property:unknown:self', 'text:name:unknown:self'],
    ],
    ['house hunter', '<div>意向区域<input></div><div>购房预算<input></div>', ['text::unknown:self', 'text:income:unknown:self']],
    [
      'delivery',
      '<div>收货人<input></div><div>手机号码<input></div><div>所在地区<div onclick=1>请选择省市区</div></div><div>详细地址<textarea placeholder="街道、楼牌号等"></textarea></div>',
      ['text:name:unknown:self', 'text:phone:unknown:self', 'picker:address:unknown:self', 'textarea:address:unknown:self'],
    ],
    ['pick-up by tail of phone', '<div>取餐码<input placeholder="请输入取餐码"></div>', ['text::unknown:self']],
    [
      'parking search box',
      '<div><span>车牌</span><input maxlength=8 placeholder="如：沪A12345"><button>查询</button></div>',
      ['text:plate:unknown:self'],
    ],
    [
      'split date',
      '<fieldset><legend>出生日期</legend><select><option>1990年<option>1991年</select><select><option>1月<option>2月</select></fieldset>',
      ['select:birth-date:unknown:self', 'select:birth-date:unknown:self'],
    ],
    ['health question', '<div>是否有食物过敏史<input placeholder="没有可不填"></div>', ['text:health:no:self']],
    ['line below says why', '<div><div>身份证号码</div><input><small>以便核实入园人身份</small></div>', ['text:id-number:unknown:self']],
    ['english optional', '<p>Date of birth (optional)</p><input type=date>', ['date:birth-date:no:self']],
    ['hant', '<label>電郵地址<input></label><label>出生日期<input></label>', ['text:e-mail:unknown:self', 'text:birth-date:unknown:self']],
    [
      'code without phone',
      '<div><input placeholder="请输入6位数字验证码" maxlength=6><span onclick=1>60s后重新获取</span></div>',
      ['text:verification-code:unknown:self'],
    ],
    [
      'shop to join',
      '<h3>商家入驻</h3><div>店铺名称<input></div><div>联系人姓名<input></div>',
      ['text::unknown:self', 'text:name:unknown:self'],
    ],
    [
      'review',
      '<textarea placeholder="说说您的用餐感受"></textarea><div onclick=1 style="padding:8px">上传图片</div>',
      ['textarea:free-text:unknown:self', 'upload:photos:unknown:self'],
    ],
    ['student number', '<div>学号<input></div><div>班级<input></div>', ['text:education:unknown:self', 'text:education:unknown:self']],
    ['range and colour', '<div>数量<input type=number value=1></div><div>温度<input type=range></div>', ['number::unknown:self']],
    ['gender chips', '<div>性别<span onclick=1>男</span><span onclick=1>女</span></div>', ['choice:sex:unknown:self']],
    ['captcha question', '<div>3+5=? <input placeholder="请输入计算结果"></div>', ['text::unknown:self']],
    ['wechat one-tap in sentence', '<button class=btn>使用微信手机号快捷登录</button>', ['one-tap:phone:unknown:self']],
    ['location button', '<button>开启定位</button>', ['one-tap:location-precise:unknown:self']],
  ];
  it.each(cases)('%s', async (_, html, expected) => {
    const fields = readFields(await browser.surface(HEAD + html));
    expect(fields.map((field) => `${field.control}:${field.categories.join('+')}:${field.required}:${field.subject}`)).toEqual(expected);
  });
  it.each([
    ['<div>您的姓氏<input></div>', ['text:name']],
    ['<div>常用手机<input></div>', ['text:phone']],
    ['<input placeholder="手机号（用于接收取餐通知）">', ['text:phone']],
    ['<div>车主姓名<input></div><div>车牌<input></div>', ['text:name', 'text:plate']],
    ['<div>取车码<input></div>', ['text:']],
    ['<div>驾驶证档案编号<input></div>', ['text:driving-licence']],
    ['<div>税前年薪<input></div>', ['text:income']],
    ['<div>所在楼层<input></div>', ['text:property']],
    ['<div>孩子所在学校<input></div>', ['text:education+minor']],
    ['<div>期望上课时间<input></div>', ['text:']],
    ['<div>昵称<input></div>', ['text:nickname-avatar']],
    ['<div>品牌型号<input></div>', ['text:']],
    ['<div>推荐人手机号<input></div>', ['text:phone+third-person']],
    ['<div>储值卡号<input></div>', ['text:']],
    ['<div>护照号码<input></div>', ['text:id-number']],
    ['<div>门店自提时间<input></div>', ['text:']],
    ['<label>Name<input name=name></label>', ['text:name']],
    ['<label>Company<input></label>', ['text:occupation']],
    ['<label>Promo code<input></label>', ['text:']],
    ['<div>体重(kg)<input></div>', ['text:health']],
  ] as const)('%s', async (html, expected) => {
    const fields = readFields(await browser.surface(HEAD + html));
    expect(fields.map((field) => `${field.control}:${field.categories.join('+')}`)).toEqual(expected);
  });
});

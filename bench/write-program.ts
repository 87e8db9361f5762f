import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One page in so many touches an interface that collects, as in real collections (about a sixth of the bytes). */
const COLLECTS_EVERY = 6;

/** Writes a made-up WeChat program of about so many megabytes of scripts and templates, plus plain libraries. Same size, same bytes. */
export function writeProgram(root: string, megabytes: number): { readonly files: number; readonly bytes: number } {
  const pages: string[] = [];
  let bytes = 0;
  let files = 0;
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
    bytes += Buffer.byteLength(text);
    files += 1;
  };
  for (let number = 0; bytes < megabytes * 1024 * 1024; number += 1) {
    const page = `pages/p${number}/p${number}`;
    pages.push(page);
    write(`${page}.js`, script(number));
    write(`${page}.wxml`, template(number));
    write(`utils/u${number}.js`, library(number));
  }
  write('app.json', JSON.stringify({ pages, window: { navigationBarTitleText: '扫码点餐' } }));
  write('app.js', 'App({})');
  return { files, bytes };
}

const collects = (number: number): boolean => number % COLLECTS_EVERY === 0;

function script(number: number): string {
  const methods = Array.from(
    { length: 18 },
    (_, at) => `  step${at}(event) {
    const list = (this.data.list || []).map((item, index) => ({ ...item, index, price: (item.price || 0) * ${number + at} }));
    const total = list.reduce((sum, { price, count }) => sum + price * (count || 1), 0);
    if (total > ${at * 100} && event.detail.value !== '') this.setData({ list, total, note: '第 ${at} 步' });
  },`,
  ).join('\n');
  const asked = collects(number)
    ? `  near() {
    wx.getLocation({ type: 'gcj02', success: (at) => this.setData({ at }) });
  },
  onPhone(event) {
    request({ url: 'https://api.shop.example/bind', data: { code: event.detail.code } });
  },
  onTick() {
    this.setData({ agreed: !this.data.agreed });
  },
`
    : '';
  return `const { request } = require('../../utils/u${number}.js');
Page({
  data: { list: [], total: 0, agreed: false },
  onLoad(options) {
    request({ url: 'https://api.shop.example/menu', data: { table: options.table } });
  },
${asked}${methods}
});
`;
}

function template(number: number): string {
  const rows = Array.from(
    { length: 14 },
    (_, at) =>
      `  <view class="row r${at}" wx:for="{{list}}" wx:key="id" bindtap="step${at}"><text>{{item.name}} ¥{{item.price}}</text><image src="{{item.picture}}" mode="aspectFill" /></view>`,
  ).join('\n');
  const asked = collects(number)
    ? `  <label bindtap="onTick"><checkbox checked="{{agreed}}" />我已阅读并同意《隐私政策》</label>
  <button wx:if="{{agreed}}" open-type="getPhoneNumber" bindgetphonenumber="onPhone">手机号登录</button>
  <button bindtap="near">附近门店</button>
`
    : '';
  return `<view class="page">\n${asked}${rows}\n</view>\n`;
}

function library(number: number): string {
  const helpers = Array.from(
    { length: 40 },
    (_, at) => `function format${at}(value, digits) {
  const text = String(value === undefined || value === null ? '' : value);
  return text.length > digits ? text.slice(0, digits) + '…' : text.padStart(digits, '${number % 10}');
}`,
  ).join('\n');
  return `${helpers}\nfunction request(options) {\n  wx.request({ method: 'POST', ...options });\n}\nmodule.exports = { request, format0, format1 };\n`;
}

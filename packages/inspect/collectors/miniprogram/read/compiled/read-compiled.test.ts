import { expect, test } from 'vitest';
import type { TemplateNode, TemplateText } from '../../program.ts';
import { parseTemplate } from '../template/parse.ts';
import { compileTemplates } from '../testing/compile-template.ts';
import { readCompiled } from './read-compiled.ts';

type Child = TemplateNode | TemplateText;

/** Elements and texts without positions: what source and compiled form must have in common. */
const plain = (nodes: readonly Child[]): unknown =>
  nodes.map((node) =>
    'text' in node
      ? node.text.trim()
      : {
          tag: node.tag,
          attributes: Object.fromEntries([...node.attributes].map(([name, { value }]) => [name, value]).toSorted()),
          children: plain(node.children),
        },
  );

const LOGIN = `<view class="page">
  <checkbox-group bindchange="onAgree"><checkbox value="1" checked="{{agreed}}" /></checkbox-group>
  <button wx:if="{{agreed&&!user.phone}}" class="a" open-type="getPhoneNumber" bindgetphonenumber="onPhone" disabled>手机号登录</button>
  <button wx:elif="{{other}}" open-type="{{user?'':'getUserInfo'}}" class="b">{{label}} 登录</button>
  <view wx:else class="a {{size}}">欢迎</view><view class="a {{colour}}" />
  <view wx:for="{{list}}" wx:key="id" class="item" data-id="{{item.id}}"><text>{{item.name}}</text></view>
  <template is="foot" data="{{agreed}}" />
</view>`;
const FOOT = `<template name="foot"><navigator url="/pages/privacy/privacy" class="link">隐私政策</navigator></template><input type="idcard" placeholder="身份证号" class="link" maxlength />`;

const SOURCES = new Map([
  ['pages/login/login', LOGIN],
  ['common/foot', FOOT],
]);

for (const form of ['tables', 'one-table', 'component'] as const) {
  test(`templates come back as they were written (${form})`, () => {
    const text = `<script>var noise=1;\n${compileTemplates(SOURCES, form, form === 'component' ? '$gwx_XC_0' : '$gwx')}</script>`;
    const { templates, broken, cut } = readCompiled(text, 10_000);
    expect([broken, cut]).toEqual([0, false]);
    for (const [path, source] of SOURCES) {
      expect(plain(templates.get(path) ?? [])).toEqual(plain(parseTemplate(source, 0, source.length, 1000).nodes));
    }
  });
}

test('positions are those of the compiled call', () => {
  const text = compileTemplates(SOURCES, 'tables');
  const find = (nodes: readonly Child[]): TemplateNode | null => {
    for (const node of nodes) {
      if ('text' in node) continue;
      const found = node.attributes.has('bindgetphonenumber') ? node : find(node.children);
      if (found) return found;
    }
    return null;
  };
  const button = find(readCompiled(text, 1000).templates.get('pages/login/login') ?? []);
  expect(text.slice(button?.start, button?.end)).toMatch(/^_mz\(z,'button'/);
  const type = button?.attributes.get('open-type');
  expect(text.slice(type?.start, type?.end)).toMatch(/^'openType',\d+$/);
});

test('damage is counted, a budget is kept, templates of plugins lie under the plugin', () => {
  const text = compileTemplates(SOURCES, 'tables');
  const damaged = readCompiled(text.replace('var m0=', 'var m0==='), 1000);
  expect(damaged.broken).toBe(1);
  expect([...damaged.templates.keys()]).toEqual(['common/foot']);
  const cutOff = readCompiled(text.slice(0, text.indexOf('var m1=') + 60), 1000);
  expect([...cutOff.templates.keys()]).toContain('pages/login/login');
  expect(readCompiled(text, 3).cut).toBe(true);
  const plugin = compileTemplates(SOURCES, 'tables', '$gwx_wx1234567890abcdef');
  expect([...readCompiled(plugin, 1000).templates.keys()]).toEqual([
    '__plugin__/wx1234567890abcdef/pages/login/login',
    '__plugin__/wx1234567890abcdef/common/foot',
  ]);
});

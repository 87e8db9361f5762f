import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Program, Unread } from '../program.ts';
import { eachProgram, readPrograms } from './read-programs.ts';
import { packZip } from './testing/pack.ts';
import { inTree } from './testing/write-tree.ts';

const read = (files: Readonly<Record<string, string | Buffer>>): Promise<{ programs: Program[]; unread: Unread[] }> =>
  inTree(files, (root) => touched(root));

/** Texts are read on demand: touch them while the folder is there. */
async function touched(root: string): Promise<{ programs: Program[]; unread: Unread[] }> {
  const result = await readPrograms(root);
  for (const program of result.programs) {
    for (const file of program.files) void [file.text, file.artefact];
    for (const template of program.templates.values()) void template.nodes;
  }
  return result;
}

const originOf = (program: Program | undefined, path: string): string | undefined =>
  program?.files.find((file) => file.inProgram === path)?.origin;

const NATIVE = {
  'app.json': `{
  // 点餐
  "pages": ["pages/index/index", "pages/test/test"],
  "subpackages": [{ "root": "pkg/", "pages": ["order/order"] }, { "root": "gone", "pages": ["a/a", "b/b"] }],
  "permission": { "scope.userLocation": { "desc": "用于查找附近门店" } },
  "requiredPrivateInfos": ["getLocation"],
  "__usePrivacyCheck__": true,
  "usingComponents": { "agree-box": "/components/agree/agree" },
}`,
  'app.js': 'App({})',
  'pages/index/index.js': 'Page({})',
  'pages/index/index.wxml': '<agree-box/><button open-type="getPhoneNumber">点餐</button>',
  'pages/index/index.json': '{"navigationBarTitleText":"首页","usingComponents":{"x-y":"../../components/agree/agree"}}',
  'pages/test/test.js': 'Page({})',
  'pkg/order/order.js': 'Page({})',
  'components/agree/agree.js': 'Component({})',
  'components/agree/agree.wxml': '<checkbox/>',
  'utils/qqmap-wx-jssdk.js': 'wx.getLocation()',
  'utils/big.js': `var a=1;${'a=a+1;'.repeat(2000)}`,
  'tests/a.test.js': 'wx.getLocation()',
  'mock/data.js': '1',
  'README.md': 'wx.getLocation',
  'typings/wx.d.ts': 'declare function getLocation(): void',
  'gulpfile.js': '1',
  'app-service.js': 'define("pages/index/index.js",function(require,module){wx.getLocation()})',
};

test('a native WeChat program: pages, places, components, origins, what is missing', async () => {
  const { programs } = await read(NATIVE);
  expect(programs).toHaveLength(1);
  const [program] = programs;
  expect(program).toMatchObject({ platform: 'wechat', framework: 'native', root: '' });
  expect(program?.config.pages).toEqual([
    { path: 'pages/index/index', subpackage: null, title: '首页' },
    { path: 'pages/test/test', subpackage: null, title: null },
    { path: 'pkg/order/order', subpackage: 'pkg', title: null },
    { path: 'gone/a/a', subpackage: 'gone', title: null },
    { path: 'gone/b/b', subpackage: 'gone', title: null },
  ]);
  expect(program?.config.usePrivacyCheck).toBe(true);
  expect(program?.config.places.get('requiredPrivateInfos.getLocation')).toEqual({ file: 'app.json', line: 6 });
  expect(program?.config.permission.get('scope.userLocation')).toBe('用于查找附近门店');
  expect(program?.config.components.get('')?.get('agree-box')).toBe('components/agree/agree');
  expect(program?.config.components.get('pages/index/index')?.get('x-y')).toBe('components/agree/agree');
  expect(program?.templates.get('pages/index/index')?.nodes).toHaveLength(2);
  expect(originOf(program, 'pages/test/test.js')).toBe('own');
  expect(originOf(program, 'utils/qqmap-wx-jssdk.js')).toBe('vendored');
  expect(originOf(program, 'utils/big.js')).toBe('vendored');
  expect(originOf(program, 'tests/a.test.js')).toBe('test');
  expect(originOf(program, 'mock/data.js')).toBe('mock');
  expect(originOf(program, 'README.md')).toBe('documentation');
  expect(originOf(program, 'typings/wx.d.ts')).toBe('documentation');
  expect(originOf(program, 'gulpfile.js')).toBe('documentation');
  expect(originOf(program, 'app-service.js')).toBeUndefined();
  expect(program?.unread.map((one) => one.what)).toEqual(['gone']);
});

test('a uni-app program: comments in its configuration, conditions, blocks with their places', async () => {
  const page = `<template>
  <view>
    <!-- #ifdef H5 --><web-only/><!-- #endif -->
    <button @getphonenumber="onPhone" open-type="getPhoneNumber">登录</button>
  </view>
</template>
<script setup lang="ts">
import agreeBox from '@/components/agree-box/agree-box.vue'
// #ifdef APP-PLUS
plus.device.getInfo()
// #endif
uni.getLocation({})
</script>
<style>.a{}</style>`;
  const { programs } = await read({
    'src/manifest.json':
      '{ /* 配置 */ "name": "x", "vueVersion": "3", "mp-weixin": { "appid": "wx1111222233334444", "permission": {"scope.userLocation": {"desc": "配送"}} } }',
    'src/pages.json': `{
  "pages": [
    { "path": "pages/a/a", "style": { "navigationBarTitleText": "甲" } },
    // #ifdef APP-PLUS
    { "path": "pages/app/app" },
    // #endif
  ],
  "subPackages": [{ "root": "more", "pages": [{ "path": "b/b" }] }]
}`,
    'src/App.vue': '<script>export default {}</script>',
    'src/pages/a/a.vue': page,
    'src/more/b/b.vue': '<template lang="pug">view</template>',
    'src/components/agree-box/agree-box.vue': '<template><view/></template>',
    'src/pages/n/n.nvue': '<template><div/></template>',
    'src/static/hybrid/html/a.js': '1',
    'src/unpackage/dist/a.js': 'wx.getLocation()',
    'dist/build/mp-weixin/app.json': '{"pages":["pages/a/a"]}',
    'dist/build/mp-weixin/pages/a/a.js': '1',
    'dist/build/mp-weixin/pages/a/a.wxml': '<view/>',
  });
  expect(programs).toHaveLength(1);
  const [program] = programs;
  expect(program).toMatchObject({ framework: 'uni-app', root: 'src', appId: 'wx1111222233334444' });
  expect(program?.config.pages.map((one) => one.path)).toEqual(['pages/a/a', 'more/b/b']);
  expect(program?.config.permission.get('scope.userLocation')).toBe('配送');
  expect(program?.config.components.get('pages/a/a')?.get('agree-box')).toBe('components/agree-box/agree-box');
  const script = program?.files.find((file) => file.path === 'src/pages/a/a.vue' && file.role === 'typescript');
  expect(script).toMatchObject({ startLine: 7, startColumn: 25, startOffset: page.indexOf('\nimport agreeBox') });
  expect(script?.text).toContain('uni.getLocation');
  expect(script?.text).not.toContain('plus.device');
  const nodes = program?.templates.get('pages/a/a')?.nodes;
  expect(JSON.stringify(nodes)).not.toContain('web-only');
  expect(JSON.stringify(nodes)).toContain('button');
  expect(originOf(program, 'pages/n/n.nvue')).toBe('other-target');
  expect(originOf(program, 'unpackage/dist/a.js')).toBeUndefined();
  expect(program?.unread.map((one) => one.what)).toEqual(['src/more/b/b.vue']);
});

test('a uni-app program whose list of pages is made while building', async () => {
  const { programs } = await read({
    'pages.config.ts':
      "export default defineUniPages({ globalStyle: { navigationBarTitleText: 'x' }, tabBar: { list: [{ pagePath: 'pages/home/index' }] } })",
    'manifest.config.ts':
      "export default defineManifestConfig({ 'mp-weixin': { appid: 'wx1111222233334444', permission: { 'scope.userLocation': { desc: '配送' } } } })",
    'src/App.vue': '<script>1</script>',
    'src/pages/home/index.vue': '<route lang="json">{}</route><template><view/></template>',
    'src/pages/home/components/card.vue': '<template><view/></template>',
  });
  expect(programs.map((one) => [one.root, one.framework, one.appId])).toEqual([['src', 'uni-app', 'wx1111222233334444']]);
  expect(programs[0]?.config.pages.map((one) => one.path)).toEqual(['pages/home/index']);
  expect(programs[0]?.config.permission.get('scope.userLocation')).toBe('配送');
  expect(programs[0]?.config.tabBar).toEqual(['pages/home/index']);
});

test('Taro, wepy, mpvue, Alipay, Douyin, Baidu: each on its own; servers and administrations left out', async () => {
  const { programs } = await read({
    '商家端/src/app.config.ts':
      "const tabs = ['pages/me/index'];\nexport default defineAppConfig({ pages: ['pages/home/index', ...tabs] as string[], permission: { 'scope.userLocation': { desc: `找店` } } })",
    '商家端/src/pages/home/index.tsx': 'export default () => <View/>',
    '商家端/src/pages/home/index.h5.tsx': 'x',
    '商家端/src/pages/home/index.config.ts': "export default { navigationBarTitleText: '主页' }",
    '商家端/src/pages/me/index.tsx': 'export default () => <View/>',
    'wepy/src/app.wpy': "<script>\nexport default class extends wepy.app { config = { pages: ['pages/a'] } }\n</script>",
    'wepy/src/pages/a.wpy': '<template><view/></template><script>1</script>',
    'mpvue/src/main.js': "App.mpType = 'app'\nexport default { config: { pages: ['^pages/i/main'] } }",
    'mpvue/src/App.vue': '<script>1</script>',
    'mpvue/src/pages/i/main.js': "import Vue from 'vue'\nimport App from './index'\nnew Vue(App).$mount()",
    'mpvue/src/pages/i/index.vue': '<template><div/></template><script>1</script>',
    'ali/app.json': '{"pages":["p/p"]}',
    'ali/p/p.axml': '<view onTap="go" a:if="{{x}}"/>',
    'ali/p/p.js': 'Page({})',
    'tt/app.json': '{"pages":["p/p"]}',
    'tt/p/p.ttml': '<view/>',
    'bd/app.json': '{"pages":["p/p"]}',
    'bd/p/p.swan': '<view/>',
    'wx/app.json': '{"pages":["p/p"]}',
    'wx/p/p.wxml': '<view/>',
    'wx/server/pom.xml': '<x/>',
    'wx/server/go.mod': 'module x',
    'wx/server/a.js': 'wx.getLocation()',
    'admin/package.json': '{}',
    'admin/src/app.config.js': 'export default { name: 1 }',
    'docs/demo/app.json': '{"pages":["p/p"]}',
    'docs/demo/p/p.wxml': '<view/>',
  });
  expect(programs.map((one) => [one.root, one.platform, one.framework])).toEqual([
    ['ali', 'alipay', 'native'],
    ['bd', 'baidu', 'native'],
    ['mpvue/src', 'wechat', 'mpvue'],
    ['tt', 'douyin', 'native'],
    ['wepy/src', 'wechat', 'wepy'],
    ['wx', 'wechat', 'native'],
    ['商家端/src', 'wechat', 'taro'],
  ]);
  const taro = programs.at(-1);
  expect(taro?.config.pages).toEqual([
    { path: 'pages/home/index', subpackage: null, title: '主页' },
    { path: 'pages/me/index', subpackage: null, title: null },
  ]);
  expect(originOf(taro, 'pages/home/index.h5.tsx')).toBe('other-target');
  const mpvue = programs.find((one) => one.framework === 'mpvue');
  expect(mpvue?.templates.get('pages/i/main')?.nodes).toHaveLength(1);
  expect(mpvue?.unread).toEqual([]);
  const wechat = programs.find((one) => one.root === 'wx');
  expect(wechat?.files.some((file) => file.path.includes('server/a.js'))).toBe(false);
});

test('links are not followed, other encodings are read, what does not parse is named', async () => {
  const gbk = Buffer.concat([Buffer.from('// '), Buffer.from([0xca, 0xd6, 0xbb, 0xfa]), Buffer.from('\nPage({})')]);
  await inTree(
    {
      'app.json': '{"pages":["p/p"]}',
      'p/p.wxml': '<view/>',
      'p/p.js': gbk,
      'p/p.json': '{"usingComponents": {',
      'p/bin.js': Buffer.from([0, 1, 2, 0, 3]),
    },
    async (root) => {
      symlinkSync('/', join(root, 'p', 'out'));
      const { programs, unread } = await readPrograms(root);
      expect(unread.map((one) => one.what)).toEqual(['p/out']);
      expect(programs[0]?.unread.map((one) => one.what)).toEqual(['p/p.json', 'p/bin.js']);
      expect(programs[0]?.files.find((file) => file.path === 'p/p.js')?.text).toContain('手机');
    },
  );
});

test('programs are handed out one at a time, those of an archive with names of Chinese Windows too', async () => {
  const native = { 'app.json': '{"pages":["p/p"]}', 'p/p.wxml': '<view/>' };
  const shops = Object.fromEntries(
    ['one', 'two'].flatMap((shop) => Object.entries(native).map(([path, text]) => [`${shop}/${path}`, text])),
  );
  const gbk = new Map([['店', Buffer.from([0xb5, 0xea])]]);
  const zip = packZip(shops, (name) => Buffer.concat([gbk.get('店') ?? Buffer.alloc(0), Buffer.from(`/${name}`)]));
  await inTree({ 'shops.zip': zip }, async (root) => {
    const notRead: Unread[] = [];
    const roots: string[] = [];
    for (const program of eachProgram(join(root, 'shops.zip'), {}, notRead)) roots.push(program.root);
    expect(roots).toEqual(['店/one', '店/two']);
    expect(notRead).toEqual([]);
  });
});

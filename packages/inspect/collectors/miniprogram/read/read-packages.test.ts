import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Program, TemplateNode, TemplateText } from '../program.ts';
import { looksLikePackage, readPrograms } from './read-programs.ts';
import { compiledProgram, type Layout } from './testing/compiled-program.ts';
import { encryptWxapkg, packTar, packWxapkg, packZip } from './testing/pack.ts';
import { inTree } from './testing/write-tree.ts';

const APP_ID = 'wx0123456789abcdef';

const tags = (nodes: readonly (TemplateNode | TemplateText)[] | undefined): string[] =>
  (nodes ?? []).flatMap((node) => ('tag' in node ? [node.tag, ...tags(node.children)] : []));

function whole(program: Program | undefined): void {
  expect(program?.config.pages).toEqual([
    { path: 'pages/login/login', subpackage: null, title: '登录' },
    { path: 'pkgOrder/order/order', subpackage: 'pkgOrder', title: '点餐' },
  ]);
  expect(program?.config.entry).toBe('pages/login/login');
  expect(program?.config.usePrivacyCheck).toBe(true);
  expect(program?.config.components.get('pages/login/login')?.get('agree-box')).toBe('components/agree/agree');
  expect(tags(program?.templates.get('pages/login/login')?.nodes)).toEqual(['view', 'agree-box', 'button']);
  expect(tags(program?.templates.get('pkgOrder/order/order')?.nodes)).toEqual(['form', 'input', 'button']);
  const script = program?.files.find((file) => file.inProgram === 'pages/login/login.js');
  expect(script?.text).toMatch(/Page\(\{data[\s\S]*\}\)\s*$/);
  expect(program?.unread).toEqual([]);
}

for (const layout of ['classic', 'middle', 'component'] satisfies Layout[]) {
  test(`packages of one program, ${layout} layout: as two files, in a folder, in an archive`, async () => {
    const { main, order } = compiledProgram(layout);
    const files = { '__APP__.wxapkg': packWxapkg(main), '_pkgOrder_.wxapkg': packWxapkg(order) };
    await inTree({ ...files, 'all.zip': packZip(files) }, async (root) => {
      const pair = await readPrograms([join(root, '__APP__.wxapkg'), join(root, '_pkgOrder_.wxapkg')]);
      expect(pair.programs).toHaveLength(1);
      whole(pair.programs[0]);
      const folder = await readPrograms(root);
      expect(folder.programs).toHaveLength(1);
      whole(folder.programs[0]);
      const zip = await readPrograms(join(root, 'all.zip'));
      expect(zip.programs).toHaveLength(1);
      whole(zip.programs[0]);
      expect(zip.programs[0]?.files[0]?.path).toMatch(/^__APP__\.wxapkg\//);
    });
  });
}

test('places name the bundle and its line; hashes are those of the package', async () => {
  const { main } = compiledProgram('middle');
  const bytes = packWxapkg(main);
  await inTree({ 'a.wxapkg': bytes }, async (root) => {
    const { programs } = await readPrograms(join(root, 'a.wxapkg'));
    const script = programs[0]?.files.find((file) => file.inProgram === 'pages/login/login.js');
    const bundle = main['app-service.js'] ?? '';
    const at = bundle.indexOf('wx.request');
    const inside = (script?.text ?? '').indexOf('wx.request');
    expect(script?.path).toBe('a.wxapkg/app-service.js');
    expect((script?.startOffset ?? 0) + inside).toBe(at);
    const lines = script?.text.slice(0, inside).split('\n').length ?? 0;
    expect((script?.startLine ?? 0) + lines - 1).toBe(bundle.slice(0, at).split('\n').length);
    expect(script?.artefact).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(programs[0]?.unread.map((one) => one.what)).toEqual(['pkgOrder']);
  });
});

test('an encrypted package: AppID given, in the path, found in its own body, or partly read', async () => {
  const { main, order } = compiledProgram('classic');
  const told = packWxapkg(compiledProgram('classic', `id ${APP_ID}`).main);
  const padded = { ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`images/picture-${i}.png`, 'x'])), ...main };
  await inTree(
    {
      'given.wxapkg': encryptWxapkg(packWxapkg({ ...main, ...order }), APP_ID),
      [`${APP_ID}/12/__APP__.wxapkg`]: encryptWxapkg(packWxapkg({ ...main, ...order }), APP_ID),
      'told/x.wxapkg': encryptWxapkg(told, APP_ID),
      'part/x.wxapkg': encryptWxapkg(packWxapkg(padded), APP_ID),
    },
    async (root) => {
      const given = await readPrograms(join(root, 'given.wxapkg'), { appId: APP_ID });
      expect(given.programs[0]?.appId).toBe(APP_ID);
      whole(given.programs[0]);
      whole((await readPrograms(join(root, APP_ID))).programs[0]);
      const found = await readPrograms(join(root, 'told/x.wxapkg'));
      expect(found.programs[0]?.appId).toBe(APP_ID);
      const [part] = (await readPrograms(join(root, 'part/x.wxapkg'), { appId: 'wxffffffffffffffff' })).programs;
      expect(part?.appId).toBeNull();
      expect(part?.unread[0]?.why).toMatch(/只解开了 \d+(?:\.\d)?% 的字节/);
      expect(part?.config.pages).toHaveLength(2);
      expect(tags(part?.templates.get('pages/login/login')?.nodes)).toContain('button');
      expect(part?.files.map((file) => file.inProgram)).toContain('pages/login/login.js');
    },
  );
});

test('the AppID of a main package opens the subpackages that came with it; names of several folders differ', async () => {
  const { order } = compiledProgram('classic');
  const { main } = compiledProgram('classic', `id ${APP_ID}`);
  await inTree(
    {
      'm/x.wxapkg': encryptWxapkg(packWxapkg(main), APP_ID),
      's/x.wxapkg': encryptWxapkg(packWxapkg({ ...order, 'a.png': 'x'.repeat(2000) }), APP_ID),
    },
    async (root) => {
      const { programs } = await readPrograms([join(root, 's/x.wxapkg'), join(root, 'm/x.wxapkg')]);
      expect(programs).toHaveLength(1);
      whole(programs[0]);
      expect(programs[0]?.read).toEqual(['m/x.wxapkg (3)', 's/x.wxapkg (3)']);
    },
  );
});

test('templates and configurations of the newer renderer, which stand among the scripts', async () => {
  const scripts = `__wxCodeSpace__.addComponentStaticConfig("p/p",{component:!0,usingComponents:{"agree-box":"/c/c"}});__wxCodeSpace__.batchAddCompiledTemplate((G,R,D)=>{return {"p/p":(()=>{var H={};H[""]=(R,C,D,U)=>{var O=R.r,b=(C)=>{},a=(C,T,E)=>{E("agree-box",{},(N,C)=>{if(C)O(N,"bind:ok","ok")},b)};return {C:a,B:{}}};return H})()}});define("p/p.js",function(require,module,exports){\nPage({})\n},{isPage:true});`;
  const packed = packWxapkg({ 'app-config.json': '{"pages":["p/p"]}', 'p/p.appservice.js': scripts, 'c/c.js': 'Component({})' });
  await inTree({ 'a.wxapkg': packed }, async (root) => {
    const [program] = (await readPrograms(join(root, 'a.wxapkg'))).programs;
    expect(tags(program?.templates.get('p/p')?.nodes)).toEqual(['agree-box']);
    expect(program?.config.components.get('p/p')?.get('agree-box')).toBe('c/c');
    expect(program?.files.find((file) => file.inProgram === 'p/p.js')?.text.trim()).toBe('Page({})');
    expect(program?.unread).toEqual([]);
  });
});

test('an unpacked package in a folder, a package of Alipay, and what is neither', async () => {
  const { main, order } = compiledProgram('component');
  const loose = Object.fromEntries(Object.entries({ ...main, ...order }).map(([path, text]) => [`out/${path}`, text]));
  const tar = packTar({
    'appConfig.json': '{"pages":["pages/a/a"]}',
    'index.worker.js': 'my.getLocation({})',
    'index.js': '1',
    '../../outside.js': '1',
  });
  await inTree({ ...loose, 'x.amr': gzipSync(tar), 'y.wxapkg': 'nothing of the kind' }, async (root) => {
    const { programs, unread } = await readPrograms(root);
    writeFileSync(join(root, 'x.tar'), tar);
    whole(programs.find((one) => one.root === 'out'));
    const alipay = programs.find((one) => one.platform === 'alipay');
    expect(alipay?.files.find((file) => file.inProgram === 'index.worker.js')?.text).toContain('getLocation');
    expect(alipay?.unread.map((one) => one.why)).toEqual([
      expect.stringContaining('指向外部'),
      expect.stringContaining('没有还原成模板'),
      expect.stringContaining('没有找到它的文件'),
    ]);
    expect(unread.map((one) => one.what)).toEqual(['y.wxapkg']);
    expect([looksLikePackage(join(root, 'x.tar')), looksLikePackage(join(root, 'y.wxapkg'))]).toEqual([true, false]);
  });
});

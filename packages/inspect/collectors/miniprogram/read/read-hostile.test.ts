import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCompiled } from './compiled/read-compiled.ts';
import { readPrograms } from './read-programs.ts';
import { compileTemplates } from './testing/compile-template.ts';
import { newDice } from './testing/mutate.ts';
import { compiledProgram, LOGIN_TEMPLATE, ORDER_TEMPLATE } from './testing/compiled-program.ts';
import { DAMAGED_APP_ID, damagedPackages } from './testing/damaged.ts';
import { packWxapkg, packZip } from './testing/pack.ts';
import { inTree } from './testing/write-tree.ts';

const { main, order } = compiledProgram('middle');
const plain = packWxapkg({ ...main, ...order });

/** 250 here; the bench runs ten thousand with the same dice. */
test('a damaged package gives a program, a partial one, or what was not read; never an exception', async () => {
  await inTree({}, async (root) => {
    let told = 0;
    for (const { name, bytes } of damagedPackages(250, 20_260_101)) {
      const path = join(root, name);
      writeFileSync(path, bytes);
      const { programs, unread } = await readPrograms(path, { appId: DAMAGED_APP_ID });
      for (const program of programs) {
        for (const file of program.files) {
          expect(file.path).not.toMatch(/(?:^|\/)\.\.(?:\/|$)|^\/|\\/);
          expect(typeof file.text).toBe('string');
        }
        told += program.unread.length;
      }
      expect(programs.length + unread.length).toBeGreaterThan(0);
      told += unread.length;
    }
    expect(told).toBeGreaterThan(100);
  });
});

test('counts, sizes and names that lie are refused one by one', async () => {
  const evil = packWxapkg({ '../../evil.js': 'x', 'a\\..\\b.js': 'x', 'app-config.json': '{"pages":["p/p"]}', 'p/p.js': 'Page({})' });
  const huge = Buffer.from(plain);
  huge.writeUInt32BE(0xffffffff, 14);
  const bomb = packZip({ 'a.js': Buffer.alloc(3_000_000) });
  await inTree({ 'evil.wxapkg': evil, 'huge.wxapkg': huge, 'bomb.zip': bomb }, async (root) => {
    const [program] = (await readPrograms(join(root, 'evil.wxapkg'))).programs;
    expect(program?.files.map((file) => file.inProgram)).toEqual(['app-config.json', 'p/p.js']);
    expect(program?.unread.filter((one) => one.why.includes('不安全'))).toHaveLength(2);
    const counted = (await readPrograms(join(root, 'huge.wxapkg'))).programs[0];
    expect(counted?.unread.some((one) => one.why.includes('索引损坏'))).toBe(true);
    expect(counted?.config.pages).toHaveLength(2);
    const bombed = await readPrograms(join(root, 'bomb.zip'), { limits: { unpackedBytes: 1_000_000 } });
    expect(bombed.unread.map((one) => one.why)).toEqual(['解压后的体积超出上限，后面的文件没有读']);
  });
});

test('compiled templates damaged word by word never break the reader', () => {
  const words =
    compileTemplates(
      new Map([
        ['p/p', LOGIN_TEMPLATE],
        ['q/q', ORDER_TEMPLATE],
      ]),
      'tables',
    ).match(/\w+|\W/g) ?? [];
  const dice = newDice(7);
  let read = 0;
  for (let i = 0; i < 300; i++) {
    const damaged = [...words];
    for (let times = 1 + dice(3); times > 0; times -= 1) {
      const at = dice(damaged.length);
      damaged[at] = ['', ',', '[', `${damaged[at]}${damaged[at]}`, words[dice(words.length)] ?? ''][dice(5)] ?? '';
    }
    read += readCompiled(damaged.join(''), 1000).templates.size;
  }
  expect(read).toBeGreaterThan(300);
});

test('tables that double with every entry, and assignments without end, come to an end', async () => {
  const entries = Array.from({ length: 60 }, (_, i) => `Z([[2,'+'],z[${i}],z[${i}]])`).join('\n');
  const piece = `function gz$gwx_1(){(function(z){var a=11;function Z(ops){z.push(ops)}\nZ([3,'x'])\n${entries}})(c)}\nvar x=['./p/p.wxml'];var m0=function(e,s,r,gg){var z=gz$gwx_1()\nvar a=_n('view')\n_rz(z,a,'class',60,e,s,gg)\n_(r,a)}\ne_[x[0]]={f:m0}\nif(path&&e_[path]){}`;
  const endless = "__wxAppCode__['a.json']={".repeat(20_000);
  const bytes = packWxapkg({ 'app-config.json': '{"pages":["p/p"]}', 'page-frame.html': piece, 'app-service.js': endless });
  await inTree({ 'a.wxapkg': bytes }, async (root) => {
    const [program] = (await readPrograms(join(root, 'a.wxapkg'))).programs;
    const [view] = program?.templates.get('p/p')?.nodes ?? [];
    const value = view && 'tag' in view ? view.attributes.get('class')?.value : '';
    expect(String(value).length).toBeLessThan(30_000);
  });
});

test('circles and depth in compiled templates come to an end', async () => {
  const deep = `${'if(_oz(z,0,e,s,gg)){'.repeat(400)}${'}'.repeat(400)}`;
  const piece = `function gz$gwx_1(){(function(z){var a=11;function Z(ops){z.push(ops)}\nZ(z[1])\nZ(z[0])\nZ(${'[[7],'.repeat(300)}[3,'x']${']'.repeat(300)})\n})(c)}\nvar x=['./p/p.wxml'];d_[x[0]]={}\nvar m0=function(e,s,r,gg){var z=gz$gwx_1()\nvar a=_n('view')\nvar b=_n('view')\n_(a,b)\n_(b,a)\n_(a,a)\n_rz(z,a,'class',0,e,s,gg)\n_rz(z,b,'style',2,e,s,gg)\n_(r,a)\n_(r,a)\n${deep}\nreturn r}\ne_[x[0]]={f:m0}\nif(path&&e_[path]){}`;
  await inTree(
    { 'a.wxapkg': packWxapkg({ 'app-config.json': '{"pages":["p/p"]}', 'p/p.js': 'Page({})', 'page-frame.html': piece }) },
    async (root) => {
      const [program] = (await readPrograms(join(root, 'a.wxapkg'))).programs;
      expect(JSON.stringify(program?.templates.get('p/p')?.nodes)).toContain('view');
    },
  );
});

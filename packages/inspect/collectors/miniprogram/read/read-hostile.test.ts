import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPrograms } from './read-programs.ts';
import { compiledProgram } from './testing/compiled-program.ts';
import { mutate, newDice } from './testing/mutate.ts';
import { encryptWxapkg, packTar, packWxapkg, packZip } from './testing/pack.ts';
import { inTree } from './testing/write-tree.ts';

const { main, order } = compiledProgram('middle');
const plain = packWxapkg({ ...main, ...order });
const SEEDS = [
  { name: 'a.wxapkg', bytes: plain },
  { name: 'b.wxapkg', bytes: packWxapkg({ ...compiledProgram('component').main, ...order }) },
  { name: 'c.wxapkg', bytes: encryptWxapkg(packWxapkg(compiledProgram('classic').main), 'wx0123456789abcdef') },
  { name: 'd.zip', bytes: packZip({ 'app.json': '{"pages":["p/p"]}', 'p/p.wxml': '<view/>', 'p/p.js': 'Page({})', 'x.wxapkg': plain }) },
  { name: 'e.amr', bytes: packTar({ 'appConfig.json': '{"pages":["a/a"]}', 'index.worker.js': 'my.getLocation()' }) },
];

/** 250 here; the bench runs ten thousand with the same dice. */
test('a damaged package gives a program, a partial one, or what was not read; never an exception', async () => {
  await inTree({}, async (root) => {
    const dice = newDice(20_260_101);
    let told = 0;
    for (let i = 0; i < 250; i++) {
      const seed = SEEDS[i % SEEDS.length] ?? SEEDS[0];
      if (!seed) continue;
      const path = join(root, seed.name);
      writeFileSync(path, mutate(seed.bytes, dice));
      const { programs, unread } = await readPrograms(path, { appId: 'wx0123456789abcdef' });
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

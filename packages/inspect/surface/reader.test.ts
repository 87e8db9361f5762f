import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, readerOf } from './reader.ts';
import { type HtmlSurfaces, openHtmlSurfaces } from './testing/html-surface.ts';

let surfaces: HtmlSurfaces;
beforeAll(async () => {
  surfaces = await openHtmlSurfaces();
});
afterAll(() => surfaces.close());

const PHONE = '<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0;background:#fff}</style>';
async function read(html: string, script?: string): Promise<{ reader: Reader; id: (name: string) => number }> {
  const surface = await surfaces.surface(PHONE + html, script ? { script } : {});
  const id = (name: string) => {
    const node = surface.nodes.find((each) => each.attributes['id'] === name);
    if (!node) throw new Error(`no #${name}`);
    return node.id;
  };
  return { reader: readerOf(surface), id };
}

describe('readerOf', () => {
  it('is made once for a surface', async () => {
    const { reader } = await read('<p>x');
    expect(readerOf(reader.surface)).toBe(reader);
    expect(() => reader.node(99_999)).toThrow(RangeError);
  });

  it('reads text as seen, with names of what has no words', async () => {
    const { reader, id } = await read(
      '<div id=a><p>请 <b>阅读</b>《隐私政策》</p><img alt="同意"><p style="display:none">藏</p><input placeholder="手机号"><button aria-label="关闭"><svg width=9 height=9></svg></button><select><option>甲<option selected>乙</select></div>',
    );
    expect(reader.textOf(id('a'))).toBe('请 阅读《隐私政策》 同意 手机号 关闭 乙');
  });

  it('names controls by label, by reference, by title', async () => {
    const { reader, id } = await read(
      '<label for=a>姓名</label><input id=a><label>电话<input id=b></label><input id=c aria-labelledby=d><span id=d hidden>车牌</span><a id=e title="协议" href=#><i></i></a><input id=f type=submit value="提交">',
    );
    expect(['a', 'b', 'c', 'e', 'f'].map((name) => reader.accessibleName(id(name)))).toEqual(['姓名', '电话', '车牌', '协议', '提交']);
  });

  it('finds who gets the press: paint order, pointer-events, modal dialogs, inert', async () => {
    const page = '<button id=b style="position:absolute;left:0;top:0;width:100px;height:50px">b</button>';
    const plain = await read(page);
    expect(plain.reader.hitTest(50, 25)).toBe(plain.id('b'));
    const covered = await read(`${page}<div id=m style="position:fixed;inset:0"></div>`);
    expect(covered.reader.hitTest(50, 25)).toBe(covered.id('m'));
    expect(covered.reader.pressPoint(covered.id('b'))).toBeNull();
    const through = await read(`${page}<div style="position:fixed;inset:0;pointer-events:none"></div>`);
    expect(through.reader.hitTest(50, 25)).toBe(through.id('b'));
    const modal = await read(`${page}<dialog id=d style="top:300px"><p>x</dialog><script>d.showModal()</script>`);
    expect(modal.reader.hitTest(50, 25)).toBe(modal.id('d'));
    const inert = await read(`<div inert>${page}</div>`);
    expect(inert.reader.hitTest(50, 25)).not.toBe(inert.id('b'));
    expect(plain.reader.hitTest(-1, 5)).toBeNull();
  });

  it('presses a link that wraps on one of its lines', async () => {
    const { reader, id } = await read('<p style="width:200px">前文前文前文前文前文前<a id=a href=#>链接很长折行到下一行去</a>后文</p>');
    const point = reader.pressPoint(id('a'));
    expect(point).not.toBeNull();
    expect(reader.within(reader.hitTest(point?.x ?? -1, point?.y ?? -1) ?? -1, id('a'))).toBe(true);
  });

  it('measures what scrolling boxes and the view leave', async () => {
    const { reader, id } = await read(
      '<div style="height:100px;overflow:auto"><div id=a style="height:400px">a</div></div><div id=b style="position:absolute;left:-50px;top:200px;width:100px;height:10px;background:red"></div><div id=c style="position:fixed;inset:0 0 50% 0">c</div>',
    );
    expect(reader.visibleShare(id('a'))).toBeCloseTo(0.25);
    expect(reader.visibleShare(id('b'))).toBeCloseTo(0.5);
    expect(reader.cover(id('c'))).toBeCloseTo(0.5);
  });

  it('measures contrast against what lies behind, and says nothing over pictures', async () => {
    const { reader, id } = await read(
      `<p id=a style="color:#000">a<p id=b style="color:#999">b<p id=c style="background:#07c160;color:#fff">c<p id=d style="opacity:.5;color:#000">d
       <div style="position:relative;height:30px"><i style="position:absolute;inset:0;background:#333"></i><p id=e style="position:relative;color:#fff;margin:0">e</p></div>
       <p id=f style="background:url(data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==)">f<p id=g style="background:linear-gradient(#000,#000);color:#fff">g`,
    );
    const contrast = Object.fromEntries('abcdefg'.split('').map((name) => [name, reader.contrast(id(name))]));
    expect(contrast).toMatchObject({ a: 21, b: 2.85, c: 2.38, f: null, g: 21 });
    expect(contrast['d']).toBeGreaterThan(3.5);
    expect(contrast['d']).toBeLessThan(4.5);
    expect(contrast['e']).toBeGreaterThan(12);
  });

  it('knows what can be pressed', async () => {
    const { reader, id } = await read(
      '<a id=a href=#>a</a><a id=b>b</a><div id=c role=button>c</div><div id=d style="cursor:pointer">d<span id=e>e</span></div><div id=f onclick="1">f</div><div id=g>g</div><script>g.addEventListener("click",()=>1)</script><input id=h type=hidden><p id=i>i',
    );
    expect('abcdefghi'.split('').filter((name) => reader.isClickable(id(name)))).toEqual(['a', 'c', 'd', 'f', 'g']);
  });

  it('gives short selectors that find the element again, into frames and shadow roots', async () => {
    const { reader, id } = await read(
      '<main><ul><li><li class="sc-1ab2c3 pick"><a id="css-9x8y7z">x</a></ul></main><div id=host></div><script>host.attachShadow({mode:"open"}).innerHTML="<p><b id=deep>y</b></p>"</script>',
    );
    expect(reader.selectorOf(id('css-9x8y7z'))).toBe('body > main > ul > li.pick > a');
    expect(reader.selectorOf(id('deep'))).toBe('#host >>> #deep');
  });

  it('answers family questions', async () => {
    const { reader, id } = await read('<div id=a><p id=b><i id=c>c</i></p><p id=d>d</p></div>');
    expect(reader.within(id('c'), id('a'))).toBe(true);
    expect(reader.within(id('d'), id('b'))).toBe(false);
    expect(reader.commonAncestor([id('c'), id('d')])).toBe(id('a'));
    expect(reader.closest(id('c'), (node) => node.tag === 'div')).toBe(id('a'));
    expect(reader.descendants(id('b')).length).toBe(2);
    expect(reader.ancestors(id('b'))[0]).toBe(id('a'));
  });
});

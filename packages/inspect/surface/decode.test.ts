import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawSurface } from '../collectors/web/devtools/raw-surface.ts';
import { decodeSurface } from './decode.ts';
import type { Surface, SurfaceNode } from './surface.ts';
import { type HtmlSurfaces, openHtmlSurfaces } from './testing/html-surface.ts';

let surfaces: HtmlSurfaces;
beforeAll(async () => {
  surfaces = await openHtmlSurfaces();
});
afterAll(() => surfaces.close());

const PHONE = '<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>';
const one = (surface: Surface, test: (node: SurfaceNode) => boolean): SurfaceNode => {
  const found = surface.nodes.filter(test);
  expect(found).toHaveLength(1);
  return found[0] as SurfaceNode;
};
const byId = (surface: Surface, id: string) => one(surface, (node) => node.attributes['id'] === id);
const byText = (surface: Surface, text: string) => one(surface, (node) => node.tag === '#text' && node.text.includes(text));

describe('decodeSurface', () => {
  it('gives boxes in viewport pixels however far the page is scrolled', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<p id=a style="margin:0;height:40px">a</p><div id=f style="position:fixed;left:5px;top:7px;width:11px;height:13px">f</div><div style="height:3000px">`,
      { script: 'scrollTo(0, 120)' },
    );
    expect(byId(surface, 'a').box).toMatchObject({ x: 0, y: -120, height: 40 });
    expect(byId(surface, 'f').box).toEqual({ x: 5, y: 7, width: 11, height: 13 });
    expect(surface.viewport).toMatchObject({ width: 390, height: 844, scrollY: 120 });
  });

  it('joins frames of this and of other processes, scrolled and framed, with one paint order', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<iframe style="position:absolute;left:10px;top:20px;width:200px;height:90px;border:4px solid;padding:2px" srcdoc="<body style='margin:0'><p id=n style='margin:0;height:500px'>near</p>" onload="this.contentWindow.scrollTo(0,30)"></iframe>
       <iframe style="position:absolute;left:10px;top:200px;width:200px;height:90px;border:4px solid" src="http://frame.test/x"></iframe>
       <div id=top style="position:absolute;left:0;top:0;width:390px;height:500px">above</div>`,
      { others: { 'frame.test/x': '<body style="margin:0"><button id=b>far</button>' }, wait: 200 },
    );
    expect(byId(surface, 'n').box).toMatchObject({ x: 16, y: -4 });
    expect(byId(surface, 'b').box).toMatchObject({ x: 14, y: 204 });
    expect(surface.frames.map((frame) => [frame.target, frame.url])).toEqual([
      ['page', 'http://shop.test/'],
      ['page', 'about:srcdoc'],
      ['page/frame-1', 'http://frame.test/x'],
    ]);
    expect(byId(surface, 'top').paintOrder).toBeGreaterThan(byId(surface, 'b').paintOrder);
  });

  it('opens open and closed shadow roots and puts slotted children where they are shown', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<div id=h><b>light</b></div><script>h.attachShadow({mode:'closed'}).innerHTML='<section><slot></slot><i>dark</i></section>'</script>`,
    );
    const slot = one(surface, (node) => node.tag === 'slot');
    const light = one(surface, (node) => node.tag === 'b');
    expect(light.parent).toBe(slot.id);
    expect(surface.nodes[slot.parent]?.tag).toBe('section');
    expect([byText(surface, 'dark').shadow, light.shadow]).toEqual(['closed', null]);
  });

  it('reads live values, ticks, choices and generated content, in reading order', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<style>p::before{content:"前"}p::after{content:"后"}</style><p>中</p><input id=t value=old><input id=c type=checkbox><input id=d type=radio checked>
       <textarea id=x></textarea><select id=s><option value=1>一<option value=2>二</select><script>t.value='new';c.checked=true;x.value='长';s.selectedIndex=1;</script>`,
    );
    const paragraph = one(surface, (node) => node.tag === 'p');
    expect(paragraph.children.map((id) => surface.nodes[id]?.text)).toEqual(['前', '中', '后']);
    expect([byId(surface, 't').value, byId(surface, 'x').value, byId(surface, 's').value]).toEqual(['new', '长', '2']);
    expect([byId(surface, 'c').checked, byId(surface, 'd').checked, byId(surface, 't').checked]).toEqual([true, true, null]);
  });

  it('tells what is hidden: by style, by clipping, by no room, by transparency, in a hidden frame', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<p id=a style="display:none">a<p id=b style="visibility:hidden">b<p id=c style="opacity:0">c<p id=d style="position:absolute;clip:rect(0 0 0 0)">d
       <div style="height:0;overflow:hidden"><p id=e>e</p></div><p id=f style="clip-path:inset(50%)">f<p id=g>g<iframe style="visibility:hidden" srcdoc="<p id=h>h"></iframe>
       <div style="position:absolute;opacity:.01"><p id=i>i</p></div>`,
      { wait: 50 },
    );
    expect('abcdefghi'.split('').filter((id) => byId(surface, id).visible)).toEqual(['g']);
  });

  it('leaves out scripts, comments, icon sheets and white space, and cuts over-long values', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<svg style="display:none"><symbol id=s><path d="M0 0"/></symbol></svg><!-- c --><script>1</script><style>b{}</style><img id=i src="data:image/png;base64,${'A'.repeat(5000)}"><p> </p>`,
    );
    expect(surface.nodes.filter((node) => /^(script|style|svg|path|symbol|head|meta)$/.test(node.tag))).toEqual([]);
    expect(byId(surface, 'i').attributes['src']?.length).toBe(400);
    expect(surface.nodes.filter((node) => node.tag === '#text')).toEqual([]);
  });

  it('keeps the lines of a text that wraps', async () => {
    const surface = await surfaces.surface(`${PHONE}<p style="width:60px;font-size:20px">一二三四五六七八九十</p>`);
    const text = byText(surface, '一二三');
    expect(text.lines?.length).toBeGreaterThan(2);
  });

  it('shrinks a page that is shown zoomed out to the pixels of its picture', async () => {
    const surface = await surfaces.surface(
      '<!doctype html><style>body{margin:0;width:980px}#w{width:980px;height:100px}</style><div id=w>宽</div>',
    );
    expect(byId(surface, 'w').box?.width).toBeCloseTo(390, 0);
  });

  it('never throws on an empty or torn snapshot', async () => {
    const raw = await surfaces.raw(`${PHONE}<p>x`);
    const [part] = raw.parts;
    const [document] = part?.snapshot.documents ?? [];
    if (!part || !document) throw new Error('no snapshot');
    const empty: RawSurface = { ...raw, parts: [] };
    const noDocuments: RawSurface = { ...raw, parts: [{ ...part, snapshot: { documents: [], strings: [] } }] };
    const torn: RawSurface = {
      ...raw,
      parts: [
        {
          ...part,
          snapshot: {
            strings: part.snapshot.strings.slice(0, 10),
            documents: [{ ...document, layout: { ...document.layout, bounds: [], styles: [] } }],
          },
        },
      ],
    };
    expect(decodeSurface(empty).nodes).toEqual([]);
    expect(decodeSurface(noDocuments).nodes).toEqual([]);
    expect(decodeSurface(torn).format).toBe('liangjian-surface/1');
  });

  it('cuts a tree too deep for any page and stays whole', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<script>let at=document.body;for(let i=0;i<1200;i++){const d=document.createElement('div');at.append(d);at=d}at.append('deep')</script>`,
    );
    expect(surface.nodes.length).toBeLessThan(420);
    expect(surface.nodes.every((node, id) => node.id === id && node.children.every((child) => surface.nodes[child]?.parent === id))).toBe(
      true,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITNESSED } from '../facts/witnessed.ts';
import { readSurface } from './read-surface.ts';
import { type HtmlSurfaces, openHtmlSurfaces } from './testing/html-surface.ts';

let surfaces: HtmlSurfaces;
beforeAll(async () => {
  surfaces = await openHtmlSurfaces();
});
afterAll(() => surfaces.close());

const PHONE = '<!doctype html><meta name="viewport" content="width=device-width"><p>菜单</p>';

describe('readSurface', () => {
  it('joins prompts with the ticks and links inside them', async () => {
    const surface = await surfaces.surface(
      `${PHONE}<label><input type=checkbox> 记住我</label><div style="position:fixed;inset:0;background:#0008"></div><div style="position:fixed;left:20px;right:20px;top:200px;background:#fff">
       <h3>隐私政策</h3><label><input type=checkbox checked>我已阅读并同意</label><a href="/p">《隐私政策》</a><button>不同意</button><button>同意</button></div>`,
    );
    const reading = readSurface(surface);
    const [prompt] = reading.prompts;
    expect(reading.prompts.map((each) => each.role)).toEqual(['consent']);
    expect(prompt?.ticks).toHaveLength(1);
    expect(reading.ticks.find((tick) => tick.node === prompt?.ticks[0])?.state).toBe('ticked');
    expect(prompt?.links).toHaveLength(1);
    expect(reading.text).toContain('菜单');
  });

  it('takes words recognised in a picture for its words and its buttons', async () => {
    const surface = await surfaces.surface(`${PHONE}<canvas width=390 height=844 style="position:fixed;left:0;top:0;z-index:9"></canvas>`);
    const node = surface.nodes.find((each) => each.tag === 'canvas')?.id ?? -1;
    const word = (text: string, y: number) => ({ text, box: { x: 60, y, width: 120, height: 30 } });
    expect(readSurface(surface).prompts.map((prompt) => [prompt.role, prompt.rendered])).toEqual([['unknown', 'image']]);
    const [prompt] = readSurface(surface, {
      recognisedText: [
        { node, words: [word('隐私政策提示', 200), word('请阅读并同意《隐私政策》', 240), word('不同意', 400), word('同意', 450)] },
      ],
    }).prompts;
    expect([prompt?.role, prompt?.rendered, prompt?.blocking]).toEqual(['consent', 'image', true]);
    expect(prompt?.choices.map((choice) => [choice.role, choice.box.y])).toEqual([
      ['refuse', 400],
      ['agree', 450],
    ]);
  });

  it.each([
    ['the same words', ['隐私政策提示', '请阅读并同意《隐私政策》，', '同意并继续'], true],
    ['other words', ['夏日新品上市', '全场八折起', '立即抢购'], false],
    ['no words', [], false],
  ] as const)('relies on the alternative text of a dialog that is a picture when borne out by %s', async (_, read, borneOut) => {
    const alt = '隐私政策提示：请阅读并同意《隐私政策》，点击同意并继续';
    const surface = await surfaces.surface(
      `${PHONE}<div style="position:fixed;inset:0;background:#0008"><img onclick="1" alt="${alt}" style="position:absolute;left:40px;top:200px;width:300px;height:220px" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='300' height='220'/%3E"></div>`,
    );
    const node = surface.nodes.find((each) => each.tag === 'img')?.id ?? -1;
    const words = read.map((text, at) => ({ text, box: { x: 60, y: 220 + at * 40, width: 200, height: 20 } }));
    const [prompt] = readSurface(surface, { recognisedText: [{ node, words }] }).prompts;
    expect([prompt?.role, prompt?.rendered, prompt?.why.includes(WITNESSED)]).toEqual(['consent', 'image', borneOut]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readPictures } from './read-pictures.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width"><style>body{margin:0}img,canvas{display:block}</style>';
const brief = async (html: string) =>
  readPictures(await browser.surface(HEAD + html)).map((picture) => `${picture.source.split('/').at(-1)}:${picture.overlay}`);

describe('pictures that may carry words', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['large picture', '<img src="/poster.png" width=390 height=400>', ['poster.png:false']],
    ['small picture', '<img src="/dish.png" width=120 height=120>', []],
    [
      'small picture in a layer',
      '<div style="position:fixed;inset:0;background:#0008"><img src="/ask.png" width=280 height=180></div>',
      ['ask.png:true'],
    ],
    ['icon in a layer', '<div style="position:fixed;inset:0"><img src="/x.png" width=24 height=24></div>', []],
    ['background of a dialog', '<div role=dialog style="width:300px;height:200px;background:url(/gift.png)"></div>', ['gift.png:true']],
    [
      'ground under live text',
      '<div style="background:url(/paper.png);height:800px"><p>招牌奶茶 十八元 芋泥波波 二十元 杨枝甘露 二十二元 手打柠檬茶 十五元</p></div>',
      [],
    ],
    ['canvas', '<canvas width=390 height=500></canvas>', ['canvas:false']],
    ['map', '<div class="amap-container"><canvas width=390 height=500></canvas></div>', []],
    ['gradient', '<div style="height:500px;background:linear-gradient(red,blue)"></div>', []],
    ['below the fold', '<div style="height:900px"></div><img src="/poster.png" width=390 height=400>', []],
    ['hidden', '<img src="/poster.png" width=390 height=400 style="visibility:hidden">', []],
    ['spacer', '<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width=390 height=500>', []],
  ];
  it.each(cases)('%s', async (_, html, expected) => expect(await brief(html)).toEqual(expected));
});

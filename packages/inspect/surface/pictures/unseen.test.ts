import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HtmlSurfaces, openHtmlSurfaces } from '../testing/html-surface.ts';
import { readPictures } from './read-pictures.ts';

let browser: HtmlSurfaces;
beforeAll(async () => {
  browser = await openHtmlSurfaces();
});
afterAll(() => browser.close());
const HEAD = '<!doctype html><meta name=viewport content="width=device-width"><style>body{margin:0}</style>';

/** Cases written after the limits were set; kept as regression. */
describe('unseen pictures', () => {
  const cases: readonly (readonly [string, string, readonly boolean[]])[] = [
    ['whole page as one picture', '<img src=/page.jpg style="width:100vw;height:100vh">', [false]],
    ['dialog element', '<dialog open style="width:300px;height:260px"><img src=/a.png width=260 height=200></dialog>', [true]],
    [
      'popup absolute in a fixed mask',
      '<div style="position:fixed;inset:0"><div style="position:absolute;left:40px;top:200px;width:300px;height:300px;background-image:url(/pop.png)"></div></div>',
      [true],
    ],
    ['floating service button', '<div style="position:fixed;right:8px;bottom:80px"><img src=/kf.png width=56 height=56></div>', []],
    ['banner of a fifth', '<img src=/b.png width=390 height=160>', []],
    ['two dishes side by side', '<img src=/1.png width=190 height=190><img src=/2.png width=190 height=190>', []],
    ['covered by overflow', '<div style="height:100px;overflow:hidden"><img src=/t.png width=390 height=900></div>', []],
    ['body ground without words', '<body style="background:url(/bg.png);height:100vh"></body>', [false]],
    ['shadow of inline svg', '<svg width=390 height=500><rect width=390 height=500 /></svg>', []],
    ['poster of a film', '<video poster=/v.jpg width=390 height=400></video>', [false]],
    ['film without poster', '<video width=390 height=400></video>', []],
    ['broken empty source', '<img src="" width=390 height=400>', []],
    ['input image', '<input type=image src=/go.png style="width:390px;height:300px">', [false]],
    ['transparent', '<img src=/x.png width=390 height=400 style="opacity:0">', []],
    ['code to follow in a layer', '<div role=dialog><img src=/qr.png width=180 height=180></div>', [true]],
    ['sticky bar icon row', '<div style="position:fixed;bottom:0;width:100%"><img src=/tab.png width=48 height=48></div>', []],
    ['map canvas by id', '<div id="map"><canvas width=390 height=500></canvas></div>', []],
    ['signature pad', '<div class="sign"><canvas width=390 height=240></canvas></div>', [false]],
    [
      'figure with caption',
      '<figure style="margin:0"><img src=/f.png width=390 height=300><figcaption>本店外景</figcaption></figure>',
      [false],
    ],
    ['embedded picture', '<img src="data:image/png;base64,iVBORw0KGgo=" width=390 height=400>', [false]],
  ];
  it.each(cases)('%s', async (_, html, expected) =>
    expect(readPictures(await browser.surface(HEAD + html)).map((picture) => picture.overlay)).toEqual(expected),
  );
});

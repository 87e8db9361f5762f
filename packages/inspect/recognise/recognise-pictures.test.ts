import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../collectors/web/browser/launch.ts';
import { openTestSite, openVisit, type TestSite } from '../collectors/web/testing/open-visit.ts';
import { visitorProfile } from '../collectors/web/session/profile.ts';
import { decodeSurface } from '../surface/decode.ts';
import { readSurface } from '../surface/read-surface.ts';
import type { Surface } from '../surface/surface.ts';
import { endOcr, readRegion } from './ocr.ts';
import { picturesToRead, recognisePictures } from './recognise-pictures.ts';
import { wordlessOverlays } from './wordless-overlays.ts';

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openTestSite()]);
});
afterAll(async () => {
  await endOcr();
  site.close();
  await browser.close();
  browser.discard();
});

const words = (x: number, y: number, size: number, fill: string, text: string) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle">${text}</text>`;
const svg = (body: string, width = 310, height = 260) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans SC, sans-serif">${body}</svg>`;
const ASK = svg(
  `<rect width="310" height="260" rx="14" fill="#fff"/>${words(155, 42, 18, '#222', '隐私政策提示')}${words(155, 90, 14, '#333', '请阅读并同意《隐私政策》')}
  <rect x="20" y="180" width="126" height="44" rx="22" fill="#eee"/>${words(83, 208, 16, '#666', '不同意')}
  <rect x="164" y="180" width="126" height="44" rx="22" fill="#0b7d74"/>${words(227, 208, 16, '#fff', '同意并继续')}`,
);
const COUPON = svg(
  `<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#ff5a3c"/><stop offset="1" stop-color="#d8122a"/></linearGradient></defs>
  <rect width="300" height="340" rx="20" fill="url(#g)"/><circle cx="40" cy="300" r="60" fill="#ff8a5c" opacity=".5"/>
  ${words(150, 70, 26, '#fff3c4', '新人专享红包')}${words(150, 130, 20, '#ffe9a0', '领取20元优惠券')}
  <rect x="50" y="210" width="200" height="50" rx="25" fill="#ffd75e"/>${words(150, 242, 19, '#b3131f', '立即领取')}${words(150, 310, 13, '#ffd9d0', '下次再说')}`,
  300,
  340,
);
const DISHES = svg(
  '<rect width="310" height="260" fill="#7a5"/><circle cx="90" cy="120" r="70" fill="#c63"/><ellipse cx="220" cy="140" rx="60" ry="90" fill="#eda"/>',
);

/** Shows a page with a layer over it and returns what a look returns: the surface and its picture. */
async function look(layer: string, picture: string, scale = 2): Promise<{ surface: Surface; picture: Buffer }> {
  site.pages.set('a.test/p.svg', (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture));
  site.pages.set(
    'a.test/',
    `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0"><p>招牌奶茶 十八元</p><p>桂花米糕 十二元</p>
    <div style="position:fixed;inset:0;background:#000b;display:flex;align-items:center;justify-content:center">${layer}</div>`,
  );
  let taken: Buffer = Buffer.alloc(0);
  const keep = async (bytes: Uint8Array) => {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) taken = Buffer.from(bytes);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
  };
  const profile = visitorProfile('mobile', browser.identity.product, scale);
  const { session } = await openVisit(browser, site, { profile, artefacts: { put: keep } });
  await session.goto('http://a.test/');
  await session.settle('arrive');
  const surface = decodeSurface(await session.snapshot());
  await session.screenshot('fine');
  await session.close();
  return { surface, picture: taken };
}

async function read({ surface, picture }: { surface: Surface; picture: Buffer }) {
  const recognised = await recognisePictures(surface, picturesToRead(readSurface(surface)), picture);
  const whole: Surface = { ...surface, recognised };
  const reading = readSurface(whole);
  const [prompt] = reading.prompts;
  return {
    texts: recognised.flatMap((one) => one.words.map((word) => word.text)),
    recognised,
    prompt,
    wordless: wordlessOverlays(whole, reading),
  };
}

test.each([
  ['img', '<img src="/p.svg">'],
  ['background', '<div style="width:310px;height:260px;background:url(/p.svg)"></div>'],
  [
    'canvas',
    '<canvas id="c" width="310" height="260"></canvas><script>const i=new Image();i.onload=()=>c.getContext("2d").drawImage(i,0,0);i.src="/p.svg"</script>',
  ],
])('a consent dialog drawn as %s is understood, each button where it is drawn', async (_, layer) => {
  const seen = await look(layer, ASK);
  const { prompt, texts, wordless } = await read(seen);
  expect(texts).toEqual(['隐私政策提示', '请阅读并同意《隐私政策》', '不同意', '同意并继续']);
  expect([prompt?.role, prompt?.rendered, prompt?.blocking, wordless.length]).toEqual(['consent', 'image', true, 0]);
  expect(prompt?.choices.map((choice) => choice.role)).toEqual(['refuse', 'agree']);
  // The picture's corner is at 40,292.
  const drawn = [
    [83, 202],
    [227, 202],
  ] as const;
  for (const [at, [x, y]] of drawn.entries()) {
    const box = prompt?.choices[at]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(Math.abs(box.x + box.width / 2 - 40 - x)).toBeLessThan(8);
    expect(Math.abs(box.y + box.height / 2 - 292 - y)).toBeLessThan(8);
  }
});

test('a drawn coupon is no consent, and can be put off', async () => {
  const { prompt, texts } = await read(await look('<img src="/p.svg">', COUPON));
  expect(texts).toEqual(['新人专享红包', '领取20元优惠券', '立即领取', '下次再说']);
  expect(prompt?.role).toBe('coupon');
  expect(prompt?.choices.map((choice) => choice.role)).toContain('later');
});

test('a picture without words stays one that cannot be told', async () => {
  const { prompt, texts, wordless } = await read(await look('<img src="/p.svg">', DISHES));
  expect([texts, prompt?.role, wordless.length]).toEqual([[], 'unknown', 1]);
});

test('a see-through sheet over the page does not say what the page says', async () => {
  site.pages.clear();
  const { texts } = await read(
    await look('</div><canvas width="390" height="844" style="position:fixed;inset:0;pointer-events:none"></canvas><div>', ASK),
  );
  expect(texts).toEqual([]);
});

test('the same picture gives the same words, whatever was read before', async () => {
  const ask = await look('<img src="/p.svg">', ASK, 1);
  const region = { left: 40, top: 292, width: 310, height: 260 };
  const passes = [
    { layout: '11', threshold: '0' },
    { layout: '6', threshold: '2' },
  ] as const;
  const first = await readRegion(ask.picture, region, passes, 30_000);
  const coupon = await look('<img src="/p.svg">', COUPON);
  await readRegion(coupon.picture, { left: 80, top: 584, width: 620, height: 520 }, passes, 30_000);
  expect(first?.flat().length).toBeGreaterThan(2);
  expect(await readRegion(ask.picture, region, passes, 30_000)).toEqual(first);
});

test('a page without a picture in front has nothing to read', async () => {
  const { surface, picture } = await look(
    '<div role="dialog" style="background:#fff">请阅读并同意《隐私政策》<button>不同意</button><button>同意</button></div>',
    ASK,
  );
  expect(picturesToRead(readSurface(surface))).toEqual([]);
  expect(await recognisePictures(surface, [], picture)).toEqual([]);
});

test('damaged pictures and pictures that take too long are not read, and the next one is', async () => {
  const seen = await look('<img src="/p.svg">', ASK);
  const region = { left: 80, top: 584, width: 620, height: 520 };
  const passes = [{ layout: '6', threshold: '0' }] as const;
  const header = seen.picture.subarray(0, 400);
  expect(await recognisePictures(seen.surface, picturesToRead(readSurface(seen.surface)), Buffer.from(header))).toEqual([]);
  expect(
    await recognisePictures(seen.surface, picturesToRead(readSurface(seen.surface)), Buffer.from('not a picture at all, but some text')),
  ).toEqual([]);
  expect(await readRegion(seen.picture, region, passes, 1)).toBeNull();
  expect((await readRegion(seen.picture, region, passes, 30_000))?.flat().length).toBeGreaterThan(2);
});

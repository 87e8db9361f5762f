import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeSurface } from '../../../surface/decode.ts';
import { type Browser, launchBrowser } from '../browser/launch.ts';
import { openTestSite, openVisit, type TestSite } from '../testing/open-visit.ts';

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  // As full Chrome does: frames of other sites in processes of their own.
  [browser, site] = await Promise.all([launchBrowser(['--site-per-process']), openTestSite()]);
});
afterAll(async () => {
  site.close();
  await browser.close();
  browser.discard();
});

const page = (body: string): string => `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0">${body}`;

test('frames in other processes are recorded from their first request, decoded in place and tapped', async () => {
  site.pages.set(
    'a.test/',
    page('<iframe src="http://b.test/frame" style="position:absolute;left:30px;top:100px;width:300px;height:200px;border:0"></iframe>'),
  );
  site.pages.set(
    'b.test/frame',
    page(`<script src="/first.js"></script><img src="/first.png"><script>localStorage.setItem('frame','1');document.cookie='f=1'</script>
    <iframe src="http://a.test/inner" style="position:absolute;left:10px;top:20px;width:200px;height:100px;border:0"></iframe>`),
  );
  site.pages.set('a.test/inner', page('<button style="width:100px;height:40px" onclick="fetch(\'/deep\')">deep</button>'));
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://a.test/');
  await session.settle('arrive');
  const raw = await session.snapshot();
  expect(raw.parts.map((part) => [part.target, part.parentTarget, part.frameUrl])).toEqual([
    ['page', null, 'http://a.test/'],
    ['page/frame-1', 'page', 'http://b.test/frame'],
    ['page/frame-1/frame-1', 'page/frame-1', 'http://a.test/inner'],
  ]);
  const button = decodeSurface(raw).nodes.find((node) => node.tag === 'button');
  expect(button?.box).toEqual({ x: 40, y: 120, width: 100, height: 40 });
  await session.tap(90, 140);
  await session.settle('short');
  await session.close();
  expect(site.received.map((one) => one.url)).toContain('/deep');
  const paths = of('request')
    .filter((event) => event.seenBy.includes('devtools'))
    .map((event) => URL.parse(event.url)?.pathname);
  expect(paths.toSorted()).toEqual(['/', '/deep', '/first.js', '/first.png', '/frame', '/inner']);
  expect(of('storage')).toMatchObject([{ target: 'page/frame-1', key: 'frame' }]);
});

test('a browser that dies ends the arm, not us: commands fail, the ledger closes', async () => {
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://a.test/');
  await session.settle('arrive');
  void browser.client.send('Browser.crash').catch(() => {});
  await expect(session.snapshot()).rejects.toThrow();
  await session.close();
  expect(session.alive()).toBe(false);
  expect(of('request').length).toBeGreaterThan(0);
});

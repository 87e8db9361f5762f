import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCapture } from '../../capture/read-capture.ts';
import type { Fact } from '../../facts/fact.ts';
import { judgeCapture } from '../../judge.ts';
import { endOcr } from '../../recognise/ocr.ts';
import { openBrowserPool } from './browser/pool.ts';
import { inspectWeb } from './collect.ts';
import { openTestSite, type TestSite } from './testing/open-visit.ts';

const pool = openBrowserPool();
const root = mkdtempSync(join(tmpdir(), 'liangjian-drawn-'));
let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(async () => {
  await endOcr();
  await pool.close();
  site.close();
  rmSync(root, { recursive: true, force: true });
});

/** A layer whose words and buttons are drawn: only a press in the right half of it agrees, only one in the left half refuses. */
const DRAWN = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>示例小店</title>
<body style="margin:0"><p>招牌奶茶 十八元</p><button onclick="fetch('/ordered')">开始点餐</button>
<div id="layer" style="position:fixed;inset:0;background:#000b"><canvas id="c" width="620" height="520" style="position:absolute;left:40px;top:240px;width:310px;height:260px"></canvas></div>
<script>
const g = c.getContext('2d'); g.scale(2, 2); const round = (x, y, w, h, colour) => { g.fillStyle = colour; g.beginPath(); g.roundRect(x, y, w, h, 20); g.fill(); };
const say = (x, y, size, colour, words) => { g.font = size + 'px "Noto Sans SC"'; g.fillStyle = colour; g.textAlign = 'center'; g.fillText(words, x, y); };
round(0, 0, 310, 260, '#fff'); say(155, 42, 18, '#222', '隐私政策提示'); say(155, 90, 14, '#333', '请阅读并同意《隐私政策》');
round(20, 180, 126, 44, '#eee'); say(83, 208, 16, '#555', '不同意'); round(164, 180, 126, 44, '#0b7d74'); say(227, 208, 16, '#fff', '同意并继续');
c.onclick = (event) => { if (event.offsetY < 180 || event.offsetY > 224) return; fetch(event.offsetX < 146 ? '/refused' : '/agreed'); layer.remove(); };
</script>`;

test('each arm presses its own button of a drawn dialog, and a later judge reads the same words without recognising anything', async () => {
  site.pages.set('a.test/', DRAWN);
  const folder = join(root, 'drawn');
  const { report } = await inspectWeb(pool, {
    url: 'http://a.test/',
    scene: 'S1',
    channel: null,
    folder,
    allowPrivate: ['all'],
    hostMap: site.hostMap,
    control: false,
    profile: 'mobile',
    armMs: 40_000,
  });
  // The accounts are read on a visit of their own, which may answer once more.
  const answers = [...new Set(site.received.map((one) => one.url).filter((url) => /refused|agreed/.test(url)))];
  expect(answers.sort()).toEqual(['/agreed', '/refused']);
  const of = <T extends Fact['type']>(type: T) => report.facts.filter((fact) => fact.type === type) as unknown as Fact<T>[];
  expect(of('prompt').map(({ detail }) => [detail.role, detail.rendered])).toEqual([['consent', 'image']]);
  const choices = of('choice').map(({ detail, label }) => [detail.role, label, detail.effect.tried, detail.effect.closed]);
  expect(choices.sort()).toEqual([
    ['agree', '同意并继续', true, 'yes'],
    ['refuse', '不同意', true, 'yes'],
  ]);
  const [refuse] = of('choice').filter(({ detail }) => detail.role === 'refuse');
  expect(refuse?.evidence[0]?.box?.x).toBeGreaterThan(60);
  expect(refuse?.evidence[0]?.box?.width).toBeLessThan(126);
  expect(of('limit').filter(({ detail }) => detail.what === 'unreadable-image')).toEqual([]);
  expect(judgeCapture(readCapture(folder)).facts).toEqual(report.facts);
});

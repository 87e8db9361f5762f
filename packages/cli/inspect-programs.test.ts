import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiledProgram } from '../inspect/collectors/miniprogram/read/testing/compiled-program.ts';
import { packWxapkg } from '../inspect/collectors/miniprogram/read/testing/pack.ts';
import { liangjian } from './testing/spawn.ts';

const home = mkdtempSync(join(tmpdir(), 'liangjian-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const LOCATION = '    wx.getLocation({ type: "gcj02" })';
const SHOP = {
  'app.json': JSON.stringify({ pages: ['pages/index/index'], window: { navigationBarTitleText: '扫码点餐' } }),
  'app.js': 'App({})',
  'pages/index/index.js': `Page({\n  onLoad() {\n${LOCATION}\n  },\n})\n`,
  'pages/index/index.wxml': '<view>堂食 开始点餐 桌号</view>',
};
const CLEAN = { ...SHOP, 'pages/index/index.js': 'Page({})\n' };

function tree(name: string, ...programs: readonly (readonly [folder: string, files: Readonly<Record<string, string>>])[]): string {
  const root = join(home, name);
  for (const [folder, files] of programs)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, folder, path)), { recursive: true });
      writeFileSync(join(root, folder, path), text);
    }
  return root;
}
/** No browser is there to be started: files need none. */
const bare = { env: { LIANGJIAN_BROWSER: join(home, 'no-browser') } };

test('a source folder is told from its files; the source line is quoted; exit status by what was found and read', async () => {
  const faulty = tree('faulty', ['', SHOP]);
  const gone = tree('gone', ['', { ...CLEAN, 'app.json': JSON.stringify({ pages: ['pages/index/index', 'pages/no/no'] }) }]);
  const [bad, good, part, none] = await Promise.all([
    liangjian(['inspect', faulty], bare),
    liangjian(['inspect', tree('clean', ['', CLEAN]), '--lang', 'en'], bare),
    liangjian(['inspect', gone], bare),
    liangjian(['inspect', tree('java', ['', { 'A.java': 'class A {}' }])], bare),
  ]);
  expect([bad.status, good.status, part.status, none.status]).toEqual([1, 0, 3, 2]);
  expect(bad.out).toContain(`pages/index/index.js:3\n          ${LOCATION.trim()}`);
  expect(good.out).not.toMatch(/✗/);
  expect(part.out).toContain('pages/no/no');
  expect(none.err).toMatch(/没有找到小程序/);
}, 60_000);

test('several programs of one folder: a line each in order; SARIF is one log that names files from the repository on', async () => {
  const root = tree('both', ['a', SHOP], ['b', CLEAN]);
  const [json, sarif] = await Promise.all([
    liangjian(['inspect', root, '--format', 'json', '--scene', 'S1'], bare),
    liangjian(['inspect', root, '--format', 'sarif', '--sarif-base', home], bare),
  ]);
  const reports = json.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reports.map(({ touchpoint }) => touchpoint.locator)).toEqual([`${root} › a`, `${root} › b`]);
  expect(reports.map(({ touchpoint }) => touchpoint.sceneBasis)).toEqual(['given', 'given']);
  expect(json.status).toBe(1);
  const log = JSON.parse(sarif.out);
  expect(log.runs).toHaveLength(2);
  const [first] = log.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'G10')[0].locations;
  expect(first.physicalLocation).toMatchObject({
    artifactLocation: { uri: 'both/a/pages/index/index.js' },
    region: { startLine: 3, startColumn: 5, snippet: { text: LOCATION.trim() } },
  });
}, 60_000);

test('what is known, or set aside with a reason, does not fail; what is new does', async () => {
  const root = tree('known', ['', SHOP]);
  const known = join(home, 'known.json');
  const page = join(root, 'pages/index/index.js');
  const written = await liangjian(['inspect', root, '--write-baseline', known], bare);
  writeFileSync(page, `// a line above moves all others\n${SHOP['pages/index/index.js']}`);
  const again = await liangjian(['inspect', root, '--baseline', known], bare);
  expect([written.status, again.status]).toEqual([0, 0]);
  expect(again.out).toContain('已由开发者说明理由');
  const reason = '// liangjian: not applicable G08, G10, G20 because the page is a map and says so';
  writeFileSync(page, SHOP['pages/index/index.js'].replace(LOCATION, `    ${reason}\n${LOCATION}`));
  const told = await liangjian(['inspect', root], bare);
  expect(told.status, told.out).toBe(0);
  expect(told.out).toContain('the page is a map and says so');
  writeFileSync(page, SHOP['pages/index/index.js'].replace(LOCATION, `${LOCATION}\n    wx.chooseAddress()\n    wx.getClipboardData()`));
  expect((await liangjian(['inspect', root, '--baseline', known], bare)).status).toBe(1);
}, 60_000);

test('results are kept and judged again; packages of one program go together', async () => {
  const out = join(home, 'out');
  const root = tree('kept', ['', SHOP]);
  const kept = await liangjian(['inspect', root, '--out', out, '--format', 'json', '--keys', join(home, 'keys')], bare);
  expect(kept.status).toBe(1);
  expect(existsSync(join(out, 'bundle.wacz'))).toBe(true);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('pages/index/index.js:3');
  rmSync(root, { recursive: true });
  const [again, bundle] = await Promise.all([
    liangjian(['judge', out, '--format', 'json']),
    liangjian(['judge', join(out, 'bundle.wacz'), '--format', 'json']),
  ]);
  expect(JSON.parse(again.out)).toEqual(JSON.parse(kept.out));
  expect(JSON.parse(bundle.out)).toEqual(JSON.parse(kept.out));

  const parts = compiledProgram('classic');
  const [main, order] = [join(home, 'main.wxapkg'), join(home, 'order.wxapkg')];
  writeFileSync(main, packWxapkg(parts.main));
  writeFileSync(order, packWxapkg(parts.order));
  const [alone, together] = await Promise.all([
    liangjian(['inspect', main, '--format', 'json'], bare),
    liangjian(['inspect', main, order, '--together', '--format', 'json'], bare),
  ]);
  const fields = ({ out: json }: { out: string }) => JSON.parse(json).facts.filter(({ type }: { type: string }) => type === 'field').length;
  expect(alone.status).toBe(3);
  expect([fields(alone), fields(together)]).toEqual([0, 1]);
}, 90_000);

test('--watch inspects again when a file changes, and ends when interrupted', async () => {
  const root = tree('watched', ['', CLEAN]);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bin/liangjian.js'), 'inspect', root, '--watch'], {
    env: { ...process.env, ...bare.env, LANG: 'zh_CN.UTF-8' },
  });
  let said = '';
  const heard = (words: string) =>
    new Promise<void>((resolve) => {
      const look = (chunk?: Buffer) => {
        said += chunk?.toString() ?? '';
        if (said.includes(words)) resolve();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
    });
  await heard('正在等待文件改动');
  const found = heard('pages/index/index.js:3');
  writeFileSync(join(root, 'pages/index/index.js'), SHOP['pages/index/index.js']);
  await found;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 60_000);

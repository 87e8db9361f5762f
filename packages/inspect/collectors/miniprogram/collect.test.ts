import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCapture } from '../../capture/read-capture.ts';
import { schemaFaults } from '../../report/testing/check-schema.ts';
import schema from '../../../../docs/inspection.schema.json' with { type: 'json' };
import { inspectPrograms, judgeStoredProgram, NoProgram, type ProgramVisit } from './collect.ts';
import { GivenUnreadable } from './given-texts.ts';

const home = mkdtempSync(join(tmpdir(), 'liangjian-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let made = 0;
const folder = (): string => join(home, `kept-${made++}`);

function writeTree(files: Readonly<Record<string, string>>): string {
  const root = join(home, `tree-${made++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const visit = (target: string, more: Partial<ProgramVisit> = {}): ProgramVisit => ({
  targets: [target],
  scene: null,
  channel: null,
  appId: null,
  policies: [],
  declared: null,
  baseline: [],
  folder: () => null,
  ...more,
});

const SHOP = {
  'app.json': JSON.stringify({ pages: ['pages/index/index'], window: { navigationBarTitleText: '扫码点餐' } }),
  'app.js': 'App({})',
  'pages/index/index.js': 'Page({\n  onLoad() {\n    wx.getLocation({ type: "gcj02" })\n  },\n})\n',
  'pages/index/index.wxml': '<view>堂食 开始点餐 桌号</view>',
};

test('a program of a folder: facts with places, a guessed scene, artefacts named, a report that keeps the contract', async () => {
  const root = writeTree(SHOP);
  const [one, more] = await inspectPrograms(visit(root));
  expect(more).toBeUndefined();
  const report = one?.report;
  expect(report?.touchpoint).toMatchObject({ kind: 'miniprogram', locator: root, scene: 'S1', sceneBasis: 'guessed', channel: 'dine-in' });
  expect(report?.environment).toMatchObject({ browser: null, profile: null, blankControl: null });
  const failed = report?.outcomes.filter(({ outcome }) => outcome === 'fail').map(({ requirement }) => requirement);
  expect(failed).toContain('G10');
  const fact = report?.facts.find(({ type }) => type === 'collects');
  expect(fact?.evidence[0]).toMatchObject({ file: 'pages/index/index.js', line: 3 });
  expect(report?.artefacts.map(({ sha256 }) => sha256)).toContain(fact?.evidence[0]?.artefact);
  expect(schemaFaults(JSON.parse(JSON.stringify(report)), schema)).toEqual([]);
});

test('a stored program is judged again from the folder alone, with what was handed over beside it', async () => {
  const root = writeTree(SHOP);
  const policy = join(root, '..', `policy-${made++}.txt`);
  writeFileSync(policy, '隐私政策\n我们收集您的手机号，用于送餐联系。');
  const declared = join(root, '..', `declared-${made++}.json`);
  writeFileSync(declared, '{"privacy_list":["PhoneNumber"]}');
  const kept = folder();
  const [one] = await inspectPrograms(visit(root, { policies: [policy], declared, scene: 'S1', folder: () => kept }));
  rmSync(root, { recursive: true });
  rmSync(policy);
  const again = await judgeStoredProgram(readCapture(kept));
  expect(again?.facts).toEqual(one?.report.facts);
  expect(again?.outcomes).toEqual(one?.report.outcomes);
  expect(again?.outcomes.find(({ requirement }) => requirement === 'G12')?.outcome).toBe('fail');
});

test('several programs of one folder give one report each, below the same root; packages of nobody give none', async () => {
  const root = writeTree({
    ...Object.fromEntries(Object.entries(SHOP).map(([path, text]) => [`guest/${path}`, text])),
    ...Object.fromEntries(Object.entries(SHOP).map(([path, text]) => [`staff/${path}`, text.replace('onLoad', 'onTap')])),
    'server/Main.java': 'class Main { String s = "wx.getLocation"; }',
  });
  const all = await inspectPrograms(visit(root));
  expect(all.map(({ name }) => name)).toEqual(['guest', 'staff']);
  const places = all.map(({ report }) => report.facts.find(({ type }) => type === 'collects')?.evidence[0]?.file);
  expect(places[0]).toBe('guest/pages/index/index.js');
});

test('a missing page is said, and then nothing passes', async () => {
  const root = writeTree({ ...SHOP, 'app.json': JSON.stringify({ pages: ['pages/index/index', 'pages/gone/gone'] }) });
  const [one] = await inspectPrograms(visit(root));
  expect(one?.report.coverage.notRead.map(({ what }) => what).join()).toContain('pages/gone/gone');
  expect(one?.report.outcomes.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
});

test('one clear error for what is no program, for a target that is not there, and for files of another kind', async () => {
  await expect(inspectPrograms(visit(writeTree({ 'a.java': 'class A {}' })))).rejects.toMatchObject({ code: 'no-program-found' });
  await expect(inspectPrograms(visit(join(home, 'nowhere')))).rejects.toBeInstanceOf(NoProgram);
  const pdf = join(home, 'policy.pdf');
  writeFileSync(pdf, '%PDF-1.7\n\0');
  await expect(inspectPrograms(visit(writeTree(SHOP), { policies: [pdf] }))).rejects.toBeInstanceOf(GivenUnreadable);
});

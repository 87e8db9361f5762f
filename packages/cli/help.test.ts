import { RULES } from '@liangjian/inspect';
import { requirements } from '@liangjian/law';
import { expect, test, vi } from 'vitest';
import { run } from './index.ts';
import { languageOf } from './language.ts';
import { liangjian } from './testing/spawn.ts';

const COMMANDS = [
  [],
  ...['inspect', 'judge', 'verify', 'proof', 'rules', 'diff', 'serve', 'work', 'custodians', 'import', 'audit'].map((name) => [name]),
  ['custodians', 'found'],
  ['custodians', 'admit'],
  ['audit', 'verify'],
];

/** Without a process for each: starting one takes longer than all that is tested here. */
async function helpOf(command: readonly string[], lang: string): Promise<{ status: number; out: string }> {
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    return { status: await run([...command, '--help', '--lang', lang]), out };
  } finally {
    spy.mockRestore();
  }
}

test('help of every command in both languages', async () => {
  for (const command of COMMANDS) {
    const [zh, en] = [await helpOf(command, 'zh'), await helpOf(command, 'en')];
    expect([zh.status, en.status]).toEqual([0, 0]);
    expect(zh.out).toMatch(/用法：/);
    expect(zh.out).not.toMatch(/Usage:|Options:|choices:|default:/);
    expect(en.out).toMatch(/Usage:/);
    // The names of the languages and examples aside, English help holds no Chinese.
    expect(en.out).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test('the language follows --lang, then the locale; Chinese is first', () => {
  expect(languageOf(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(languageOf(['--lang=zh'], { LANG: 'en_US.UTF-8' })).toBe('zh');
  expect(languageOf([], { LANG: 'en_US.UTF-8' })).toBe('en');
  expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('zh');
  expect(languageOf([], {})).toBe('zh');
});

test('rules: every requirement is listed, with rule or as checklist, and one is explained in both languages', async () => {
  const [list, one] = await Promise.all([liangjian(['rules', '--format', 'json']), liangjian(['rules', 'g13'])]);
  const rows = list.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toHaveLength(requirements.length);
  expect(rows.filter((row) => row.rule)).toHaveLength(RULES.length);
  expect(one.out).toMatch(/默认勾选[\s\S]*ticked in advance[\s\S]*无法判断[\s\S]*Cannot tell[\s\S]*第十四条/);
});

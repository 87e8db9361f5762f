import { describe, expect, test } from 'vitest';
import { suggest, wordSuggester } from './suggest.ts';
import { evaluate } from './testing/evaluate.ts';
import { heldTips } from './testing/tips-held.data.ts';
import { knownTips } from './testing/tips-known.data.ts';

describe('suggesting scene and kind', () => {
  test('names the words it rests on, in both languages', () => {
    const { scene, kinds, text, by } = suggest({ text: '在奶茶店扫码点餐，必须授权手机号才能下单，后来天天收到促销短信。' });
    expect(scene).toMatchObject({ value: 'S1', words: ['奶茶', '扫码点餐', '下单'] });
    expect(kinds.map(({ value }) => value).sort()).toEqual(['K1', 'K4']);
    expect(kinds.flatMap(({ words }) => words)).toEqual(expect.arrayContaining(['促销短信']));
    expect(text.zh).toContain('“扫码点餐”');
    expect(text.zh).toContain('请核对后确认');
    expect(text.en).toContain('Please check and confirm');
    expect(by).toBe('words/1');
  });

  test('says that it cannot tell', () => {
    expect(suggest({ text: '请问你们周末上班吗？' })).toMatchObject({
      scene: null,
      kinds: [],
      text: { en: expect.stringContaining('does not tell') },
    });
    expect(suggest({ text: '' })).toMatchObject({ scene: null, kinds: [] });
  });

  test('does not take what is denied for a sign', () => {
    expect(suggest({ text: '这家饭店扫码点餐并没有强制授权手机号，就是菜太咸。' }).kinds).toEqual([]);
    expect(suggest({ text: '停车缴费无需注册登录，很方便，就是收费贵。' }).kinds).toEqual([]);
  });

  test('reads no book and does not stumble over floods of signs', () => {
    for (const flood of ['不给'.repeat(50_000), '没有'.repeat(50_000), '天天'.repeat(50_000), '（“'.repeat(50_000)])
      expect(suggest({ text: flood }).scene).toBeNull();
  });

  test('is right often enough on tips that were held back', () => {
    const { misses: known, ...open } = evaluate(wordSuggester, knownTips);
    const { misses, ...held } = evaluate(wordSuggester, heldTips);
    console.info('suggestion of scene and kind:', JSON.stringify({ open, held }));
    expect(open.tips + held.tips).toBeGreaterThanOrEqual(150);
    expect(held.scene).toBeGreaterThanOrEqual(0.93);
    expect(held.kind).toBeGreaterThanOrEqual(0.88);
    expect(held.scenePrecision).toBeGreaterThanOrEqual(0.95);
    expect(held.kindPrecision).toBeGreaterThanOrEqual(0.85);
    expect(known.length + misses.length).toBeLessThan(25);
  });
});

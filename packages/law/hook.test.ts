import { describe, expect, test } from 'vitest';
import { hookLabel, hookLabels, hookStatus, resolveHook } from './hook.ts';

describe('resolveHook', () => {
  test.each([
    'PIPL:16',
    'CPL:29(1)',
    'CPL:56(1)(9)',
    'App31:3.4',
    'NDR:22(4)',
    'CrimL:253-1',
    'FR',
    'guidance:catering-checklist',
    'guidance:catering-checklist:8',
  ])('%s resolves', (hook) => {
    expect(resolveHook(hook)?.hook).toBe(hook);
  });

  test.each([
    'PIPL:160',
    'PIPL16',
    'CPL:29(1',
    'App31:3.10',
    'guidance:catering-checklist:9',
    'guidance:nothing',
    'Nothing:1',
    '',
    'FR:10',
    'constructor',
  ])('%s does not resolve', (hook) => {
    expect(resolveHook(hook)).toBeUndefined();
  });

  test('a single bracket is an item where the article has no paragraphs', () => {
    expect(resolveHook('NDR:22(4)')).toMatchObject({ paragraph: null, item: 4 });
    expect(resolveHook('CPL:29(1)')).toMatchObject({ paragraph: 1, item: null });
  });
});

describe('hookLabel', () => {
  test.each([
    ['PIPL:16', '《中华人民共和国个人信息保护法》第十六条', 'Personal Information Protection Law, art. 16'],
    ['CPL:56(1)(9)', '《中华人民共和国消费者权益保护法》第五十六条第一款第（九）项', 'Consumer Protection Law, art. 56(1)(9)'],
    ['NDR:22(4)', '《网络数据安全管理条例》第二十二条第（四）项', 'Network Data Security Regulation, art. 22, item 4'],
    ['CrimL:253-1', '《中华人民共和国刑法》第二百五十三条之一', 'Criminal Law, art. 253-1'],
    ['guidance:catering-six-nos', '扫码点餐个人信息保护“六不”提示', '“Six nos” for consumers who order by code'],
  ])('%s is cited as %s', (hook, zh, en) => {
    expect(hookLabel(hook)).toEqual({ zh, en });
  });

  test('an unknown hook is an error, not a label', () => {
    expect(() => hookLabel('PIPL:999')).toThrow(RangeError);
  });
});

test('several hooks name each title once and keep their order', () => {
  expect(hookLabels(['PIPL:6', 'CPL:29(1)', 'PIPL:16', 'FR', 'guidance:catering-checklist:3', 'App31:3.4'])).toEqual({
    zh: '《中华人民共和国个人信息保护法》第六条、第十六条；《中华人民共和国消费者权益保护法》第二十九条第一款；《人脸识别技术应用安全管理办法》；《餐饮行业扫码点餐常见个人信息保护问题自查清单》第三类；《App违法违规收集使用个人信息行为认定方法》第三条第4项',
    en: 'Personal Information Protection Law, art. 6, art. 16; Consumer Protection Law, art. 29(1); Measures on the Security of Face Recognition Applications; Self-check list for ordering by code in restaurants, class 3; Method for Recognising Unlawful Collection and Use of Personal Information by Apps, part 3.4',
  });
  expect(() => hookLabels(['PIPL:6', 'Nothing:1'])).toThrow(RangeError);
});

test('a hook is as sure as the text behind it', () => {
  expect(hookStatus('PIPL:16')).toBe('verified');
  expect(hookStatus('SH-C')).toBe('unverified');
  expect(hookStatus('guidance:loan-checklist')).toBe('unverified');
  expect(() => hookStatus('Nothing:1')).toThrow(RangeError);
});

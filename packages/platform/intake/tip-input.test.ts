import { expect, test } from 'vitest';
import { bodyOf, kindsOf, type TipDraft, tipInput } from './tip-input.ts';

const draft: TipDraft = {
  form: 'token',
  happened: ['forced-phone'],
  story: ' 点餐必须先给手机号。\r\n店员说不行。 ',
  shop: { name: '甲面馆', district: '310103' },
  aim: 'report',
};
const paths = (tip: unknown) => tipInput.safeParse(tip).error?.issues.map(({ path }) => path.join('.'));

test('what is missing has a default, text is trimmed, a merged district becomes its successor', () => {
  const tip = tipInput.parse(draft);
  expect(tip).toMatchObject({ scene: null, day: null, reporter: null, sms: '', language: 'zh' });
  expect(tip.story).toBe('点餐必须先给手机号。\n店员说不行。');
  expect(tip.shop.district).toBe('310101');
});

test('the sender may be unsure of everything but what happened and where', () => {
  expect(paths({ ...draft, happened: [], scene: null, shop: { name: '乙店' } })).toBeUndefined();
  expect(paths({ ...draft, story: '  ' })).toEqual(['story']);
  expect(paths({ ...draft, shop: { name: '' } })).toEqual(['shop.name']);
});

test('a complaint needs a name, a report does not', () => {
  expect(paths({ ...draft, aim: 'complaint' })).toEqual(['reporter']);
  expect(paths({ ...draft, aim: 'both' })).toEqual(['reporter']);
  expect(paths({ ...draft, aim: 'both', reporter: { name: '张三', contact: '10012345678' } })).toBeUndefined();
  expect(kindsOf('both')).toEqual(['report', 'complaint']);
  expect(kindsOf('complaint')).toEqual(['complaint']);
});

test.each([
  ['story', { ...draft, story: '长'.repeat(5001) }],
  ['story', { ...draft, story: 'a\u0000b' }],
  ['shop.name', { ...draft, shop: { name: 'a\nb' } }],
  ['shop.district', { ...draft, shop: { name: '甲', district: '110101' } }],
  ['scene', { ...draft, scene: 'S99' }],
  ['day', { ...draft, day: '2026-02-30' }],
  ['happened.0', { ...draft, happened: ['constructor'] }],
  ['happened', { ...draft, happened: Array.from({ length: 21 }, () => 'face') }],
  ['', { ...draft, identity: 'x' }],
])('refuses a wrong %s', (path, tip) => {
  expect(paths(tip)).toEqual([path]);
});

test('the body that officers read holds no identity', () => {
  const tip = tipInput.parse({ ...draft, reporter: { name: '金丝雀', contact: '19999999999' } });
  expect(JSON.stringify(bodyOf(tip))).not.toMatch(/金丝雀|19999999999/);
});

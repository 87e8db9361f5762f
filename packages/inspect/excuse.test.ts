import { expect, test } from 'vitest';
import { excusesOf } from './excuse.ts';
import { deriveProgramFacts } from './facts/derive/program/derive.ts';
import { at, fault, modelOf, point, programOf } from './facts/derive/program/testing/made-up.ts';
import { judgeFacts } from './judge.ts';

const load = { trigger: 'load', gate: 'no' } as const;
const facts = deriveProgramFacts({
  program: programOf(),
  model: modelOf({
    points: [
      point({ place: at('a.js', 3, 'wx.getLocation()'), consent: load, reason: '用于查找附近网点' }),
      point({ place: at('b.js', 8, 'wx.getLocation()'), consent: load }),
    ],
    faults: [
      fault('location-at-load', { place: at('a.js', 3, 'wx.getLocation()') }),
      fault('location-at-load', { place: at('b.js', 8, 'wx.getLocation()') }),
    ],
  }),
  texts: [],
  declared: null,
});
const judged = (texts: Parameters<typeof excusesOf>[1]) =>
  judgeFacts(
    facts,
    { kind: 'miniprogram', scene: null, channel: null, coverage: { read: [], notRead: [] }, arms: [] },
    '2026-11-24',
    excusesOf(facts, texts),
  ).find(({ requirement }) => requirement === 'G10');

const a = (comment: string) => ({ file: 'a.js', startLine: 1, text: `Page({\n  // ${comment}\n  wx.getLocation()` });
const b = { file: 'b.js', startLine: 6, text: '\n/* 亮剑：不适用 G10，因为本页就是地图导航 */\nwx.getLocation()' };

test('a comment with a reason sets its line aside; what is not set aside still fails', () => {
  const one = judged([a('liangjian: not applicable G10 because this page is the map itself')]);
  expect(one).toMatchObject({ outcome: 'fail', waived: false });
  expect(one?.message.zh).toContain('b.js:8');
  expect(one?.message.zh).not.toContain('a.js:3');
  expect(one?.excused).toMatchObject([{ by: 'comment', reason: 'this page is the map itself', file: 'a.js', line: 2 }]);
});

test('when all is set aside the finding stands as waived, with its reasons', () => {
  const all = judged([a('liangjian: not applicable G10, G20 because this page is the map itself'), b]);
  expect(all).toMatchObject({ outcome: 'fail', waived: true });
  expect(all?.excused?.map(({ reason }) => reason)).toEqual(['this page is the map itself', '本页就是地图导航']);
});

test('no reason, another row, another place: nothing is set aside', () => {
  for (const comment of [
    'liangjian: not applicable G10',
    'liangjian: not applicable G10 because x',
    'liangjian: not applicable G13 because it is the map',
  ])
    expect(judged([a(comment)])).not.toHaveProperty('waived');
  expect(judged([{ ...a('liangjian: not applicable G10 because it is the map'), startLine: 40 }])).not.toHaveProperty('waived');
});

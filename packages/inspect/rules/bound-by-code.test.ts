import { expect, test } from 'vitest';
import { boundByCode } from './bound-by-code.ts';
import { a, contextOf } from './testing/build.ts';
import { cannotTell, fail, pass } from './verdict.ts';
import { viewOf } from './view.ts';

const words = { zh: '未见。', en: 'None was met.' };
const code = contextOf({ kind: 'miniprogram', arms: [] });
const program = a('program');
const field = a('field', { required: 'yes', arms: [] }, { phase: 'static', pi: ['id-number'] });
const bound = (row: string, verdict: ReturnType<typeof pass>, facts = [program, field], context = code) =>
  boundByCode(row, verdict, viewOf(facts), context).outcome;

test('code clears what it can show, never what only a run shows, and nothing while a part was not read', () => {
  expect(bound('G13', pass(words))).toBe('pass');
  expect(bound('G11', pass(words))).toBe('cannot-tell');
  const gap = { what: '分包', why: '缺少', en: { what: 'subpackage', why: 'missing' } };
  expect(bound('G13', pass(words), [program, field], { ...code, coverage: { read: [], notRead: [gap] } })).toBe('cannot-tell');
  expect(bound('G13', pass(words), [a('program', { whole: 'no' }), field])).toBe('cannot-tell');
});

test('a row of one step of a scene does not rest on fields of which no step is known', () => {
  expect(bound('A01', fail(words, [field], words))).toBe('cannot-tell');
  expect(bound('G20', fail(words, [field], words))).toBe('fail');
  expect(bound('A03', fail(words, [field, a('gate')], words))).toBe('fail');
});

test('what was visited is left as it is', () => {
  for (const verdict of [pass(words), fail(words, [field], words), cannotTell(words, [], words)])
    expect(boundByCode('A01', verdict, viewOf([field]), contextOf())).toBe(verdict);
});

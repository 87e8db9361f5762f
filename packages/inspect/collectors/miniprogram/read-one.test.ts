import { expect, test } from 'vitest';
import { file, programOf } from '../../facts/derive/program/testing/made-up.ts';
import { readOne } from './read-one.ts';

test('code that breaks off the analysis leaves a program of which nothing is known, and says so', () => {
  const hostile = Object.defineProperty(file('pages/index/index.js', ''), 'text', {
    get() {
      throw new RangeError('Maximum call stack size exceeded');
    },
  });
  const { model, facts } = readOne(programOf([hostile]), [], null);
  expect(model.unread.map(({ why }) => why)).toEqual(['分析中断（Maximum call stack size exceeded）']);
  expect(facts.map((fact) => (fact.type === 'program' ? fact.detail.whole : fact.type))).toEqual(['no']);
});

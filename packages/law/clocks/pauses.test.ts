import { expect, test } from 'vitest';
import { spansOf } from './pauses.ts';

const ground = 'testing' as const;

test('overlapping, touching and nested pauses are one span, clipped to the days after the start', () => {
  const pauses = [
    { from: '2026-03-20', to: '2026-03-25', ground },
    { from: '2026-02-01', to: '2026-03-03', ground },
    { from: '2026-03-04', to: '2026-03-06', ground },
    { from: '2026-03-10', to: '2026-03-18', ground },
    { from: '2026-03-12', to: '2026-03-13', ground },
  ];
  expect(spansOf(pauses, '2026-03-02')).toEqual([
    { from: '2026-03-03', to: '2026-03-06' },
    { from: '2026-03-10', to: '2026-03-18' },
    { from: '2026-03-20', to: '2026-03-25' },
  ]);
});

test('an open pause takes its first day, at the earliest the day after the start', () => {
  expect(spansOf([{ from: '2026-03-10', to: null, ground }], '2026-03-02')).toEqual([{ from: '2026-03-10', to: '2026-03-10' }]);
  expect(spansOf([{ from: '2026-02-10', to: null, ground }], '2026-03-02')).toEqual([{ from: '2026-03-03', to: '2026-03-03' }]);
});

test('what ends on the start day is no pause', () => {
  expect(spansOf([{ from: '2026-02-10', to: '2026-03-02', ground }], '2026-03-02')).toEqual([]);
});

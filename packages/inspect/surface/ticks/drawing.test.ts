import { describe, expect, it } from 'vitest';
import { type Shape, stateOfDrawing } from './drawing.ts';

const shape = (tag: string, attributes: Record<string, string>): Shape => ({ tag, attributes, color: 'rgb(7, 193, 96)' });
const path = (d: string, more: Record<string, string> = { fill: 'currentColor' }) => shape('path', { d, ...more });

const RING = 'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm0 18c-4.42 0-8-3.58-8-8s3.58-8 8-8 8 3.58 8 8-3.58 8-8 8z';
const CHECK_CIRCLE =
  'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm-2 15l-5-5 1.41-1.41L10 14.17l7.59-7.59L19 8l-9 9z';

describe('stateOfDrawing', () => {
  const cases: readonly (readonly [string, readonly Shape[], string])[] = [
    [
      'filled circle with a white mark',
      [shape('circle', { cx: '10', cy: '10', r: '9', fill: '#07c160' }), path('M5.5 10.5l3 3 6-7', { fill: 'none', stroke: '#fff' })],
      'ticked',
    ],
    [
      'grey circle with a white mark',
      [shape('circle', { cx: '10', cy: '10', r: '9', fill: '#ccc' }), path('M5.5 10.5l3 3 6-7', { fill: 'none', stroke: '#fff' })],
      'unknown',
    ],
    ['rim only', [shape('circle', { cx: '10', cy: '10', r: '9', fill: 'none', stroke: '#bbb' })], 'clear'],
    [
      'rim and grey mark',
      [
        shape('circle', { cx: '10', cy: '10', r: '9', fill: 'none', stroke: '#bbb' }),
        path('M5.5 10.5l3 3 6-7', { fill: 'none', stroke: '#bbb' }),
      ],
      'unknown',
    ],
    ['disc only', [shape('circle', { cx: '10', cy: '10', r: '9', fill: '#07c160' })], 'unknown'],
    [
      'rim and dot',
      [
        shape('circle', { cx: '10', cy: '10', r: '9', fill: 'none', stroke: '#07c160' }),
        shape('circle', { cx: '10', cy: '10', r: '5', fill: '#07c160' }),
      ],
      'ticked',
    ],
    ['one path: mark cut from a disc', [path(CHECK_CIRCLE)], 'ticked'],
    ['the same in grey', [path(CHECK_CIRCLE, { fill: '#c8c9cc' })], 'unknown'],
    ['one path: ring', [path(RING)], 'clear'],
    ['one path: ring, with dot', [path('M12 7a5 5 0 100 10 5 5 0 000-10z'), path(RING)], 'ticked'],
    [
      'square with mark as polyline',
      [
        shape('rect', { x: '3', y: '3', width: '18', height: '18', fill: 'none', stroke: '#333' }),
        shape('polyline', { points: '7 12 11 16 18 8', fill: 'none', stroke: '#333' }),
      ],
      'ticked',
    ],
    ['mark alone', [path('M9 16.17L4.83 12l-1.42 1.41L9 19 21 7l-1.41-1.41z')], 'ticked'],
    ['arrow down', [path('M6 9l6 6 6-6', { fill: 'none', stroke: '#333' })], 'unknown'],
    ['cross', [path('M5 5l14 14M19 5L5 19', { fill: 'none', stroke: '#333' })], 'unknown'],
    ['arrow right', [path('M9 6l6 6-6 6', { fill: 'none', stroke: '#333' })], 'unknown'],
    [
      'bell',
      [
        path(
          'M12 22c1.1 0 2-.9 2-2h-4c0 1.1.9 2 2 2zm6-6v-5c0-3.07-1.64-5.64-4.5-6.32V4c0-.83-.67-1.5-1.5-1.5s-1.5.67-1.5 1.5v.68C7.63 5.36 6 7.92 6 11v5l-2 2v1h16v-1l-2-2z',
        ),
      ],
      'unknown',
    ],
    ['nothing', [], 'unknown'],
    ['broken path', [path('Mxx l,,,9 z a1')], 'unknown'],
  ];
  it.each(cases)('%s', (_, shapes, state) => expect(stateOfDrawing(shapes, false)).toBe(state));
  it('takes a white mark on a filled box for ticked', () => {
    expect(stateOfDrawing([path('M1 6l4 4 6-8', { fill: 'none', stroke: '#fff' })], true)).toBe('ticked');
  });
});

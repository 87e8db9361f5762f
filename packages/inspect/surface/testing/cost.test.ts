import { describe, expect, it } from 'vitest';
import { readControls } from '../controls/read-controls.ts';
import { readDisplays } from '../displays/read-displays.ts';
import { readFields } from '../fields/read-fields.ts';
import { readGates } from '../gates/gates.ts';
import { readLinks } from '../links/read-links.ts';
import { readPictures } from '../pictures/read-pictures.ts';
import type { Surface } from '../surface.ts';
import { readTicks } from '../ticks/read-ticks.ts';
import { type HandNode, handSurface } from './hand-surface.ts';

const READERS: Readonly<Record<string, (surface: Surface) => unknown>> = {
  readTicks,
  readFields,
  readLinks,
  readControls,
  readDisplays,
  readPictures,
  readGates,
};
const text = (words: string): HandNode => ({ tag: '#text', text: words });
const nest = (depth: number, inner: readonly HandNode[]): readonly HandNode[] => {
  let now = inner;
  for (let level = 0; level < depth; level++) now = [{ tag: 'div', children: now }];
  return now;
};

/** Pages made to cost: each is built at one size and at four times that size. */
const PAGES: Readonly<Record<string, (size: number) => Surface>> = {
  'agreement rows': (size) =>
    handSurface(
      Array.from({ length: size }, (_, at) => ({
        tag: 'p',
        clickable: true,
        children: [{ tag: 'i', attributes: { class: `dot active n${at}` } }, text('我已阅读并同意《用户协议》和《隐私政策》')],
      })),
    ),
  'native ticks in one block': (size) =>
    handSurface([
      {
        tag: 'div',
        children: Array.from({ length: size }, () => [{ tag: 'input', attributes: { type: 'checkbox' } }, text('同意')]).flat(),
      },
    ]),
  'fields in one block': (size) =>
    handSurface([
      {
        tag: 'div',
        children: Array.from({ length: size }, (_, at) => [text('手机号'), { tag: 'input', attributes: { name: `f${at}` } }]).flat(),
      },
    ]),
  'fields and buttons': (size) =>
    handSurface(
      Array.from({ length: size }, () => ({
        tag: 'div',
        children: [text('姓名'), { tag: 'input' }, { tag: 'button', children: [text('提交')] }],
      })),
    ),
  'deep buttons': (size) =>
    handSurface(Array.from({ length: size / 50 }, () => nest(100, [{ tag: 'button', children: [text('获取验证码')] }])).flat()),
  'phones in one line': (size) => handSurface([{ tag: 'p', children: Array.from({ length: size }, () => text('手机号：15400001234 ')) }]),
  'title marks': (size) =>
    handSurface([
      { tag: 'p', children: [text('《'.repeat(size))] },
      { tag: 'p', children: [text('协议'.repeat(size))] },
    ]),
  chips: (size) =>
    handSurface([
      {
        tag: 'div',
        children: Array.from({ length: size }, (_, at) => ({ tag: 'span', clickable: true, children: [text(at % 2 ? '男' : '女')] })),
      },
    ]),
  'wide rows of boxes': (size) =>
    handSurface(Array.from({ length: size / 8 }, () => ({ tag: 'div', children: Array.from({ length: 8 }, () => ({ tag: 'i' })) }))),
};

describe('cost of hostile pages', () => {
  for (const [page, make] of Object.entries(PAGES))
    for (const [name, read] of Object.entries(READERS))
      it(`${name} over ${page} grows with the page, not with its square`, () => {
        const time = (size: number) => {
          const surface = make(size);
          // Time of this thread on the processor: a busy machine makes the clock run, not this.
          const start = process.threadCpuUsage();
          read(surface);
          const { user, system } = process.threadCpuUsage(start);
          return (user + system) / 1000;
        };
        time(500);
        const large = time(4000);
        // A slow machine must not fail the test; a square would cost many times this.
        expect(large).toBeLessThan(2500);
        if (process.env['COST']) console.log(page, name, Math.round(time(2000)), Math.round(large), Math.round(time(8000)));
      });
});

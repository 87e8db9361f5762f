import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

const padded = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat([...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))), Buffer.alloc(40)]);

test('sizes from the header alone', () => {
  expect(pictureSize(padded('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0], [0, 0, 0, 2]))).toEqual({
    type: 'png',
    width: 256,
    height: 2,
  });
  expect(pictureSize(padded('GIF89a', [3, 0, 4, 1]))).toEqual({ type: 'gif', width: 3, height: 260 });
  expect(pictureSize(padded('BM', Array<number>(12).fill(0), [40, 0, 0, 0], [5, 0, 0, 0], [0xfa, 0xff, 0xff, 0xff]))).toEqual({
    type: 'bmp',
    width: 5,
    height: 6,
  });
  expect(pictureSize(padded([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 7, 0, 9]))).toEqual({
    type: 'jpeg',
    width: 9,
    height: 7,
  });
  expect(pictureSize(padded('RIFF....WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [99, 0, 0], [49, 0, 0]))).toEqual({
    type: 'webp',
    width: 100,
    height: 50,
  });
});

test('no picture is no size, and a cut one does not hang', () => {
  expect(pictureSize(Buffer.from('not a picture'))).toBeNull();
  expect(pictureSize(Buffer.alloc(100))).toBeNull();
  expect(pictureSize(padded([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]))).toBeNull();
  expect(pictureSize(padded([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBeNull();
});

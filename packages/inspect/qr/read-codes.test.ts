import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { codesInPicture, readCodes } from './read-codes.ts';
import { picturesOfCodes, png } from './testing/make-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'codes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reads every code of a picture from left to right and says what it is', async () => {
  const texts = ['https://shop.test/menu?桌=8', 'wxp://f2f0abc', 'https://mp.weixin.qq.com/a/~x'];
  const path = join(folder, 'three.png');
  writeFileSync(path, await picturesOfCodes(texts));
  const codes = await readCodes(path);
  expect(codes.map((code) => code.text)).toEqual(texts);
  expect(codes.map((code) => [code.kind, code.opens])).toEqual([
    ['web', true],
    ['payment', false],
    ['mini-program', false],
  ]);
  for (const code of codes) expect(code.box.width).toBeGreaterThan(50);
});

test('a picture without a code, a broken one, and no picture each have their error', async () => {
  const blank = png(60, 60, Buffer.alloc(60 * 61));
  await expect(codesInPicture(blank)).rejects.toMatchObject({ code: 'qr-none' });
  await expect(codesInPicture(Buffer.from('hello, I am a text file and no picture'))).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(codesInPicture(blank.subarray(0, 60))).rejects.toMatchObject({ code: expect.stringMatching(/^(qr-none|file-unreadable)$/) });
});

test('too many pixels or bytes are refused before decoding', async () => {
  const bomb = png(20_000, 20_000, Buffer.alloc(10));
  await expect(codesInPicture(bomb)).rejects.toMatchObject({ code: 'too-large' });
  const path = join(folder, 'large.png');
  writeFileSync(path, bomb);
  truncateSync(path, 33 * 1024 * 1024);
  await expect(readCodes(path)).rejects.toMatchObject({ code: 'too-large' });
});

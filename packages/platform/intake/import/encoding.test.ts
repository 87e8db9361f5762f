import { describe, expect, test } from 'vitest';
import { ImportFileError } from './cell.ts';
import { detectEncoding, sampleOf } from './encoding.ts';
import { encoded, sourceOf } from './testing.ts';

const text = '工单编号,诉求内容\r\n3101000001,消费者反映扫码点餐时强制要求授权手机号，拒绝后无法下单。\r\n'.repeat(20);

describe('the encoding of a text file', () => {
  test.each([
    ['utf-8', 'utf-8'],
    ['gb18030', 'gb18030'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ])('%s is recognised with and without a mark', (name, expected) => {
    expect(detectEncoding(encoded(text, name))).toMatchObject({ encoding: expected, bom: 0 });
    expect(detectEncoding(encoded(text, name, true)).encoding).toBe(expected);
  });

  test('plain ASCII is taken for UTF-8', () => {
    expect(detectEncoding(Buffer.from('a,b\n1,2\n'))).toEqual({ encoding: 'utf-8', by: 'ascii', bom: 0 });
  });

  test('rare hanzi and four-byte characters of GB18030 do not confuse it', () => {
    expect(detectEncoding(encoded(`${text}㐀䶵𠀀龘`, 'gb18030')).encoding).toBe('gb18030');
  });

  test('a character cut off at the end of the sample does no harm', () => {
    const utf8 = encoded(text, 'utf-8');
    for (let cut = 40; cut < 60; cut += 1) expect(detectEncoding(utf8.subarray(0, cut)).encoding).toBe('utf-8');
  });

  test('what is no text is refused with a clear reason', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => 0x80 + ((at * at * 31 + at * 7) % 0x80)));
    expect(() => detectEncoding(png)).toThrow(ImportFileError);
    expect(() => detectEncoding(noise)).toThrow(/not recognised/);
  });

  test('Chinese that comes only after many ASCII rows is still seen', async () => {
    const late = Buffer.concat([Buffer.from('1,2,3\n'.repeat(100_000)), encoded(text, 'gb18030')]);
    expect(detectEncoding(await sampleOf(sourceOf(late).open())).encoding).toBe('gb18030');
  });
});

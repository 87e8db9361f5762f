import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { workingCopy, worksOn } from './working-copy.ts';

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

test('place, camera, time, name and everything behind the end are gone; the picture stands upright', async () => {
  const original = await picture(60, 40)
    .withMetadata({
      orientation: 6,
      exif: { IFD0: { Artist: 'CANARY-NAME', Model: 'CANARY-PHONE' }, IFD3: { GPSLatitude: '31/1 13/1 0/1', GPSLatitudeRef: 'N' } },
    })
    .jpeg()
    .toBuffer();
  const carried = Buffer.concat([original, Buffer.from('CANARY-BEHIND')]);
  expect(carried.toString('latin1')).toMatch(/CANARY-NAME[^]*CANARY-BEHIND/);
  const copy = await workingCopy(carried, 'image/jpeg');
  if ('reason' in copy) throw new Error(copy.reason);
  expect(copy).toMatchObject({ mediaType: 'image/jpeg', width: 40, height: 60 });
  expect(copy.bytes.toString('latin1')).not.toContain('CANARY');
  const meta = await sharp(copy.bytes).metadata();
  expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([undefined, undefined, undefined, undefined]);
});

test('a screenshot stays lossless, a huge one is made smaller', async () => {
  const copy = await workingCopy(await picture(5000, 100).png().toBuffer(), 'image/png');
  expect(copy).toMatchObject({ mediaType: 'image/png', width: 4096, height: 82 });
});

/** A picture of 60,000 by 60,000 that is a few hundred bytes long. */
const bomb = (): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(7501))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

test('a bomb of pixels, a broken picture and a document are not opened', async () => {
  expect(await workingCopy(bomb(), 'image/png')).toEqual({ reason: 'too-large' });
  expect(await workingCopy(Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'image/jpeg')).toEqual({ reason: 'unreadable' });
  for (const type of ['application/pdf', 'image/svg+xml', 'application/octet-stream']) {
    expect(await workingCopy(Buffer.from('%PDF-1.7'), type)).toEqual({ reason: 'not-a-picture' });
    expect(worksOn(type, 10)).toBe(false);
  }
  expect(worksOn('image/png', 10)).toBe(true);
  expect(worksOn('image/png', 2 ** 30)).toBe(false);
});

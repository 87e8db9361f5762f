import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK, openFile, pieces, sealFile, STREAM_HEADER, sealedSize } from './sealed-stream.ts';
import { suites } from './suites.ts';

const place = ['attachment', 'a1'];

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const gather = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
};

test('cuts any stream into full pieces, with one last one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      async (all, part, size) => {
        const found: { bytes: Buffer; last: boolean }[] = [];
        for await (const piece of pieces(inParts(all, part), size)) found.push(piece);
        expect(Buffer.concat(found.map(({ bytes }) => bytes))).toEqual(Buffer.from(all));
        expect(found.map(({ last }) => last)).toEqual(found.map((_, at) => at === found.length - 1));
        expect(found.slice(0, -1).every(({ bytes }) => bytes.length === size)).toBe(true);
        expect(found).toHaveLength(Math.max(1, Math.ceil(all.length / size)));
      },
    ),
  );
});

describe.each(Object.values(suites))('$id', (suite) => {
  const key = randomBytes(32);

  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('seals and opens a file of %i bytes', async (length) => {
    const plain = randomBytes(length);
    const sealed = await gather(sealFile(suite, key, place, inParts(plain, 10_007)));
    expect(sealed.length).toBe(sealedSize(suite, length));
    expect((await gather(openFile(key, place, inParts(sealed, 9_001)))).equals(plain)).toBe(true);
  });

  test('never opens a file that was cut, extended, reordered, doubled, changed, or belongs elsewhere', async () => {
    const sealed = await gather(sealFile(suite, key, place, inParts(randomBytes(2 * CHUNK + 100), CHUNK)));
    const step = CHUNK + suite.tagBytes;
    const head = sealed.subarray(0, STREAM_HEADER);
    const chunk = (at: number) => sealed.subarray(STREAM_HEADER + at * step, STREAM_HEADER + (at + 1) * step);
    const bad: Buffer[] = [
      Buffer.alloc(0),
      head.subarray(0, 10),
      head,
      Buffer.concat([head, chunk(0)]),
      Buffer.concat([head, chunk(0), chunk(1)]),
      Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),
      Buffer.concat([head, chunk(0), chunk(0), chunk(2)]),
      Buffer.concat([head, chunk(0), chunk(1), chunk(2), chunk(2)]),
      Buffer.concat([sealed, Buffer.from([0])]),
      sealed.subarray(0, -1),
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        await expect(gather(openFile(key, place, inParts(changed, CHUNK)))).rejects.toThrow('vault-tampered');
      }),
      { numRuns: 15 },
    );
    for (const file of bad) await expect(gather(openFile(key, place, inParts(file, CHUNK)))).rejects.toThrow('vault-tampered');
    await expect(gather(openFile(key, ['attachment', 'a2'], inParts(sealed, CHUNK)))).rejects.toThrow('vault-tampered');
    await expect(gather(openFile(randomBytes(32), place, inParts(sealed, CHUNK)))).rejects.toThrow('vault-tampered');
  });
});

import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { tee } from './tee.ts';

const read = async (stream: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
};

test('what is read is what came, and a small file is kept beside it', async () => {
  const copy = tee(Readable.from([Buffer.from('ab'), Buffer.from('cd')]), 4);
  expect(await read(copy.stream)).toBe('abcd');
  expect(copy.bytes()?.toString()).toBe('abcd');
});

test('of a larger one nothing is kept, and nothing is lost on the way', async () => {
  const copy = tee(Readable.from([Buffer.from('ab'), Buffer.from('cde')]), 4);
  expect(await read(copy.stream)).toBe('abcde');
  expect(copy.bytes()).toBeNull();
});

test('a sender that breaks off breaks the copy off', async () => {
  const source = new Readable({ read() {} });
  const copy = tee(source, 10);
  source.push('ab');
  setImmediate(() => source.destroy(new Error('gone')));
  await expect(read(copy.stream)).rejects.toThrow('gone');
});

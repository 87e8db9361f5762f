import { PassThrough, type Readable } from 'node:stream';

/** A stream that can be read while its first `most` bytes are kept beside it; `bytes()` is null when there were more, or none are wanted. */
export function tee(source: Readable, most: number): { readonly stream: AsyncIterable<Uint8Array>; readonly bytes: () => Buffer | null } {
  if (most === 0) return { stream: source, bytes: () => null };
  const kept: Buffer[] = [];
  let size = 0;
  const stream = new PassThrough();
  source.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= most) kept.push(chunk);
    else kept.length = 0;
  });
  source.on('error', (error) => stream.destroy(error));
  source.pipe(stream);
  return { stream, bytes: () => (size > 0 && size <= most ? Buffer.concat(kept) : null) };
}

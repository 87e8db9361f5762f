import { isUtf8 } from 'node:buffer';

/** Decodes source text: UTF-8 first, byte order marks obeyed, then GB 18030, in which older Chinese projects are written. */
export function decodeText(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) {
    return bytes.subarray(2).toString('utf16le');
  }
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  }
  const from = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = from === 0 ? bytes : bytes.subarray(from);
  if (isUtf8(body)) return body.toString('utf8');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(body);
  } catch {
    return body.toString('utf8');
  }
}

/** True for bytes that no text file holds near its beginning. */
export const looksBinary = (bytes: Buffer): boolean => {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
    return false;
  }
  return bytes.subarray(0, 1024).includes(0);
};

const length = (n: number): Buffer => {
  if (n < 128) return Buffer.from([n]);
  const bytes: number[] = [];
  for (let rest = n; rest > 0; rest >>= 8) bytes.unshift(rest & 255);
  return Buffer.from([128 | bytes.length, ...bytes]);
};

/** DER INTEGER of a non-negative number. */
export const derInteger = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const body = (bytes[0] as number) & 128 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(2), length(body.length), body]);
};

/** DER SEQUENCE of encoded parts. */
export const derSequence = (...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(0x30), length(body.length), body]);
};

/**
 * Reads a DER SEQUENCE of short non-negative INTEGERs, as in an ECDSA or SM2 signature. Throws on anything not minimally encoded,
 * so that one signature has one form only.
 */
export const derIntegers = (der: Uint8Array): bigint[] => {
  const data = Buffer.from(der);
  if (data[0] !== 0x30 || data[1] !== data.length - 2 || data.length > 129) throw new Error('not a sequence');
  const values: bigint[] = [];
  let at = 2;
  while (at < data.length) {
    const size = data[at + 1];
    if (data[at] !== 2 || size === undefined || size === 0 || at + 2 + size > data.length) throw new Error('not an integer');
    const body = data.subarray(at + 2, at + 2 + size);
    const value = BigInt(`0x${body.toString('hex')}`);
    if (!derInteger(value).equals(data.subarray(at, at + 2 + size))) throw new Error('not minimal');
    values.push(value);
    at += 2 + size;
  }
  return values;
};

/** Numbers that repeat for a seed, so that a case that fails can be run again. */
export function newDice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const EVIL = ['/../../x.js', '/..\\x.js', 'C:/x.js', '/\0', '/a/../../b.js', '{{{{', 'define("', 'function gz$gwx_1(){', '</script>', '[['];
const NUMBERS = [0, 1, 13, 1023, 1024, 65_535, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Damages bytes in one to four ways: cut off, doubled, numbers that lie, names that lead outside, noise. */
export function mutate(original: Buffer, dice: (below: number) => number): Buffer {
  let bytes = Buffer.from(original);
  const times = 1 + dice(4);
  for (let i = 0; i < times && bytes.length > 0; i++) {
    // Half of all damage hits the index, where it matters most.
    const at = dice(2) === 0 ? dice(Math.min(bytes.length, 600)) : dice(bytes.length);
    switch (dice(7)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        if (at + 4 <= bytes.length) bytes.writeUInt32BE(NUMBERS[dice(NUMBERS.length)] ?? 0, at);
        break;
      case 2:
        bytes.write(EVIL[dice(EVIL.length)] ?? '', at, 'latin1');
        break;
      case 3:
        for (let n = dice(64); n > 0 && at + n < bytes.length; n -= 1) bytes[at + n] = dice(256);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + dice(200))]);
        break;
      case 5:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 200), at), bytes.subarray(at)]);
        break;
      default:
        if (bytes.length > 18) bytes.writeUInt32BE(NUMBERS[dice(NUMBERS.length)] ?? 0, [5, 9, 14, 18][dice(4)] ?? 5);
    }
  }
  return bytes;
}

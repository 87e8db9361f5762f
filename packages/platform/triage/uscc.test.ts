import { describe, expect, test } from 'vitest';
import { readRegistration, usccCheck } from './uscc.ts';

/** A made code: an authority that does not exist (`Y9`), Shanghai, a running number. */
const body = 'Y9310101MA0000001';
const code = `${body}${usccCheck(body)}`;

describe('the registration of an operator', () => {
  test('a sound code is read whatever its writing, and names its place', () => {
    const sound = { kind: 'uscc', code, place: '310101' };
    expect(readRegistration(code)).toEqual(sound);
    expect(readRegistration(` ${code.toLowerCase().replace(/(.{4})/g, '$1 ')}`)).toEqual(sound);
    expect(readRegistration([...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''))).toEqual(sound);
  });

  test('the example of the standard passes', () => {
    expect(readRegistration('91350100M000100Y43').kind).toBe('uscc');
  });

  test('every single wrong character is seen, and nearly every swap of neighbours', () => {
    for (let at = 0; at < 17; at += 1)
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY')
        if (other !== code[at]) expect(readRegistration(code.slice(0, at) + other + code.slice(at + 1)).kind).toBe('wrong');
  });

  test('says what is wrong', () => {
    const why = (raw: string) => {
      const read = readRegistration(raw);
      return read.kind === 'wrong' ? read.why.en : read.kind;
    };
    expect(why(code.slice(0, 17))).toContain('17 characters');
    expect(why(`${code.slice(0, 16)}OO`)).toContain('“O” is not used');
    expect(why(`${code.slice(0, 3)}A${code.slice(4)}`)).toContain('division');
    expect(why('')).toContain('0 characters');
  });

  test('an old licence number is noticed, with its check digit', () => {
    expect(readRegistration('110108000000016')).toEqual({ kind: 'old-licence', code: '110108000000016', place: '110108', sound: true });
    expect(readRegistration('110108000000017')).toMatchObject({ kind: 'old-licence', sound: false });
  });
});

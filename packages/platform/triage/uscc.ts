import type { Text } from '@liangjian/law';

/** What a string of an operator's registration is. */
export type Registration =
  /** GB 32100-2015, check character right. `place`: division code of the registration, which need not be the place of the act. */
  | { readonly kind: 'uscc'; readonly code: string; readonly place: string }
  /** Number of an old business licence; `sound`: its check digit (GB/T 17710, MOD 11,10) is right. */
  | { readonly kind: 'old-licence'; readonly code: string; readonly place: string; readonly sound: boolean }
  | { readonly kind: 'wrong'; readonly code: string; readonly why: Text };

/** Digits of GB 32100: no I, O, S, V, Z. */
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Reads the social credit code or the old licence number of an operator; spaces, width and case do not matter. */
export function readRegistration(raw: string): Registration {
  const code = raw.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{15}$/.test(code)) return { kind: 'old-licence', code, place: code.slice(0, 6), sound: licenceSound(code) };
  if (code.length !== 18) return wrong(code, `应为18位，实为${code.length}位`, `it has ${code.length} characters, not 18`);
  const odd = [...code].find((character) => !DIGITS.includes(character));
  if (odd !== undefined)
    return wrong(code, `含有不使用的字符“${odd}”（I、O、S、V、Z 不使用）`, `“${odd}” is not used in such a code (nor are I, O, S, V, Z)`);
  const place = code.slice(2, 8);
  if (!/^\d{6}$/.test(place)) return wrong(code, '第3至8位应为登记机关行政区划数字', 'characters 3 to 8 must be the digits of a division');
  const check = usccCheck(code.slice(0, 17));
  return check === code[17]
    ? { kind: 'uscc', code, place }
    : wrong(code, '校验码不符，多半有一位写错', 'its check character is wrong; most likely one character is');
}

const wrong = (code: string, zh: string, en: string): Registration => ({ kind: 'wrong', code, why: { zh, en } });

/** Check character of 17 characters of a code: weights 3^i modulo 31. Undefined when a character is not used. */
export function usccCheck(body: string): string | undefined {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    const value = DIGITS.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return DIGITS[(31 - (sum % 31)) % 31];
}

/** ISO 7064 MOD 11,10 over all 15 digits. */
function licenceSound(code: string): boolean {
  let carry = 10;
  for (const digit of code.slice(0, 14)) carry = (((carry + Number(digit)) % 10 || 10) * 2) % 11;
  return (carry + Number(code[14])) % 10 === 1;
}

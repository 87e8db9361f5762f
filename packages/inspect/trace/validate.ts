const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECKS = '10X98765432';

/** GB 11643 (ISO 7064 MOD 11-2): check character of the first 17 digits. */
export function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return ID_CHECKS[sum % 11] ?? '';
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** A citizen's number that could belong to somebody: form, province, a real date of the last 130 years, check character. */
export function isIdNumber(text: string): boolean {
  const match = /^(\d{2})\d{4}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(text);
  if (!match || !PROVINCES.has(match[1] ?? '')) return false;
  const [year, month, day] = [Number(match[2]), Number(match[3]), Number(match[4])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2035 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
  return idCheckCharacter(text.slice(0, 17)) === text.slice(17).toUpperCase();
}

/** Mobile ranges handed out to subscribers (numbering plan of the telecom regulator): 154, 160, 161, 163, 164, 168, 169, 179, 194 are not. */
const MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;

/** Eleven digits in a range handed out to subscribers. */
export const isMobile = (text: string): boolean => MOBILE.test(text);

/** ISO/IEC 7812 check digit. */
export function isLuhn(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

import { createHash } from 'node:crypto';
import type { PiCategory } from '@liangjian/law';
import type { Canary } from './canary.ts';

/** One literal to look for. `edges`: must not be part of a longer number. */
export interface Needle {
  readonly category: PiCategory;
  readonly text: string;
  readonly encoding: 'plain' | 'formatted' | 'reversed';
  readonly edges: boolean;
}

export interface Digest {
  readonly category: PiCategory;
  /** Algorithm, and `+86` when the country code was hashed with it. */
  readonly name: string;
  readonly hex: string;
}

/** Everything to look for, prepared once for one canary set. */
export interface Needles {
  readonly literals: readonly Needle[];
  /** By the value of the last eight hex digits, so that a text is passed over once whatever the number of digests. */
  readonly digestsByTail: ReadonlyMap<number, readonly Digest[]>;
  readonly digestsByBase64: ReadonlyMap<string, Digest>;
  /** Values worth looking for in pieces: category → value. */
  readonly splittable: readonly { readonly category: PiCategory; readonly text: string }[];
  readonly location: { readonly lat: number; readonly lng: number } | null;
}

const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'sm3'] as const;
const SPLITTABLE: readonly PiCategory[] = ['phone', 'id-number', 'bank-card', 'name', 'e-mail', 'vin'];

/** Prepares literals, digests and pieces of a canary set. */
export function needlesFor(canary: Canary): Needles {
  const entries = Object.entries(canary) as [PiCategory, string][];
  const searched = entries.filter(([category]) => category !== 'location-precise');
  const literals = searched.flatMap(([category, value]) => literalsOf(category, value));
  const digests = searched.flatMap(([category, value]) => digestsOf(category, value));
  const byTail = Map.groupBy(digests, ({ hex }) => Number.parseInt(hex.slice(-8), 16));
  const byBase64 = new Map(digests.map((digest) => [Buffer.from(digest.hex, 'hex').toString('base64').replace(/=+$/, ''), digest]));
  const [lat, lng] = (canary['location-precise'] ?? '').split(',').map(Number);
  return {
    literals,
    digestsByTail: byTail,
    digestsByBase64: byBase64,
    splittable: entries.filter(([category]) => SPLITTABLE.includes(category)).map(([category, text]) => ({ category, text })),
    location: lat !== undefined && lng !== undefined && Number.isFinite(lat) ? { lat, lng } : null,
  };
}

function literalsOf(category: PiCategory, value: string): Needle[] {
  const of = (text: string, encoding: Needle['encoding'], edges = false): Needle => ({
    category,
    text: text.toLowerCase(),
    encoding,
    edges,
  });
  const grouped = (pattern: RegExp): Needle[] =>
    [' ', '-', '.', '\u00a0'].map((mark) =>
      of(
        value.replace(pattern, (...parts) => parts.slice(1, -2).filter(Boolean).join(mark)),
        'formatted',
      ),
    );
  const plain = of(value, 'plain');
  const reversed = of([...value].reverse().join(''), 'reversed');
  switch (category) {
    case 'phone':
      return [plain, reversed, ...grouped(/^(...)(....)(....)$/)];
    case 'id-number':
      return [plain, reversed, ...grouped(/^(.{6})(.{8})(.{4})$/), ...grouped(/^(.{6})(....)(....)(....)$/)];
    case 'bank-card':
      return [plain, ...grouped(/^(....)(....)(....)(....)(.*)$/)];
    case 'plate':
      return [
        plain,
        of(value.replace(/^(..)/, '$1·'), 'formatted'),
        of(value.replace(/^(..)/, '$1 '), 'formatted'),
        of(value.replace(/^(..)/, '$1-'), 'formatted'),
      ];
    case 'birth-date':
      return [plain, ...datesOf(value)];
    default:
      return value.length >= 6 ? [plain, reversed] : [plain];
  }

  function datesOf(iso: string): Needle[] {
    const [year = '', month = '', day = ''] = iso.split('-');
    const [m, d] = [Number(month), Number(day)];
    const seconds = [Date.parse(`${iso}T00:00:00Z`) / 1000, Date.parse(`${iso}T00:00:00+08:00`) / 1000];
    return [
      ...[`${year}/${month}/${day}`, `${year}.${month}.${day}`, `${year}年${month}月${day}日`, `${year}年${m}月${d}日`].map((text) =>
        of(text, 'formatted'),
      ),
      of(`${year}${month}${day}`, 'formatted', true),
      ...seconds.flatMap((second) => [of(String(second), 'formatted', true), of(String(second * 1000), 'formatted', true)]),
    ];
  }
}

function digestsOf(category: PiCategory, value: string): Digest[] {
  const inputs: [string, string][] =
    category === 'phone'
      ? [['', value], ...['+86', '86', '0086', '+86 ', '+86-', '86-'].map((code): [string, string] => ['+86', code + value])]
      : [['', value]];
  if (value !== value.toLowerCase()) inputs.push(['', value.toLowerCase()]);
  if (value !== value.toUpperCase()) inputs.push(['', value.toUpperCase()]);
  return inputs.flatMap(([suffix, input]) => {
    const md5 = createHash('md5').update(input).digest('hex');
    return [
      ...ALGORITHMS.map((name) => ({ category, name: name + suffix, hex: createHash(name).update(input).digest('hex') })),
      // Two habits of Chinese back ends: the middle half of an MD5, and MD5 taken twice.
      { category, name: `md5-16${suffix}`, hex: md5.slice(8, 24) },
      { category, name: `md5-md5${suffix}`, hex: createHash('md5').update(md5).digest('hex') },
    ];
  });
}

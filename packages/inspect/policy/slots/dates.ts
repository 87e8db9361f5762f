const DATE = '[【\\[（(]?(20\\d{2})[】\\])）]?\\s*[年\\-/.]\\s*[【\\[]?(\\d{1,2})[】\\]]?\\s*[月\\-/.]\\s*[【\\[]?(\\d{1,2})[】\\]]?';
const NAMED: readonly (readonly [kind: DateKind, pattern: RegExp])[] = [
  [
    'effective',
    new RegExp(
      `(?:生效|施行|实施|启用)(?:日期|时间|日)?[^。；\\d\\n]{0,10}${DATE}|${DATE}日?[^。；\\d\\n]{0,6}(?:起)?(?:正式)?(?:生效|施行|实施)`,
      'g',
    ),
  ],
  [
    'updated',
    new RegExp(`(?:更新|修订|修改|修正|改版)(?:日期|时间|于)?[^。；\\d\\n]{0,10}${DATE}|${DATE}日?[^。；\\d\\n]{0,6}(?:更新|修订)`, 'g'),
  ],
  [
    'published',
    new RegExp(`(?:发布|公布|颁布|版本|公示)(?:日期|时间|于)?[^。；\\n]{0,10}?${DATE}|${DATE}日?[^。；\\d\\n]{0,4}(?:发布|公布)`, 'g'),
  ],
];

export type DateKind = 'effective' | 'updated' | 'published';

export interface PolicyDate {
  readonly kind: DateKind;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly at: number;
}

const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');

/** Dates of the text itself that are named as such, and the first and last bare date line when none is. */
export function datesIn(text: string): PolicyDate[] {
  return NAMED.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [year, month, day] = match[1] ? match.slice(1, 4) : match.slice(4, 7);
      const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
      return year && valid ? [{ kind, day: `${year}-${two(month)}-${two(day)}`, at: match.index }] : [];
    }),
  );
}

import type { Text } from '@liangjian/law';
import { z } from 'zod';
import { type Header, normalName } from './header.ts';
import { type OrderChannel, type OrderField, orderFields } from './order.ts';

const fields = orderFields.map(({ field }) => field) as [OrderField, ...OrderField[]];

/** A saved map of columns: which header stands for which field. By name, so the order of columns may change. */
export const columnMapSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  channel: z.enum(['12315', '12345', 'report-centre']),
  /** Used where the file has no column or no value for it. */
  defaultKind: z.enum(['complaint', 'report']).nullable(),
  columns: z
    .array(z.strictObject({ field: z.enum(fields), header: z.string().min(1).max(200) }))
    .min(1)
    .max(fields.length)
    .refine((columns) => new Set(columns.map(({ field }) => field)).size === columns.length, 'a field stands twice'),
});

export type ColumnMap = z.infer<typeof columnMapSchema>;

export interface SuggestedMap {
  readonly map: ColumnMap;
  /** Columns nobody asked for; they are not imported, and the officer sees which. */
  readonly unused: readonly string[];
  /** Required fields for which no column was found. */
  readonly missing: readonly OrderField[];
  /** Why each column was taken: the word of the header it rests on. */
  readonly reasons: readonly { readonly field: OrderField; readonly header: string; readonly word: string }[];
}

/** Suggests a map from the words of the header. Every field goes to the column that names it best, each column to one field. */
export function suggestMap(header: Header, channel: OrderChannel, name: string): SuggestedMap {
  const offers = orderFields.flatMap(({ field, words, never }) =>
    header.names.flatMap((column) => {
      const word = never?.test(column) ? undefined : bestWord(column, words);
      return word === undefined ? [] : [{ field, header: column, ...word }];
    }),
  );
  offers.sort((one, other) => other.score - one.score);
  const reasons: { field: OrderField; header: string; word: string }[] = [];
  for (const { field, header: column, word } of offers)
    if (!reasons.some((taken) => taken.field === field || taken.header === column)) reasons.push({ field, header: column, word });
  const taken = new Set(reasons.map(({ header: column }) => column));
  return {
    map: {
      name,
      channel,
      defaultKind: channel === '12345' ? null : channel === 'report-centre' ? 'report' : null,
      columns: orderFields.flatMap(({ field }) => {
        const reason = reasons.find((one) => one.field === field);
        return reason ? [{ field, header: reason.header }] : [];
      }),
    },
    unused: header.names.filter((column) => column !== '' && !taken.has(column)),
    missing: orderFields.filter(({ field, required }) => required && !reasons.some((one) => one.field === field)).map(({ field }) => field),
    reasons,
  };
}

/** The longest word that the header is, or ends with; the whole name counts more than its end, an earlier word more than a later. */
function bestWord(column: string, words: readonly string[]): { readonly word: string; readonly score: number } | undefined {
  const normal = normalName(column);
  let best: { word: string; score: number } | undefined;
  for (const [at, word] of words.entries()) {
    const form = normalName(word);
    const score = normal === form ? 1000 - at : form.length >= 2 && normal.endsWith(form) ? 100 + form.length * 10 - at : 0;
    if (score > (best?.score ?? 0)) best = { word, score };
  }
  return best;
}

/** Column index of each field by a saved map, or what the file lacks. Required fields must have a column. */
export function applyMap(
  map: ColumnMap,
  header: Header,
): { readonly ok: true; readonly at: ReadonlyMap<OrderField, number> } | { readonly ok: false; readonly faults: readonly Text[] } {
  const at = new Map<OrderField, number>();
  const faults: Text[] = [];
  for (const { field, header: wanted } of map.columns) {
    const index = header.names.findIndex((name) => normalName(name) === normalName(wanted));
    if (index >= 0) at.set(field, index);
    else faults.push({ zh: `文件里没有“${wanted}”这一列`, en: `the file has no column “${wanted}”` });
  }
  for (const { field, label, required } of orderFields)
    if (required && !map.columns.some((column) => column.field === field))
      faults.push({ zh: `尚未指定哪一列是“${label.zh}”`, en: `no column is chosen for the ${label.en}` });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, at };
}

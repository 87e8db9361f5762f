import { z } from 'zod';
import { type InboxFilter, inboxFilter } from '../../triage/index.ts';

/** One value, or the same name several times. */
const many = z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]).optional();
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(200).optional(),
};

/** The inbox's filter as an address carries it. */
export const tipQuery = z.object({
  states: many,
  kinds: many,
  channels: many,
  scenes: many,
  violations: many,
  districts: many,
  offices: many,
  handler: z.string().max(40).optional(),
  operator: z.uuid().optional(),
  batch: z.uuid().optional(),
  receivedFrom: z.iso.date().optional(),
  receivedTo: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  number: z.string().max(64).optional(),
  ...page,
});

const LISTS = ['states', 'kinds', 'channels', 'scenes', 'violations', 'districts', 'offices'] as const;

/** The filter an address asks for. Throws a ZodError. */
export function filterOf({ limit: _limit, cursor: _cursor, ...asked }: z.output<typeof tipQuery>): InboxFilter {
  const lists = Object.fromEntries(LISTS.flatMap((name) => (asked[name] === undefined ? [] : [[name, [asked[name]].flat()]])));
  return inboxFilter.parse({ ...asked, ...lists });
}

const place = z.tuple([z.iso.date().nullable(), z.uuid()]);

/** Where the next page begins: the last row of this one. */
export const cursorAfter = ({ dueOn, id }: { readonly dueOn: string | null; readonly id: string }): string =>
  Buffer.from(JSON.stringify([dueOn, id])).toString('base64url');

/** Throws a ZodError for what `cursorAfter` has not made. */
export function readCursor(cursor: string): { readonly dueOn: string | null; readonly id: string } {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [dueOn, id] = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue('no cursor');
        return z.NEVER;
      }
    })
    .pipe(place)
    .parse(text);
  return { dueOn, id };
}

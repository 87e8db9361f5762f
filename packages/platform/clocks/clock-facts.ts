import { type Approver, approvers, type Limit, type PauseGround, pauseGrounds } from '@liangjian/law';
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const who = { by: z.string().max(80), why: z.string().max(500) };

/** A pause as it is kept: who began it and why, and who ended it. */
export const storedPause = z.strictObject({
  from: day,
  to: day.nullable(),
  ground: z.enum(Object.keys(pauseGrounds) as [PauseGround, ...PauseGround[]]),
  ...who,
  endedBy: z.string().max(80).nullable().default(null),
});
export type StoredPause = z.infer<typeof storedPause>;

/** An extension as it is kept: who approved it, on what day. */
export const storedExtension = z.strictObject({
  approver: z.enum(Object.keys(approvers) as [Approver, ...Approver[]]),
  grantedOn: day,
  limit: z.strictObject({ value: z.int().min(1), unit: z.enum(['working-day', 'calendar-day', 'hour', 'month', 'year']) }).optional(),
  ...who,
});
export type StoredExtension = z.infer<typeof storedExtension>;

/** What a clock is reckoned from. Everything else of a stored clock follows from this and the calendar. */
export interface ClockFacts {
  /** The duty, `T01`. */
  readonly slot: string;
  /** Day of the event, or an instant for an hour clock. */
  readonly startOn: string;
  /** Day of receipt of the matter: decides the version of the rule. */
  readonly receivedOn: string;
  readonly pauses: readonly StoredPause[];
  readonly extensions: readonly StoredExtension[];
  /** What the office has set itself where law gives no number. */
  readonly target: Limit | null;
}

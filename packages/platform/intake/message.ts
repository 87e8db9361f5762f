import { z } from 'zod';
import type { Place } from '../vault/sealed.ts';

/** What is sealed as a message under the key of its tip. */
export const messageText = z.object({ text: z.string() });

export const messagePlace = (tip: string, message: string): Place => ['tip', tip, 'message', message];

/** Longest message, either way. */
export const MESSAGE_LENGTH = 5000;

/** A message as it is written: several lines, no control characters, not empty unless files come with it. */
export const messageInput = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim())
  .pipe(
    z
      .string()
      .max(MESSAGE_LENGTH)
      .regex(/^(?:\P{Cc}|[\n\t])*$/u),
  );

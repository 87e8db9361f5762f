import { createHash } from 'node:crypto';
import type { PromptRole } from '../../facts/fact.ts';
import { promptText } from '../words/prompt-text.ts';

/** Name of a prompt across the surfaces of one visit: its role and the letters it shows; digits (countdowns, prices, times) are left out. */
export function promptKey(role: PromptRole, text: string, place: string): string {
  const letters = promptText(text)
    .replace(/[^\p{L}]+/gu, '')
    .slice(0, 400);
  return `${role}-${createHash('sha256')
    .update(letters || place)
    .digest('hex')
    .slice(0, 12)}`;
}

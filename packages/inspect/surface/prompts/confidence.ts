import type { PromptReading } from '../model.ts';

/** The house's line: beneath it a role is not claimed and the prompt stays `unknown`. Set so that no look-alike of the cases passes it. */
export const CONFIDENT = 0.6;

/** Whether a prompt's role may be built upon. */
export function isConfidentPrompt(prompt: Pick<PromptReading, 'role' | 'confidence'>): boolean {
  return prompt.role !== 'unknown' && prompt.confidence >= CONFIDENT;
}

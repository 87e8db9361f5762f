import { z } from 'zod';
import { sealJson, suites, unsealJson } from '../vault/index.ts';
import { OfficeFault } from './fault.ts';

/** How long somebody may take between two steps of logging in. */
const LIFE_MS = 5 * 60_000;

const envelope = z.object({ until: z.number(), value: z.unknown() });

/** What the server must remember between two steps, sealed and handed to the browser: nothing is stored for who never comes back. */
export const sealPending = (key: Uint8Array, step: string, value: unknown, now = Date.now()): string =>
  sealJson(suites.international, key, { until: now + LIFE_MS, value }, ['pending', step]).toString('base64url');

/** Opens what `sealPending` made for this step. Throws `log-in-failed` when it is not ours, of another step, or too old. */
export function openPending(key: Uint8Array, step: string, sealed: string, now = Date.now()): unknown {
  try {
    const { until, value } = envelope.parse(unsealJson(key, Buffer.from(sealed.slice(0, 4000), 'base64url'), ['pending', step]));
    if (until >= now) return value;
  } catch {
    // Told like everything else that does not fit.
  }
  throw new OfficeFault('log-in-failed');
}

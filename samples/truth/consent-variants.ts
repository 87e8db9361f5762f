import type { Sample } from './sample.ts';

export const CONSENT_VARIANTS: readonly Sample[] = [];

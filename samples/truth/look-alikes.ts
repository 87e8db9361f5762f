import type { Sample } from './sample.ts';

export const LOOK_ALIKES: readonly Sample[] = [];

import { CONSENT_VARIANTS } from './truth/consent-variants.ts';
import { LOOK_ALIKES } from './truth/look-alikes.ts';
import type { Sample } from './truth/sample.ts';
import { SITES } from './truth/sites.ts';

export type { Sample } from './truth/sample.ts';
export { CONSENT_VARIANTS, LOOK_ALIKES, SITES };

/** The page whose server log counts how complete a ledger is; it is no shop and nothing is judged on it. */
export const ADVERSARIAL = { id: 'adversarial', host: 'main.adversarial.test', path: '/' } as const;

/** Every sample page with its truth: the scene shops and their clean twins, look-alike dialogs, ways of asking consent. */
export const SAMPLES: readonly Sample[] = [...SITES, ...LOOK_ALIKES, ...CONSENT_VARIANTS];

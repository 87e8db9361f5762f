/** Text for people; Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One thing verified. `gap`: nothing is broken, but something a court may ask for is not proved. */
export interface Check {
  readonly name:
    | 'container'
    | 'package'
    | 'signature'
    | 'signer'
    | 'statement'
    | 'manifest'
    | 'item'
    | 'members'
    | 'ledger'
    | 'capture'
    | 'timestamp';
  readonly ok: boolean;
  readonly gap: boolean;
  /** Stable word for what is wrong or missing; null when all is well. */
  readonly fault: string | null;
  /** The member, item, ledger or key it is about. */
  readonly subject: string | null;
  readonly detail: Bilingual;
}

export const passed = (name: Check['name'], zh: string, en: string, subject: string | null = null): Check => ({
  name,
  ok: true,
  gap: false,
  fault: null,
  subject,
  detail: { zh, en },
});

export const broken = (name: Check['name'], fault: string, subject: string | null, zh: string, en: string): Check => ({
  name,
  ok: false,
  gap: false,
  fault,
  subject,
  detail: { zh, en },
});

export const gap = (name: Check['name'], fault: string, subject: string | null, zh: string, en: string): Check => ({
  name,
  ok: true,
  gap: true,
  fault,
  subject,
  detail: { zh, en },
});

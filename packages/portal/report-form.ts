import type { TipDraft } from '@liangjian/platform/intake';
import type { PortalLanguage } from './text/words.ts';

/** What came in with the form, as typed. Unknown names are dropped when it is read; nothing here is checked yet. */
export interface FormValues {
  readonly happened: readonly string[];
  /** Ids of files that came with an earlier try and are still wanted. */
  readonly kept: readonly string[];
  /** Value of a field; `` when it is not there. */
  readonly one: (name: string) => string;
}

/** Fields of the form that hold text, in any order; the files follow them. */
const TEXT_FIELDS = [
  'form',
  'challenge',
  'proof',
  'answer',
  'qrText',
  'story',
  'day',
  'scene',
  'shopName',
  'shopAddress',
  'district',
  'link',
  'sms',
  'aim',
  'wish',
  'who',
  'name',
  'contact',
];
const KNOWN: ReadonlySet<string> = new Set(TEXT_FIELDS);

/** Values out of name and value pairs; the first of a name counts, and what is no field of the form is left out. */
export function formValues(pairs: Iterable<readonly [string, string]>): FormValues {
  const first = new Map<string, string>();
  const happened: string[] = [];
  const kept: string[] = [];
  for (const [name, value] of pairs) {
    if (name === 'happened') happened.push(value);
    else if (name === 'kept') kept.push(value);
    else if (KNOWN.has(name) && !first.has(name)) first.set(name, value);
  }
  return { happened, kept, one: (name) => first.get(name) ?? '' };
}

/** The tip that a form says, still unchecked. Who chose to stay anonymous is anonymous, whatever stands in the fields of the name. */
export function draftOf({ happened, one }: FormValues, language: PortalLanguage): TipDraft {
  const aim = one('aim');
  return {
    form: one('form'),
    happened: [...happened],
    story: one('story'),
    day: one('day') || null,
    scene: one('scene') || null,
    shop: { name: one('shopName'), address: one('shopAddress'), district: one('district') || null },
    link: one('link'),
    qr: one('qrText'),
    sms: one('sms'),
    aim: aim === 'complaint' || aim === 'both' ? aim : 'report',
    wish: one('wish'),
    reporter: one('who') === 'named' ? { name: one('name'), contact: one('contact') } : null,
    language,
  };
}

/** Field of the page that a path of the checked tip belongs to. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'shop.name': 'shopName',
  'shop.address': 'shopAddress',
  'shop.district': 'district',
  'reporter.name': 'name',
  'reporter.contact': 'contact',
  reporter: 'name',
  qr: 'qr',
};

/** Name of the form's field for a path like `shop.name`. */
export const fieldOf = (path: string): string => FIELD_OF[path] ?? path.split('.')[0] ?? path;

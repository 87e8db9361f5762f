import { districtOf, districts, findHappening, scenes } from '@liangjian/law';
import { z } from 'zod';

/** Line of text: no control characters, which a terminal, a list or a printed form would obey. Trimmed, composed (NFC). */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(most)
        .regex(/^\P{Cc}*$/u),
    );

/** Text of several lines: tabs and line ends are the only control characters in it. */
const lines = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(most)
        .regex(/^(?:\P{Cc}|[\n\t])*$/u),
    );

const CODES: ReadonlySet<string> = new Set(scenes.map(({ code }) => code));
const DISTRICTS: ReadonlySet<string> = new Set(districts.filter(({ kind }) => kind === 'district').map(({ code }) => code));

/** Sizes of the form, for pages that show them. */
export const TIP_LIMITS = {
  story: 5000,
  shopName: 120,
  shopAddress: 200,
  link: 2000,
  qr: 4000,
  sms: 3000,
  wish: 500,
  name: 60,
  contact: 120,
} as const;

/**
 * A tip as it is sent, by the portal, the API, or an officer who writes down what somebody says. A complaint asks for redress and needs
 * somebody to talk to (CMP art. 10); a report may be anonymous (CMP art. 28). Both together become two files (CMP art. 9).
 */
export const tipInput = z
  .strictObject({
    /** Token of the form (`newForm`). */
    form: z.string().max(64),
    /** Codes of `happenings`; empty or `other` when the sender is not sure. */
    happened: z
      .array(z.string().refine((code) => findHappening(code) !== undefined))
      .max(20)
      .default([]),
    story: lines(TIP_LIMITS.story).pipe(z.string().min(1)),
    /** Day it happened, when known. */
    day: z.iso.date().nullable().default(null),
    /** Code of a scene; null when the sender is not sure. */
    scene: z
      .string()
      .refine((code) => CODES.has(code))
      .nullable()
      .default(null),
    shop: z.strictObject({
      name: line(TIP_LIMITS.shopName).pipe(z.string().min(1)),
      address: line(TIP_LIMITS.shopAddress).default(''),
      /** District code of Shanghai; null when the sender is not sure. */
      district: z
        .string()
        .transform((code) => districtOf(code)?.code ?? code)
        .pipe(z.string().refine((code) => DISTRICTS.has(code)))
        .nullable()
        .default(null),
    }),
    link: line(TIP_LIMITS.link).default(''),
    /** What the QR code says, decoded. */
    qr: line(TIP_LIMITS.qr).default(''),
    /** Text of the messages received. */
    sms: lines(TIP_LIMITS.sms).default(''),
    aim: z.enum(['report', 'complaint', 'both']),
    wish: lines(TIP_LIMITS.wish).default(''),
    /** Who it is; null = anonymous. */
    reporter: z
      .strictObject({ name: line(TIP_LIMITS.name).pipe(z.string().min(1)), contact: line(TIP_LIMITS.contact).pipe(z.string().min(3)) })
      .nullable()
      .default(null),
    language: z.enum(['zh', 'en']).default('zh'),
  })
  .refine((tip) => tip.aim === 'report' || tip.reporter !== null, { path: ['reporter'], error: 'a complaint needs a name' });

/** A tip before it is checked. */
export type TipDraft = z.input<typeof tipInput>;
/** A tip that was checked. */
export type TipInput = z.output<typeof tipInput>;
export type TipKind = 'complaint' | 'report';

/** Files that an aim becomes; the report comes first, because it may be anonymous to everybody. */
export const kindsOf = (aim: TipInput['aim']): readonly TipKind[] => (aim === 'both' ? ['report', 'complaint'] : [aim]);

/** What is sealed as the body of a tip. No identity in it: that has a record and a key of its own. */
export const tipBody = z.object({
  story: z.string(),
  happened: z.array(z.string()),
  day: z.string().nullable(),
  shop: z.object({ name: z.string(), address: z.string() }),
  link: z.string(),
  qr: z.string(),
  sms: z.string(),
  wish: z.string(),
  language: z.enum(['zh', 'en']),
});
export type TipBody = z.output<typeof tipBody>;

export const bodyOf = (tip: TipInput): TipBody => ({
  story: tip.story,
  happened: tip.happened,
  day: tip.day,
  shop: { name: tip.shop.name, address: tip.shop.address },
  link: tip.link,
  qr: tip.qr,
  sms: tip.sms,
  wish: tip.wish,
  language: tip.language,
});

import { type Campaign, campaignFaults, officeRoles, phaseKinds, type Text, targetMeasures } from '@liangjian/law';
import { z } from 'zod';

/** Rows of one list; a campaign of the city has dozens. */
const MOST_ROWS = 500;
const MOST_BYTES = 1024 * 1024;

const text = z.strictObject({ zh: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(800) });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const code = z.string().regex(/^[A-Z]{1,3}\d{1,3}$/);
const codes = z.array(code).max(100);
const confidence = z.enum(['F', 'F*', 'M', 'U']);
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];
const list = <T extends z.ZodType>(row: T) => z.array(row).max(MOST_ROWS);
const grounds = { confidence: confidence.default('F'), source: z.string().max(40).nullable().default(null), note: text.optional() };

const ownScene = z.strictObject({
  code,
  label: text,
  origin: z.enum(['shanghai', 'national', 'optional']).default('optional'),
  fromYear: z.int().min(2020).max(2100),
  toYear: z.int().min(2020).max(2100).nullable().default(null),
  extends: code.nullable().default(null),
  regulators: list(z.strictObject({ name: text, confidence: confidence.default('F') })).default([]),
  appTypes: z.array(z.int().min(1).max(39)).max(39).default([]),
  channels: z.array(z.string().max(40)).max(20).default([]),
  confidence: confidence.default('F'),
  note: text.optional(),
});

/** A campaign as a file or a form gives it. What may be left out gets the plain answer: no source, entered by the office itself. */
export const campaignSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/),
  name: text,
  years: z.array(z.int().min(2020).max(2100)).min(1).max(10),
  from: day,
  to: day.nullable().default(null),
  ...grounds,
  scenes: list(z.strictObject({ code, from: day.nullable().default(null), to: day.nullable().default(null), ...grounds })),
  ownScenes: list(ownScene).default([]),
  phases: list(
    z.strictObject({
      kind: z.enum(keysOf(phaseKinds)),
      label: text,
      scenes: codes.default([]),
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      ...grounds,
    }),
  ).default([]),
  focus: list(z.strictObject({ label: text, ...grounds })).default([]),
  offices: list(z.strictObject({ name: text, role: z.enum(keysOf(officeRoles)), scenes: codes.default([]), ...grounds })),
  numbers: list(
    z.strictObject({
      kind: z.enum(['target', 'result']),
      measure: z.enum(keysOf(targetMeasures)),
      label: text,
      value: z.number().min(0).max(1e12),
      scenes: codes.default([]),
      ...grounds,
    }),
  ).default([]),
  channels: z.array(text).max(50).default([]),
});

export type CampaignAnswer =
  | { readonly ok: true; readonly campaign: Campaign }
  | { readonly ok: false; readonly faults: readonly { readonly at: string; readonly text: Text }[] };

/** Reads a campaign from JSON text. Never throws: whatever is wrong is told with its place in the file. */
export function readCampaign(json: string): CampaignAnswer {
  if (json.length > MOST_BYTES) return refuse('文件超过1MB。', 'The file is over 1 MB.');
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return refuse('不是有效的 JSON。', 'It is not valid JSON.');
  }
  return checkCampaign(value);
}

/** The same for a value that is parsed already (a form). */
export function checkCampaign(value: unknown): CampaignAnswer {
  const parsed = campaignSchema.safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.slice(0, 50).map(({ path, message }) => ({
        at: path.join('.'),
        text: { zh: `“${path.join('.') || '文件'}”填写有误，请核对必填项和格式。`, en: message },
      })),
    };
  const campaign = parsed.data as Campaign;
  const faults = campaignFaults(campaign);
  return faults.length === 0 ? { ok: true, campaign } : { ok: false, faults: faults.map((text) => ({ at: '', text })) };
}

const refuse = (zh: string, en: string): CampaignAnswer => ({ ok: false, faults: [{ at: '', text: { zh, en } }] });

import { type ErrorEntry, errorCatalogue, errorEntry, type Text } from '@liangjian/law';
import { ZodError } from 'zod';

/** `application/problem+json` (RFC 9457) out of the one catalogue. Nothing in it comes from a case, a person or a stack. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly nextStep: Text;
  /** Our own words for why, where an act has them; never words of a case. */
  readonly why?: Text;
  /** Fields that were wrong, by path; the value itself is never repeated. */
  readonly fields?: readonly { readonly path: string; readonly problem: string }[];
}

const CODES: ReadonlySet<string> = new Set(errorCatalogue.map(({ code }) => code));

/** What our libraries say, in our words. */
const BY_LIBRARY: Readonly<Record<string, string>> = {
  FST_ERR_VALIDATION: 'invalid-input',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_REQ_FILE_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-input',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-input',
  FST_ERR_RATE_LIMIT: 'too-many-requests',
  FST_ERR_NOT_FOUND: 'not-found',
  ECONNREFUSED: 'store-unreachable',
  ECONNRESET: 'store-unreachable',
  '57P01': 'store-unreachable',
  '57P03': 'store-unreachable',
  '53300': 'store-unreachable',
  ENOSPC: 'storage-full',
  '53100': 'storage-full',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media',
  429: 'too-many-requests',
};

/** The catalogue entry of whatever was thrown: an unforeseen error is `internal-error` and says nothing more. */
export function entryOf(error: unknown): ErrorEntry {
  if (error instanceof ZodError) return errorEntry('invalid-input');
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const named = String(code ?? '');
  if (CODES.has(named)) return errorEntry(named);
  const known = BY_LIBRARY[named] ?? BY_STATUS[Number(statusCode)];
  return errorEntry(known ?? (Number(statusCode) >= 400 && Number(statusCode) < 500 ? 'invalid-input' : 'internal-error'));
}

/** The answer for an error. Its status is that of the catalogue; 500 when an error of the command line strays here. */
export function problemOf(error: unknown): Problem {
  const entry = entryOf(error);
  const fields = fieldsOf(error);
  const why = whyOf(error);
  return {
    type: `urn:liangjian:error:${entry.code}`,
    title: entry.text.zh,
    status: entry.httpStatus ?? 500,
    code: entry.code,
    text: entry.text,
    nextStep: entry.nextStep,
    ...(why ? { why } : {}),
    ...(fields.length > 0 ? { fields } : {}),
  };
}

/** A fault of triage carries its reason in both languages. */
function whyOf(error: unknown): Text | null {
  const { detail: why } = (error ?? {}) as { detail?: { zh?: unknown; en?: unknown } | null };
  return typeof why?.zh === 'string' && typeof why.en === 'string' && why.zh !== '' ? { zh: why.zh, en: why.en } : null;
}

function fieldsOf(error: unknown): { path: string; problem: string }[] {
  if (error instanceof ZodError) return error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), problem: issue.code }));
  const { validation } = (error ?? {}) as { validation?: readonly { instancePath?: string; keyword?: string }[] };
  return (validation ?? []).slice(0, 50).map(({ instancePath, keyword }) => ({
    path: (instancePath ?? '').replace(/^\//, '').replaceAll('/', '.'),
    problem: keyword ?? 'invalid',
  }));
}

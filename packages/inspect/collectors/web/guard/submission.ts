import { ASKS_ONLY, SUBMISSION_WORDS } from './submission-words.data.ts';

/** A request on its way out, as far as the guard needs to know it. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  /** The document of a page or frame. */
  readonly navigation: boolean;
  /** The navigation comes from a form. */
  readonly fromForm: boolean;
  /** We have tapped or typed in this arm. */
  readonly touched: boolean;
  /** What we typed in this arm. */
  readonly typed: readonly string[];
}

export interface Withheld {
  readonly reason: 'form' | 'submission';
  readonly detail: string;
}

const LONGEST_BODY = 65_536;

/**
 * Why a request must not leave, or null. A form is never sent. Once we have touched the page, nothing leaves that reads like an order,
 * payment, code by SMS, login, registration or message: what we typed is invented, and nobody ordered anything.
 * What a page loads for itself passes, also when it loads it by POST.
 */
export function whyWithheld(request: Outgoing): Withheld | null {
  const asks = request.method === 'GET' || request.method === 'HEAD';
  if (request.navigation) {
    if (!asks) return { reason: 'form', detail: `${request.method} navigation` };
    if (request.touched && request.fromForm) return { reason: 'form', detail: 'form sent by GET' };
    if (carriesTyped(request.url, request.typed)) return { reason: 'form', detail: 'navigation that carries what we typed' };
    return null;
  }
  if (!request.touched) return null;
  const body = request.body.slice(0, LONGEST_BODY);
  const typed = carriesTyped(request.url, request.typed) || carriesTyped(body, request.typed);
  for (const place of placesOf(request.url, body)) {
    for (const { what, pattern, evenGet, onlyWithTyped } of SUBMISSION_WORDS) {
      if ((asks && !evenGet) || (onlyWithTyped && !typed) || !pattern.test(place)) continue;
      if (what !== 'sms' && !typed && ASKS_ONLY.test(place)) continue;
      return { reason: 'submission', detail: `${what}: ${place.slice(0, 120)}` };
    }
  }
  return null;
}

/** Where the name of what a call does stands: its path, and fields such as `action` or `operationName`. */
function placesOf(url: string, body: string): string[] {
  const parsed = URL.parse(url);
  const path = safeDecode(parsed?.pathname ?? '');
  const named = [parsed?.search ?? '', body].flatMap((text) => [...text.matchAll(NAMED_ACTION)].map((match) => match[1] ?? ''));
  const mutation = [...body.matchAll(/\bmutation\s+(\w{2,60})/g)].map((match) => match[1] ?? '');
  return [path, ...named.map(safeDecode), ...mutation].map(words).filter((text) => text !== '');
}

const NAMED_ACTION =
  /["'?&]?\b(?:action|method|cmd|command|api|service|op|act|func|function|operationName|interface|apiName)\b["']?\s*[=:]\s*["']?([\w./%-]{2,80})/gi;

/** `/api/sendCode.do` → `api-send-code`. */
const words = (text: string): string =>
  text
    .replace(/\.(?:do|json|action|php|aspx?|jsp|html?)$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9\u4e00-\u9fff]+/g, '-')
    .replace(/^-+|-+$/g, '');

function carriesTyped(text: string, typed: readonly string[]): boolean {
  if (typed.length === 0) return false;
  const plain = `${text} ${safeDecode(text)}`;
  return typed.some((value) => value.length >= 4 && plain.includes(value));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

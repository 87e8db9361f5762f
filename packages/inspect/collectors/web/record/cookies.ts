import type { Protocol } from 'devtools-protocol';
import type { Target } from '../devtools/targets.ts';
import type { Arm } from './arm.ts';

export interface CookieLine {
  readonly name: string;
  readonly value: string;
  readonly domain: string | null;
  readonly path: string;
  /** Seconds since the epoch; null for the session. */
  readonly expires: number | null;
}

/** Reads one `Set-Cookie` line (or a `document.cookie` assignment), as RFC 6265 §5.2 does. `now` in milliseconds since the epoch. */
export function parseCookieLine(line: string, now = Date.now()): CookieLine {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const name = at < 0 ? '' : pair.slice(0, at).trim();
  const value = (at < 0 ? pair : pair.slice(at + 1)).trim();
  let domain: string | null = null;
  let path = '/';
  let expires: number | null = null;
  let maxAge = false;
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=');
    const key = (equals < 0 ? attribute : attribute.slice(0, equals)).trim().toLowerCase();
    const content = equals < 0 ? '' : attribute.slice(equals + 1).trim();
    if (key === 'domain' && content !== '') domain = content.replace(/^\./, '').toLowerCase();
    else if (key === 'path' && content.startsWith('/')) path = content;
    else if (key === 'max-age' && /^-?\d+$/.test(content)) {
      maxAge = true;
      expires = Math.floor(now / 1000) + Number(content);
    } else if (key === 'expires' && !maxAge) {
      const date = Date.parse(content);
      if (!Number.isNaN(date)) expires = Math.floor(date / 1000);
    }
  }
  return { name, value, domain, path, expires };
}

/** Cookies of one arm: what servers and scripts tried to set, and what the browser kept. */
export function recordCookies(arm: Arm) {
  const tried = new Map<string, { label: string; line: CookieLine; url: string; stack: string[] }>();
  const known = new Set<string>();
  const key = (name: string, value: string): string => `${name}=${value}`;

  return {
    /** Cookies of one answer; refused ones with the browser's reason. */
    fromResponse(target: Target, url: string, extra: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
      const header = Object.entries(extra.headers).find(([name]) => name.toLowerCase() === 'set-cookie')?.[1];
      const refused = new Map(extra.blockedCookies.map((one) => [one.cookieLine.trim(), one.blockedReasons]));
      for (const raw of header === undefined ? [] : header.split('\n')) {
        const line = parseCookieLine(raw);
        const reasons = refused.get(raw.trim());
        if (!reasons) known.add(key(line.name, line.value));
        arm.record(target.label, 'cookie', {
          name: line.name,
          value: line.value,
          domain: line.domain ?? hostOf(url),
          path: line.path,
          expires: line.expires,
          setBy: 'http',
          outcome: reasons ? 'refused' : 'kept',
          reason: reasons ? reasons.join(', ') : null,
          url,
          stack: [],
        });
      }
    },

    /** A script assigned to `document.cookie` or called `cookieStore.set`; whether it was kept is seen in the jar. */
    fromScript(label: string, raw: string, url: string, stack: string[]): void {
      const line = parseCookieLine(raw);
      tried.set(`${hostOf(url)} ${line.name}`, { label, line, url, stack });
      arm.record(label, 'cookie', {
        name: line.name,
        value: line.value,
        domain: line.domain ?? hostOf(url),
        path: line.path,
        expires: line.expires,
        setBy: 'script',
        outcome: 'tried',
        reason: null,
        url,
        stack,
      });
    },

    /** Compares what scripts tried with the jar. `final` also names what was not kept. */
    settle(jar: readonly Protocol.Network.Cookie[], final: boolean): void {
      for (const cookie of jar) {
        if (known.has(key(cookie.name, cookie.value))) continue;
        known.add(key(cookie.name, cookie.value));
        const attempt = [...tried.values()].find((one) => one.line.name === cookie.name && sameHost(cookie.domain, hostOf(one.url)));
        arm.record(attempt?.label ?? 'browser', 'cookie', {
          name: cookie.name,
          value: cookie.value,
          domain: cookie.domain.replace(/^\./, ''),
          path: cookie.path,
          expires: cookie.expires > 0 ? Math.floor(cookie.expires) : null,
          setBy: 'script',
          outcome: 'kept',
          reason: null,
          url: attempt?.url ?? '',
          stack: attempt?.stack ?? [],
        });
      }
      if (!final) return;
      const now = Date.now() / 1000;
      for (const { label, line, url, stack } of tried.values()) {
        const deleted = line.expires !== null && line.expires <= now;
        if (deleted || jar.some((cookie) => cookie.name === line.name && sameHost(cookie.domain, hostOf(url)))) continue;
        if (known.has(key(line.name, line.value))) continue;
        arm.record(label, 'cookie', {
          name: line.name,
          value: line.value,
          domain: line.domain ?? hostOf(url),
          path: line.path,
          expires: line.expires,
          setBy: 'script',
          outcome: 'refused',
          reason: 'not in the cookie jar at the end',
          url,
          stack,
        });
      }
    },
  };
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

function sameHost(domain: string, host: string): boolean {
  const bare = domain.replace(/^\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}

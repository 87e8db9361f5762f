import type { DevToolsClient } from '../devtools/client.ts';
import type { Target } from '../devtools/targets.ts';
import type { GotoResult } from './session.ts';

const CODES: readonly (readonly [RegExp, GotoResult['code']])[] = [
  [/NAME_NOT_RESOLVED|SOCKS_CONNECTION_HOST_UNREACHABLE|ADDRESS_INVALID|DNS/, 'dns-failed'],
  [/CERT_|SSL_|TLS/, 'tls-failed'],
  [/TIMED_OUT/, 'time-out'],
];

/** Opens an address as typed into the address bar. Only web addresses; ends at the answer, the error or the time-out. */
export async function goTo(
  client: DevToolsClient,
  page: Target,
  url: string,
  timeOutMs: number,
  expectStatus: (done: (status: number | null) => void) => () => void,
): Promise<GotoResult> {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return { ok: false, code: 'scheme-refused', why: `not a web address: ${url}`, status: null };
  let status: number | null = null;
  const stop = expectStatus((seen) => {
    status = seen;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeOutMs);
  });
  try {
    const answer = await Promise.race([client.send('Page.navigate', { url: parsed.href }, page.sessionId), late]);
    if (answer === null) {
      void client.send('Page.stopLoading', undefined, page.sessionId).catch(() => {});
      return { ok: false, code: 'time-out', why: `no answer within ${timeOutMs} ms`, status };
    }
    if (answer.errorText) {
      const code = CODES.find(([pattern]) => pattern.test(answer.errorText as string))?.[1] ?? 'connection-failed';
      return { ok: false, code, why: answer.errorText, status };
    }
    return { ok: true, code: null, why: null, status };
  } catch (error) {
    return { ok: false, code: 'browser-crashed', why: error instanceof Error ? error.message : String(error), status };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

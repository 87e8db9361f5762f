import type { PiCategory } from '@liangjian/law';
import type { Fact, FactDetails, Party } from '../../fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { armsIn, evidenceOf, firstPerArm, hostOf, makeFacts, type NetArm, type NetInput, phaseOf, steadyPath } from './net.ts';

interface Sign {
  readonly arm: NetArm;
  readonly event: LedgerEvent;
  readonly what: FactDetails['limit']['what'];
  readonly url: string;
  readonly pi: readonly PiCategory[];
}

/** States of the network that bound what could be seen: silent identity redirects, error pages, robot checks. */
export function deriveLimits(input: NetInput, partyAt: (url: string) => Party): Fact<'limit'>[] {
  const signs = input.arms.flatMap((arm) => [...identityRedirects(arm), ...mainDocument(arm)]);
  const groups = Map.groupBy(signs, ({ arm, event, what, url }) =>
    JSON.stringify([what, hostOf(url), steadyPath(URL.parse(url)?.pathname ?? ''), phaseOf(arm, event.seq)]),
  );
  return makeFacts(
    'limit',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const where = `${hostOf(first.url).replace(/:\d+$/, '')}${steadyPath(URL.parse(first.url)?.pathname ?? '')}`;
      return [
        {
          phase: phaseOf(first.arm, first.event.seq),
          pi: first.pi,
          party: partyAt(first.url),
          label: `${first.what} ${where}`,
          detail: { what: first.what, where, arms: armsIn(group.map(({ arm }) => arm.arm)) },
          evidence: firstPerArm(group).map(({ arm, event }) => evidenceOf(arm, event, null)),
          stable: [first.what, where],
        },
      ];
    }),
  );
}

/**
 * WeChat's `snsapi_base` and Alipay's `auth_base` hand over an identifier of the person without any sign on the screen;
 * the other scopes open the platform's own sheet, which a browser outside the platform never shows.
 */
function identityRedirects(arm: NetArm): Sign[] {
  return arm.events.flatMap((event): Sign[] => {
    if (event.stage === 'read' || (event.type !== 'request' && event.type !== 'navigation')) return [];
    const url = URL.parse(event.url);
    const host = url?.hostname.replace(/\.localhost$/, '') ?? '';
    const wechat = host === 'open.weixin.qq.com' && /^\/connect\/(?:oauth2\/authorize|qrconnect)/.test(url?.pathname ?? '');
    const alipay =
      /^openauth\.(?:m\.)?(?:alipay|alipaydev)\.com$/.test(host) && /publicAppAuthorize|appToAppAuth/i.test(url?.pathname ?? '');
    if (!url || !(wechat || alipay)) return [];
    const silent = /\bsnsapi_base\b|\bauth_base\b/.test(url.searchParams.get('scope') ?? '');
    return [
      {
        arm,
        event,
        what: silent ? 'silent-identifier-redirect' : 'native-only',
        url: `${url.origin}${url.pathname}`,
        pi: silent ? ['platform-id'] : ['platform-id', 'nickname-avatar'],
      },
    ];
  });
}

/** Cookies, headers and codes of the firewalls that send a test instead of the page. */
const CHALLENGE_HEADER = /^(?:cf-mitigated|x-waf-captcha|x-datadome|x-amzn-waf-action)$/i;
const CHALLENGE_COOKIE =
  /(?:^|\n|,\s*)(?:acw_sc__v[23]|__jsl_clearance(?:_s)?|waf_captcha|yunsuo_session_verify|https_waf_cookie|aliyungf_tc_verify)=/i;

/** What came of the page itself, by its last answer in the arm: a test that passed by itself is no limit. */
function mainDocument(arm: NetArm): Sign[] {
  const request = mainRequests(arm).at(-1);
  if (request?.type !== 'request') return [];
  const failure = arm.events.find((event) => event.type === 'request-failed' && event.request === request.seq);
  if (failure?.type === 'request-failed') {
    if (failure.blockedByUs || /ERR_ABORTED/.test(failure.error)) return [];
    return [{ arm, event: failure, what: /TIMED_OUT/i.test(failure.error) ? 'time-out' : 'error-page', url: request.url, pi: [] }];
  }
  const response = arm.events.findLast((event) => event.type === 'response' && event.request === request.seq);
  if (response?.type !== 'response') return [];
  const headers = Object.entries(response.headers);
  const challenged =
    headers.some(([name, value]) => CHALLENGE_HEADER.test(name) || (name.toLowerCase() === 'set-cookie' && CHALLENGE_COOKIE.test(value))) &&
    (response.status >= 400 || headers.some(([name, value]) => CHALLENGE_HEADER.test(name) && /challenge|captcha|block/i.test(value)));
  // 412 and 521 are what two widespread Chinese page shields answer before their script has run.
  if (challenged || response.status === 412 || response.status === 521 || response.status === 429)
    return [{ arm, event: response, what: 'robot-check', url: request.url, pi: [] }];
  return response.status >= 400 ? [{ arm, event: response, what: 'error-page', url: request.url, pi: [] }] : [];
}

/** Requests for the page itself, not for frames in it: those whose address the main frame then showed; all, when it never showed any. */
function mainRequests(arm: NetArm): LedgerEvent[] {
  const documents = arm.events.filter(
    (event) =>
      event.type === 'request' && event.stage !== 'read' && event.target === 'page' && event.resourceType.toLowerCase() === 'document',
  );
  const shown = arm.events.filter(
    (event) => event.type === 'navigation' && event.target === 'page' && event.stage !== 'read' && /^https?:/.test(event.url),
  );
  const first = shown[0];
  if (first?.type !== 'navigation') return documents;
  const addresses = new Set(
    shown.flatMap((event) => (event.type === 'navigation' && event.frame === first.frame ? [bare(event.url)] : [])),
  );
  return documents.filter((event) => event.type === 'request' && addresses.has(bare(event.url)));
}

const bare = (url: string): string => url.split('#', 1)[0] ?? url;

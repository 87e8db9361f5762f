import type { Party } from '../facts/fact.ts';
import { RENTED_ALIASES, SHARED_SAAS } from './rented.data.ts';
import type { Service } from './service.ts';
import { serviceOf } from './services.ts';
import { isPrivateAddress, type Site, siteOf } from './site.ts';

/** The touchpoint, and what records say about who runs it. */
export interface PartyHome {
  readonly host: string;
  readonly port: number | null;
  readonly operatorHints?: {
    /** Company names from the filing, the licence, the policy or the payee. */
    readonly companies?: readonly string[];
    /** Registrable domains filed under the same number. */
    readonly domains?: readonly string[];
  };
}

/** Alias chains the resolver gave: host → names it points to, in order. */
export type Cnames = Readonly<Record<string, readonly string[]>>;

type Answer = readonly [role: Party['role'], why: string];

/** WeChat, Alipay and the carriers: the ground a shop's page stands on, not somebody the shop chose to give data to. */
const PLATFORMS = new Set(['wechat', 'alipay-platform', 'wechat-pay', 'alipay', 'cmcc-login', 'cucc-login', 'ctcc-login']);

/** A shop's own name may be an alias of these without anybody else reading what is sent. */
const CARRYING_ONLY = new Set<string>(['static-library', 'order-saas', 'video', 'platform', 'payment']);

/**
 * Whose address this is, seen from the touchpoint. A name alone proves little: what it cannot prove is `unknown`,
 * and `third` means another identity, not yet another controller in law (an officer asks for the contract).
 */
export function partyOf(url: string, home: PartyHome, cnames: Cnames = {}): Party {
  const target = siteOf(url);
  const own = siteOf(home.port === null ? home.host : `${home.host}:${home.port}`);
  if (!target || !own) {
    return { role: 'unknown', domain: '(none)', company: null, service: null, category: null, why: 'The address names no host.' };
  }
  const service = serviceOf(target.host, URL.parse(url)?.pathname ?? '/');
  const cloak = cloakOf(target, own, cnames);
  const named = cloak?.service ?? service;
  const [role, why] = roleOf(target, own, service, home, cloak);
  return {
    role,
    domain: target.id,
    company: named?.company ?? target.rented?.company ?? null,
    service: named?.id ?? null,
    category: named?.category ?? (target.rented ? `rented-${target.rented.kind}` : null),
    why,
  };
}

function roleOf(target: Site, own: Site, service: Service | null, home: PartyHome, cloak: Cloak | null): Answer {
  if (target.host === own.host && target.port === own.port) {
    const saas = SHARED_SAAS[own.registrable ?? ''];
    return [
      'first',
      saas ? `The host of the page itself; the host belongs to ${saas}, which serves many merchants.` : 'The host of the page itself.',
    ];
  }
  if (cloak) {
    return cloak.service
      ? [
          'third',
          `The name belongs to the shop but is an alias of ${cloak.alias}, a host of ${cloak.service.company} (${cloak.service.id}).`,
        ]
      : ['unknown', `The name belongs to the shop but is an alias of ${cloak.alias}, whose owner is not known.`];
  }
  if (target.kind === 'address' || target.kind === 'local') return ofBareAddress(target, own);
  if (target.id === own.id) return ofOwnDomain(own);
  if (home.operatorHints?.domains?.includes(target.registrable ?? ''))
    return ['first', `${target.registrable} is filed under the same record as the page.`];
  if (service && home.operatorHints?.companies?.some((name) => sameCompany(name, service.company))) {
    return ['first', `The services list names ${service.company}, the company the page's own record names.`];
  }
  if (
    own.kind === 'tenant' &&
    own.rented &&
    target.kind === 'domain' &&
    target.registrable === own.registrable &&
    service?.category !== 'monitoring'
  ) {
    return [
      'unknown',
      `A host of ${own.rented.company}, the vendor the page itself runs on; whether as processor or for itself is not visible.`,
    ];
  }
  if (target.kind === 'tenant' && target.rented) return ofTenant(target, own);
  const homeService = serviceOf(own.host);
  if (service && homeService && sameCompany(service.company, homeService.company))
    return ['first', `Page and host both belong to ${service.company} by the services list.`];
  if (service && PLATFORMS.has(service.id))
    return ['platform', `${service.company} (${service.id}) is the platform the page runs on or pays through.`];
  if (service) return ['third', `The services list of ${service.asOf} names ${service.company} (${service.id}).`];
  return ['third', `Another registrable domain (${target.id}) than the page (${own.id}); no record links the two.`];
}

function ofBareAddress(target: Site, own: Site): Answer {
  if (target.host === own.host) return ['unknown', 'The same address on another port; nothing shows who answers there.'];
  if (target.kind === 'local' || isPrivateAddress(target.host))
    return ['unknown', 'A name or address of a private network says nothing about its owner.'];
  return ['third', 'Another address than the page, named by number only; no record links the two.'];
}

function ofOwnDomain(own: Site): Answer {
  const saas = own.kind === 'domain' ? SHARED_SAAS[own.registrable ?? ''] : undefined;
  return saas
    ? ['unknown', `A host of ${saas}, which serves many merchants; whether for this shop or for itself is not visible.`]
    : ['first', `The same ${own.kind === 'tenant' ? 'tenant' : 'registrable domain'} as the page (${own.id}).`];
}

function ofTenant(target: Site, own: Site): Answer {
  const vendor = target.rented?.company ?? '';
  const rented = target.rented?.kind === 'bucket' || target.rented?.kind === 'compute';
  if (rented) return ['unknown', `Space rented from ${vendor}; the name does not say who rents it (page: ${own.id}).`];
  return ['third', `Another customer (${target.id}) of ${vendor} than the page (${own.id}).`];
}

interface Cloak {
  readonly alias: string;
  readonly service: Service | null;
}

/** An own sub-domain that in truth answers from somebody else's machine; delivery networks and rented servers do not count. */
function cloakOf(target: Site, own: Site, cnames: Cnames): Cloak | null {
  if (target.host === own.host || target.id !== own.id) return null;
  const chain = (cnames[target.host] ?? []).map((name) => name.toLowerCase().replace(/\.$/, ''));
  for (const alias of chain) {
    const service = serviceOf(alias);
    if (service && !CARRYING_ONLY.has(service.category) && siteOf(alias)?.id !== own.id) return { alias, service };
  }
  const end = chain.at(-1);
  if (end === undefined || siteOf(end)?.id === own.id || chain.some(isRentedAlias)) return null;
  // The page itself stands behind the same alias target: then it says nothing about this name in particular.
  const homeEnd = cnames[own.host]?.at(-1);
  if (homeEnd !== undefined && siteOf(homeEnd)?.registrable === siteOf(end)?.registrable) return null;
  return serviceOf(end) ? null : { alias: end, service: null };
}

const isRentedAlias = (alias: string): boolean =>
  RENTED_ALIASES.some((suffix) => alias === suffix || alias.endsWith(`.${suffix}`)) || siteOf(alias)?.rented != null;

const bareName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const sameCompany = (a: string, b: string): boolean => bareName(a) === bareName(b);

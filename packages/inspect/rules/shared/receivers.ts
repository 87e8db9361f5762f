import type { Text } from '@liangjian/law';
import type { Fact, Party } from '../../facts/fact.ts';
import type { ServiceCategory } from '../../party/service.ts';
import type { FactView } from '../rule.ts';
import { isNeutral } from './fields.ts';
import { distinct, list, text } from './text.ts';

/** Services that live from watching people or devices; what they get is never needed to show a page. */
const WATCHING: readonly string[] = [
  'analytics',
  'session-replay',
  'advertising',
  'push',
  'risk-control',
  'ab-test',
  'social',
] satisfies ServiceCategory[];

/** Another identity that measures, advertises, or scores risk. */
export const isWatching = (party: Party | null): boolean => party?.role === 'third' && WATCHING.includes(party.category ?? '');

/** Another identity whose service is not one that usually works for the shop (payment, map, captcha, delivery of files). */
export const isStranger = (party: Party | null): boolean => isWatching(party) || (party?.role === 'third' && party.category === null);

/** Another identity that may well be a processor of the shop, or a relation nobody can see from outside. */
export const mayBeProcessor = (party: Party | null): boolean =>
  party?.role === 'unknown' || (party?.role === 'third' && !isStranger(party));

/** Transfers of a visitor's own session, our reading of texts left out. */
export const transfersOf = (facts: FactView): readonly Fact<'transfer'>[] =>
  facts.of('transfer').filter(({ detail }) => detail.stage !== 'read');

/** PI in a transfer that did not come from our own typing on this visit. */
export const untypedPi = (transfer: Fact<'transfer'>): Fact<'transfer'>['detail']['found'] =>
  transfer.detail.found.filter(({ canary, category }) => !canary && !isNeutral(category));

/** What we typed, gone to somebody else though nothing was ever sent by us: taken while it was being typed. */
export const takenWhileTyping = (transfer: Fact<'transfer'>): boolean =>
  isStranger(transfer.party) && transfer.detail.found.some(({ canary, category }) => canary && !isNeutral(category));

/** Carries an identifier of the device or visitor. */
export const carriesIdentifier = (transfer: Fact<'transfer'>): boolean => transfer.detail.identifiers.length > 0;

/** Who a transfer went to, in words. */
function receiverWords({ party, detail }: Fact<'transfer'>): Text {
  const name = party?.company ?? party?.service;
  const host = party?.domain ?? detail.host;
  return name ? text(`${name}（${host}）`, `${name} (${host})`) : text(host, host);
}

/** The distinct receivers of several transfers. */
export const receiversWords = (transfers: readonly Fact<'transfer'>[]): Text => list(distinct(transfers.map(receiverWords)), 4);

/** The telling part of a company name: without place, form and brackets. */
const coreOf = (name: string): string =>
  name
    .replaceAll(/（[^）]*）|\([^)]*\)/g, '')
    .replaceAll(/(股份|集团)?有限(责任)?公司|集团|^(北京|上海|深圳|广州|杭州|浙江|广东)(市)?/g, '')
    .replaceAll(/(网讯|网络|信息|数据|科技|技术|计算机系统|软件|服务)+$/g, '')
    .trim()
    .toLowerCase();

/** Labels of hosts that name a task, not a service. */
const NO_NAME =
  /^(www|api|cdn|img|image|static|assets|log|logs|data|stat|stats|track|tracking|analytics|tongji|cloud|open|app|web|site|service|services|online|mobile|media|files?|pay|gateway)$/;

/** The label a service is registered under, when it is telling: `shujia` of `shujia.com.cn`. */
function hostName(domain: string): string | null {
  const label = domain.split('.')[0] ?? '';
  return /[a-z]/.test(label) && label.length >= 4 && !NO_NAME.test(label) ? label : null;
}

/** Whether any of these words (a policy's recipients, a consent text) names the receiver by company, domain, or the telling label of it. */
export function isNamed(party: Party, words: readonly string[]): boolean {
  const company = party.company === null ? '' : coreOf(party.company);
  const domain = party.domain.toLowerCase();
  const label = hostName(domain);
  return words.some((word) => {
    const said = word.toLowerCase();
    if (said.includes(domain)) return true;
    if (label !== null && new RegExp(`(?<![a-z0-9-])${label}(?![a-z0-9-])`).test(said)) return true;
    if (company.length < 2) return false;
    const core = coreOf(word);
    return said.includes(company) || (core.length >= 2 && core.length <= 20 && (party.company ?? '').toLowerCase().includes(core));
  });
}

import type { PiCategory } from '@liangjian/law';
import type { Fact, FactDetails, Party, Phase } from '../../fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { detectPi } from '../../../trace/detect-pi.ts';
import { findInText } from '../../../trace/find-canary.ts';
import { isFingerprintName, isIdentifier, isTransientName, looksRandom } from '../../../trace/identifiers.ts';
import { leavesOf } from '../../../trace/leaves.ts';
import { type Needles, needlesFor } from '../../../trace/needles.ts';
import { armsIn, earliestStage, evidenceOf, firstPerArm, makeFacts, type NetArm, type NetInput, phaseOf, sorted, steady } from './net.ts';

interface Item {
  readonly arm: NetArm;
  readonly event: LedgerEvent<'cookie'> | LedgerEvent<'storage'>;
  readonly phase: Phase;
  readonly store: FactDetails['stored']['store'];
  readonly key: string;
  readonly value: string;
  readonly setBy: 'http' | 'script';
  readonly outcome: 'kept' | 'refused';
  readonly lifetimeDays: number | null;
  readonly party: Party;
  readonly pi: readonly PiCategory[];
}

/** Values kept in an arm that single out its browser: where they turn up in what goes out, the name they go by does not matter. */
export function keptIdentifiers(input: NetInput, partyAt: (url: string) => Party): ReadonlyMap<NetArm, ReadonlySet<string>> {
  const items = input.arms.flatMap((arm) => itemsOf(arm, partyAt, input.touchpoint.url));
  const isConstant = constantsOf(items);
  return new Map(
    input.arms.map((arm) => [
      arm,
      new Set(
        items
          .filter((item) => item.arm === arm && item.outcome === 'kept')
          .filter((item) => kindOf([item], isConstant) === 'identifier' || (!isConstant(item.value) && isKeptForGood(item)))
          .map(({ value }) => value),
      ),
    ]),
  );
}

function constantsOf(items: readonly Item[]): (value: string) => boolean {
  const arms = new Map<string, Set<string>>();
  for (const { value, arm } of items) arms.set(value, (arms.get(value) ?? new Set()).add(arm.arm));
  return (value) => (arms.get(value)?.size ?? 0) > 1;
}

/** What is kept on the device, one fact per store, key, party and phase. */
export function deriveStored(input: NetInput, partyAt: (url: string) => Party): Fact<'stored'>[] {
  const items = input.arms.flatMap((arm) => itemsOf(arm, partyAt, input.touchpoint.url));
  const isConstant = constantsOf(items);
  const groups = Map.groupBy(items, (item) => JSON.stringify([item.store, steady(item.key), item.party.domain, item.phase]));
  return makeFacts(
    'stored',
    [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      const kept = group.filter(({ outcome }) => outcome === 'kept');
      const seen = kept.length > 0 ? kept : group;
      const days = seen.flatMap(({ lifetimeDays }) => (lifetimeDays === null ? [] : [lifetimeDays]));
      const key = steady(first.key);
      return [
        {
          phase: first.phase,
          pi: sorted(seen.flatMap(({ pi }) => pi)) as PiCategory[],
          party: first.party,
          label: key,
          detail: {
            store: first.store,
            key,
            setBy: seen.some(({ setBy }) => setBy === 'http') ? ('http' as const) : ('script' as const),
            outcome: kept.length > 0 ? ('kept' as const) : ('refused' as const),
            value: kindOf(seen, isConstant),
            lifetimeDays: days.length > 0 ? Math.max(...days) : null,
            stage: earliestStage(seen.map(({ event }) => event.stage)),
            arms: armsIn(seen.map(({ arm }) => arm.arm)),
          },
          evidence: firstPerArm(seen).map(({ arm, event }) => evidenceOf(arm, event, null)),
          stable: [first.store],
        },
      ];
    }),
  );
}

function itemsOf(arm: NetArm, partyAt: (url: string) => Party, page: string): Item[] {
  const needles = needlesFor(arm.canary);
  const start = startOf(arm);
  const cookies = arm.events.filter((event) => event.type === 'cookie');
  const readsJar = cookies.some(({ outcome }) => outcome !== 'tried');
  const jar = new Set(cookies.filter(({ outcome }) => outcome === 'kept').map(({ name }) => name));
  const items = arm.events.flatMap((event): Item[] => {
    if (event.stage === 'read') return [];
    if (event.type === 'cookie') {
      // Tried and never found in a jar we did read: the browser did not keep it.
      if (event.outcome === 'tried' && !readsJar) return [];
      const host = event.domain.replace(/^\./, '');
      const at = [event.url, page].find((url) => URL.parse(url)?.hostname === host) ?? (host === '' ? event.url : `https://${host}/`);
      return [
        {
          arm,
          event,
          phase: phaseOf(arm, event.seq),
          store: 'cookie',
          key: event.name,
          value: event.value,
          setBy: event.setBy,
          outcome: event.outcome === 'kept' || (event.outcome === 'tried' && jar.has(event.name)) ? 'kept' : 'refused',
          lifetimeDays: daysOf(event.expires, start === null ? null : start + event.t),
          party: partyAt(at),
          pi: piIn(event.name, event.value, needles),
        },
      ];
    }
    if (event.type !== 'storage' || event.key === '' || !['set', 'found', 'open'].includes(event.operation)) return [];
    return [
      {
        arm,
        event,
        phase: phaseOf(arm, event.seq),
        store: event.store,
        key: event.key,
        value: event.value ?? '',
        setBy: 'script',
        outcome: 'kept',
        lifetimeDays: null,
        party: partyAt(event.origin),
        pi: piIn(event.key, event.value ?? '', needles),
      },
    ];
  });
  // A later look into the jar finds what was there: it does not move a value into a later phase.
  const known = new Set<string>();
  return items.filter(({ store, key, party, outcome, value }) => {
    const name = [store, key, party.domain, outcome, value].join('\u0000');
    return !known.has(name) && known.add(name);
  });
}

function piIn(key: string, value: string, needles: Needles): readonly PiCategory[] {
  if (value === '') return [];
  const found = findInText(value, needles, key).map(({ category }) => category);
  const leaves = leavesOf(value) ?? [{ key, value }];
  const seen = leaves.flatMap((leaf) => {
    const pi = detectPi(leaf);
    return pi?.certainty === 'strong' ? [pi.category] : [];
  });
  return [...found, ...seen];
}

function kindOf(items: readonly Item[], isConstant: (value: string) => boolean): FactDetails['stored']['value'] {
  if (items.some(({ pi }) => pi.length > 0)) return 'pi';
  const own = items.filter(({ key, value }) => !isConstant(value) || (isFingerprintName(key) && looksRandom(value)));
  if (
    own.some(({ key, value, lifetimeDays, store }) =>
      holdsIdentifier(key, value, store === 'cookie' ? lifetimeDays : Number.POSITIVE_INFINITY),
    )
  )
    return 'identifier';
  return items.every(({ value }) => value.length <= 16 && !looksRandom(value)) ? 'flag' : 'other';
}

/** A single random value in a store that never ends by itself: sent out, it names the browser under whatever name. */
function isKeptForGood({ store, key, value, pi }: Item): boolean {
  const lasts = store === 'localStorage' || store === 'indexedDB';
  return lasts && pi.length === 0 && leavesOf(value) === null && !isTransientName(key) && /[a-z]/i.test(value) && looksRandom(value);
}

/** A cookie that ends with the session keeps one visit together; only what lasts tells one visitor from another. */
function holdsIdentifier(key: string, value: string, lifetimeDays: number | null): boolean {
  const leaves = (leavesOf(value) ?? []).map((leaf) => ({ key: leaf.key || key, value: leaf.value }));
  if ([{ key, value }, ...leaves].some(isIdentifier)) return true;
  return (
    lifetimeDays !== null &&
    lifetimeDays >= 1 &&
    Number.isFinite(lifetimeDays) &&
    !isTransientName(key) &&
    /[a-z]/i.test(value) &&
    looksRandom(value)
  );
}

/** Instant at which the arm began, by the first dated answer of a server; the ledger itself counts from the arm's start. */
function startOf(arm: NetArm): number | null {
  for (const event of arm.events) {
    if (event.type !== 'response') continue;
    const date = Object.entries(event.headers).find(([name]) => name.toLowerCase() === 'date')?.[1];
    const instant = date === undefined ? Number.NaN : Date.parse(date);
    if (!Number.isNaN(instant)) return instant - event.t;
  }
  return null;
}

function daysOf(expires: number | null, now: number | null): number | null {
  if (expires === null || expires <= 0 || now === null) return null;
  const instant = expires > 1e11 ? expires : expires * 1000;
  return Math.max(0, Math.round((instant - now) / 86_400_000));
}

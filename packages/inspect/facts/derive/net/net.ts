import type { ArmName, Evidence, Fact, FactType, Party, Phase, Stage } from '../../fact.ts';
import { type FactParts, makeFact } from '../../make-fact.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { type Cnames, type PartyHome, partyOf } from '../../../party/party.ts';
import { phaseAt } from '../visit/visit.ts';

/** One arm as the ledger has it. */
export interface NetArm {
  readonly arm: ArmName;
  readonly events: readonly LedgerEvent[];
  /** Place of our answer to the consent prompt, null when none was answered. */
  readonly choiceSeq: number | null;
  readonly hadConsentPrompt: boolean;
  /** Canary values typed in this arm, by category. */
  readonly canary: Readonly<Record<string, string>>;
}

export interface NetInput {
  readonly arms: readonly NetArm[];
  readonly touchpoint: { readonly url: string; readonly operatorHints?: NonNullable<PartyHome['operatorHints']> };
  /** Bytes of an artefact, null when it was not kept. */
  readonly read: (sha256: string) => Buffer | null;
  /** Text that the screens of an arm showed to the visitor; absent where nobody looked. */
  readonly screens?: (arm: ArmName) => string;
  readonly dns: readonly { readonly host: string; readonly cname: readonly string[] }[];
}

/** Party of an address, remembered: one visit asks for the same few hosts hundreds of times. */
export function partyReader(input: NetInput): (url: string) => Party {
  const home = homeOf(input);
  const cnames: Cnames = Object.fromEntries(input.dns.map(({ host, cname }) => [host.toLowerCase(), cname]));
  const known = new Map<string, Party>();
  return (url) => {
    const at = URL.parse(url);
    const key = at ? `${at.protocol}//${at.host}${at.pathname}` : url;
    const party = known.get(key) ?? partyOf(url, home, cnames);
    known.set(key, party);
    return party;
  };
}

function homeOf({ touchpoint }: NetInput): PartyHome {
  const url = URL.parse(touchpoint.url);
  const port = url ? Number(url.port || (url.protocol === 'https:' ? 443 : 80)) : null;
  return { host: url?.hostname ?? '', port, ...(touchpoint.operatorHints ? { operatorHints: touchpoint.operatorHints } : {}) };
}

export const phaseOf = (arm: NetArm, seq: number): Phase => phaseAt(arm, arm.hadConsentPrompt, seq);

const ARM_ORDER: readonly ArmName[] = ['untouched', 'refuse', 'accept', 'control'];
const STAGE_ORDER: readonly Stage[] = ['arrive', 'choice', 'use', 'leave', 'read'];

/** Arms in house order, each once. */
export const armsIn = (arms: readonly ArmName[]): ArmName[] => ARM_ORDER.filter((arm) => arms.includes(arm));
export const earliestStage = (stages: readonly Stage[]): Stage => STAGE_ORDER.find((stage) => stages.includes(stage)) ?? 'arrive';
export const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** Parts of a name or address that are new in every visit become `*`: facts of two visits must be equal. */
export function steady(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '*')
    .replace(/[0-9a-z]{8,}/gi, (word) => (looksMade(word) ? '*' : word));
}

/** Made by a clock or by chance, not chosen by a person: many digits, hex, or letters and digits in turn. */
function looksMade(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (digits >= 8 || (digits >= 3 && /^[0-9a-f]{8,}$/i.test(word))) return true;
  return word.length >= 12 && digits >= 3 && (word.match(/\d+/g)?.length ?? 0) >= 3;
}

/** Path of an address with ids left out, no query. */
export const steadyPath = (path: string): string =>
  path
    .split('/')
    .map((part) => (/^(?=.*\d)[0-9a-f-]{12,}$|^\d{4,}$|\d{8,}/i.test(part) ? '*' : part))
    .join('/');

/** Host as a fact shows it: no port for names; an address keeps its port, for there it is part of who answers. */
export function hostOf(url: string): string {
  const at = URL.parse(url);
  if (!at) return '';
  return /^[\d.]+$|^\[/.test(at.hostname) ? at.host : steady(at.hostname);
}

/** Evidence of a ledger entry: its body when one was kept, else the picture of the moment. */
export function evidenceOf(arm: NetArm, event: LedgerEvent, artefact: string | null): Evidence {
  const shown = artefact ?? pictureBefore(arm, event.seq);
  return { artefact: shown ?? '', request: event.seq, arm: arm.arm };
}

function pictureBefore(arm: NetArm, seq: number): string | null {
  let picture: string | null = null;
  for (const event of arm.events) {
    if (event.type !== 'surface' || event.stage === 'read') continue;
    if (event.seq > seq && picture !== null) break;
    picture = event.screenshot ?? event.surface;
  }
  return picture;
}

/** The first piece of evidence of each arm: enough to look it up, not one for each of a thousand requests. */
export function firstPerArm<T extends { readonly arm: NetArm }>(sightings: readonly T[]): readonly T[] {
  return sightings.filter((sighting, at) => sightings.findIndex((other) => other.arm.arm === sighting.arm.arm) === at);
}

/** Makes facts in a fixed order; two that only a random port tells apart are numbered instead of lost. */
export function makeFacts<T extends FactType>(type: T, parts: readonly FactParts<T>[]): Fact<T>[] {
  const order = (part: FactParts<T>): string => [part.phase, part.party?.domain ?? '', part.label, ...part.stable].join('\u0000');
  const seen = new Map<string, number>();
  return [...parts]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((part) => {
      const fact = makeFact(type, part);
      const before = seen.get(fact.id) ?? 0;
      seen.set(fact.id, before + 1);
      return before === 0 ? fact : makeFact(type, { ...part, stable: [...part.stable, before] });
    });
}

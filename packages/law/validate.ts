import { appBehaviours } from './app-method.data.ts';
import { appTypes } from './app-types.data.ts';
import { isDay } from './date.ts';
import { districts } from './districts.data.ts';
import { dutyTiers } from './duty-tiers.data.ts';
import { errorCatalogue } from './errors.data.ts';
import { resolveHook } from './hook.ts';
import type { Instrument } from './instrument.ts';
import { articleSuccessors, guidance, instruments } from './instruments/index.ts';
import { necessityEntries } from './necessity.data.ts';
import { penaltyRanges } from './penalties.data.ts';
import { penaltyRoutes } from './penalty-routes.data.ts';
import { piCategories } from './pi-categories.data.ts';
import { PI_CATEGORY_IDS } from './pi-category.ts';
import { policyElements, policyTopics } from './policy-elements.data.ts';
import type { Requirement } from './requirement.ts';
import { requirements } from './requirements/index.ts';
import { channels, scenes } from './scenes.data.ts';
import { sources } from './sources.data.ts';
import { standards } from './standards.data.ts';
import { violationKinds } from './violation-kinds.data.ts';

/** Everything `validateLaw` looks at; a test hands in a copy with a mistake. */
export const wholeLaw = {
  requirements,
  instruments,
  guidance,
  scenes,
  channels,
  piCategories,
  necessityEntries,
  penaltyRanges,
  penaltyRoutes,
  violationKinds,
  policyElements,
  policyTopics,
  appBehaviours,
  appTypes,
  dutyTiers,
  standards,
  errorCatalogue,
  districts,
  sources,
};

export type LawData = typeof wholeLaw;

const CONFIDENCE = new Set(['F', 'F*', 'M', 'U']);
const LEVELS = new Set(['A', 'B', 'C']);
const CAPTURES = new Set(['UI', 'NET', 'TXT', 'MSG', 'SITE', 'DOC', 'DATA', 'INT']);

/** Faults of the data, one sentence each; empty when the library is sound. Run by the check and by tests, never at start. */
export function validateLaw(law: LawData = wholeLaw): readonly string[] {
  return [
    ...repeated(
      'requirement',
      law.requirements.map((row) => row.id),
    ),
    ...repeated(
      'instrument',
      law.instruments.map((one) => one.key),
    ),
    ...repeated(
      'guidance',
      law.guidance.map((one) => one.key),
    ),
    ...repeated(
      'scene',
      law.scenes.map((one) => one.code),
    ),
    ...repeated(
      'channel',
      law.channels.map((one) => one.code),
    ),
    ...repeated(
      'category',
      law.piCategories.map((one) => one.id),
    ),
    ...repeated(
      'penalty',
      law.penaltyRanges.map((one) => one.code),
    ),
    ...repeated(
      'route',
      law.penaltyRoutes.map((one) => one.id),
    ),
    ...repeated(
      'policy element',
      law.policyElements.map((one) => one.id),
    ),
    ...repeated(
      'policy topic',
      law.policyTopics.map((one) => one.id),
    ),
    ...repeated(
      'behaviour',
      law.appBehaviours.map((one) => one.no),
    ),
    ...repeated(
      'error',
      law.errorCatalogue.map((one) => one.code),
    ),
    ...repeated(
      'district',
      law.districts.map((one) => one.code),
    ),
    ...repeated(
      'source',
      law.sources.map((one) => one.key),
    ),
    ...repeated(
      'necessity list',
      law.necessityEntries.map((one) => `${one.scene}/${one.channel}/${one.step}`),
    ),
    ...law.requirements.flatMap((row) => requirementFaults(row, law)),
    ...law.instruments.flatMap((one) => instrumentFaults(one, law)),
    ...sceneFaults(law),
    ...referenceFaults(law),
    ...textFaults('law', law),
    ...confidenceFaults('law', law),
  ];
}

function repeated(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `${what} ${id} stands twice`);
}

function badHooks(where: string, hooks: readonly string[]): string[] {
  return hooks.filter((hook) => resolveHook(hook) === undefined).map((hook) => `${where}: hook ${hook} does not resolve`);
}

function requirementFaults(row: Requirement, law: LawData): string[] {
  const where = `requirement ${row.id}`;
  const faults = badHooks(where, row.law);
  const sceneCodes = new Set(law.scenes.map((scene) => scene.code));
  if (!/^[A-Z]\d{2}$/.test(row.id)) faults.push(`${where}: id is not a letter and two digits`);
  if (row.law.every((hook) => hook.startsWith('guidance:') || /^App(31|39)\b/.test(hook))) faults.push(`${where}: no law beside guidance`);
  if (row.kinds.length === 0) faults.push(`${where}: no kind`);
  if (row.capture.length === 0) faults.push(`${where}: no capture type`);
  if (!LEVELS.has(row.level)) faults.push(`${where}: unknown level ${row.level}`);
  if (row.id.startsWith('G') !== (row.scenes.length === 0)) faults.push(`${where}: common rows and only they have no scene`);
  for (const kind of row.kinds) if (!law.violationKinds.some((one) => one.id === kind)) faults.push(`${where}: unknown kind ${kind}`);
  for (const code of row.scenes) if (!sceneCodes.has(code)) faults.push(`${where}: unknown scene ${code}`);
  for (const capture of row.capture) if (!CAPTURES.has(capture)) faults.push(`${where}: unknown capture type ${capture}`);
  if (row.channel !== undefined && !law.channels.some((one) => one.code === row.channel))
    faults.push(`${where}: unknown channel ${row.channel}`);
  if (row.source !== undefined && !law.sources.some((one) => one.key === row.source)) faults.push(`${where}: unknown source ${row.source}`);
  return faults;
}

function instrumentFaults(one: Instrument, law: LawData): string[] {
  const where = `instrument ${one.key}`;
  const faults: string[] = [];
  for (const day of [one.validFrom, one.validTo]) if (day !== null && !isDay(day)) faults.push(`${where}: ${day} is not a day`);
  if (one.validFrom !== null && one.validTo !== null && one.validFrom > one.validTo) faults.push(`${where}: ends before it begins`);
  if ((one.state === 'draft') !== (one.validFrom === null)) faults.push(`${where}: drafts and only they have no first day`);
  if ((one.state === 'repealed') !== (one.validTo !== null)) faults.push(`${where}: repealed texts and only they have a last day`);
  if (one.supersededBy !== null) {
    const next = law.instruments.find((other) => other.key === one.supersededBy);
    if (next === undefined) faults.push(`${where}: unknown successor ${one.supersededBy}`);
    else if (one.validTo === null || next.validFrom === null || next.validFrom <= one.validTo)
      faults.push(`${where}: overlaps its successor`);
  }
  return faults;
}

function sceneFaults(law: LawData): string[] {
  const codes = new Set(law.scenes.map((scene) => scene.code));
  const channelCodes = new Set(law.channels.map((channel) => channel.code));
  return law.scenes.flatMap((scene) => {
    const where = `scene ${scene.code}`;
    const faults: string[] = [];
    if (scene.toYear !== null && scene.toYear < scene.fromYear) faults.push(`${where}: ends before it begins`);
    if (scene.extends !== null && !codes.has(scene.extends)) faults.push(`${where}: extends unknown ${scene.extends}`);
    for (const type of scene.appTypes) if (!law.appTypes.some((one) => one.no === type)) faults.push(`${where}: unknown app type ${type}`);
    for (const channel of scene.channels) if (!channelCodes.has(channel)) faults.push(`${where}: unknown channel ${channel}`);
    const seen = new Set<string>();
    for (let at: typeof scene | undefined = scene; at?.extends; at = law.scenes.find((one) => one.code === at?.extends)) {
      if (seen.has(at.code)) return [...faults, `${where}: extends itself`];
      seen.add(at.code);
    }
    return faults;
  });
}

function referenceFaults(law: LawData): string[] {
  const rows = new Set(law.requirements.map((row) => row.id));
  const kinds = new Set<string>(law.violationKinds.map((kind) => kind.id));
  const codes = new Set(law.scenes.map((scene) => scene.code));
  const penalties = new Set(law.penaltyRanges.map((range) => range.code));
  const known = new Set<string>(PI_CATEGORY_IDS);
  const described = new Set<string>(law.piCategories.map((one) => one.id));
  const faults: string[] = [];
  for (const id of known) if (!described.has(id)) faults.push(`category ${id} is not described`);
  for (const id of described) if (!known.has(id)) faults.push(`category ${id} is not in the house's list`);
  for (const entry of law.necessityEntries) {
    const where = `necessity list ${entry.scene}/${entry.channel}/${entry.step}`;
    const all = [...entry.allowed, ...entry.optional, ...entry.forbidden];
    if (!codes.has(entry.scene)) faults.push(`${where}: unknown scene`);
    if (new Set(all).size !== all.length) faults.push(`${where}: a category stands twice`);
    if (all.some((id) => !known.has(id))) faults.push(`${where}: unknown category`);
    faults.push(...badHooks(where, [entry.source]));
  }
  for (const range of law.penaltyRanges) faults.push(...badHooks(`penalty ${range.code}`, [range.law]));
  for (const route of law.penaltyRoutes) {
    faults.push(...badHooks(`route ${route.id}`, route.via));
    if (!penalties.has(route.penalty)) faults.push(`route ${route.id}: unknown penalty ${route.penalty}`);
    for (const kind of route.kinds) if (!kinds.has(kind)) faults.push(`route ${route.id}: unknown kind ${kind}`);
  }
  for (const tier of law.dutyTiers) faults.push(...badHooks(`duty tier ${tier.id}`, tier.law));
  for (const kind of law.violationKinds) faults.push(...badHooks(`kind ${kind.id}`, kind.violated));
  for (const element of law.policyElements) {
    faults.push(...badHooks(`policy element ${element.id}`, element.law));
    if (!rows.has(element.requirement)) faults.push(`policy element ${element.id}: unknown requirement ${element.requirement}`);
  }
  for (const behaviour of law.appBehaviours) {
    faults.push(...badHooks(`behaviour ${behaviour.no}`, [`App31:${behaviour.no}`]));
    for (const id of behaviour.requirements) if (!rows.has(id)) faults.push(`behaviour ${behaviour.no}: unknown requirement ${id}`);
  }
  for (const [old, next] of Object.entries(articleSuccessors))
    faults.push(...badHooks(`successor of ${old}`, next === null ? [old] : [old, next]));
  return faults;
}

/** Every `{zh,en}` anywhere in the data is filled, and its Chinese is Chinese. */
function textFaults(path: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value || 'en' in value) {
    const { zh, en } = value as { zh?: unknown; en?: unknown };
    const faults: string[] = [];
    if (typeof zh !== 'string' || !/\p{Script=Han}/u.test(zh)) faults.push(`${path}: Chinese text is missing`);
    if (typeof en !== 'string' || !/[a-z]/i.test(en) || /\p{Script=Han}/u.test(en)) faults.push(`${path}: English text is missing`);
    return faults;
  }
  return Object.entries(value).flatMap(([key, inner]) => textFaults(`${path}.${nameOf(inner) ?? key}`, inner));
}

function confidenceFaults(path: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const faults = 'confidence' in value && !CONFIDENCE.has(String(value.confidence)) ? [`${path}: no confidence mark`] : [];
  return [...faults, ...Object.entries(value).flatMap(([key, inner]) => confidenceFaults(`${path}.${nameOf(inner) ?? key}`, inner))];
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['id', 'code', 'key', 'no']) {
    const name = (value as Record<string, unknown>)[key];
    if (typeof name === 'string') return name;
  }
  return undefined;
}

import type { PiCategory } from '@liangjian/law';
import type { CollectingPoint } from '../../../collectors/miniprogram/model/program-model.ts';
import type { DeclarationSource, Evidence, Fact, FactDetails } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { ProgramInput } from './program-input.ts';
import { isSampleText } from './sample-text.ts';

type State = FactDetails['declaration']['state'];

/**
 * What was declared, beside what the code does: each key of the configuration and of the list given to the platform,
 * in both directions. What was not read whole decides nothing about what is not used.
 */
export function declarationFacts(input: ProgramInput, texts: readonly Fact[]): Fact<'declaration'>[] {
  const policy = policyTexts(input, texts);
  return input.program.platform === 'wechat' ? [...required(input), ...permissionTexts(input), ...platformList(input), ...policy] : policy;
}

/** What a program can only take through an interface of the platform: code shows whether it does. All else may be typed or come from servers. */
const BY_INTERFACE: readonly (readonly PiCategory[])[] = [
  ['location-precise', 'location-fuzzy', 'location-background'],
  ['contacts'],
  ['camera', 'photos', 'biometric'],
  ['microphone'],
  ['clipboard'],
  ['bluetooth'],
  ['calendar'],
  ['motion'],
];

/** Kinds that the policy names and no interface in the code takes; what a policy leaves out is compared fact by fact (G12). */
function policyTexts(input: ProgramInput, texts: readonly Fact[]): Fact<'declaration'>[] {
  const { program, model } = input;
  if (program.unread.length + model.unread.length > 0) return [];
  const clauses = texts.filter(
    (one): one is Fact<'policy-clause'> => one.type === 'policy-clause' && one.detail.document === 'privacy-policy',
  );
  return BY_INTERFACE.flatMap((group) => {
    const said = clauses.filter(({ pi, detail }) => detail.verdict === 'present' && pi.some((category) => group.includes(category)));
    const [first] = said;
    if (!first || model.points.some(({ pi, status }) => status !== 'abolished' && pi.some((category) => group.includes(category))))
      return [];
    const key = first.pi.find((category) => group.includes(category)) ?? '';
    return [fact('policy', key, 'unused', first.label, [], first.evidence.slice(0, 1))];
  });
}

const isThere = ({ status }: CollectingPoint): boolean => status !== 'abolished';

/** Whether the code uses something: certainly, perhaps (unreachable, undecided), or nowhere in what was read. */
function useOf(points: readonly CollectingPoint[], { program, model }: ProgramInput): 'used' | 'undecided' | 'unused' {
  if (points.some(({ reachable, status }) => reachable === 'yes' && status === 'live')) return 'used';
  return points.length > 0 || program.unread.length + model.unread.length > 0 ? 'undecided' : 'unused';
}

function required(input: ProgramInput): Fact<'declaration'>[] {
  const { program, model } = input;
  const declared = program.config.requiredPrivateInfos;
  const by = groups(model.points.filter(isThere), ({ requiredPrivateInfo }) => requiredPrivateInfo);
  return [
    ...declared.map((key) =>
      fact('configuration', key, useOf(by.get(key) ?? [], input), null, [], [placeOf(input, `requiredPrivateInfos.${key}`)]),
    ),
    ...[...by].flatMap(([key, points]) =>
      declared.includes(key) || useOf(points, input) !== 'used' ? [] : [fact('configuration', key, 'missing', null, points, [])],
    ),
  ];
}

/** The sentence shown in the system's own prompt. */
function permissionTexts(input: ProgramInput): Fact<'declaration'>[] {
  const { program, model } = input;
  const by = groups(model.points.filter(isThere), ({ scope }) => scope);
  return [...program.config.permission].map(([scope, said]) => {
    const use = useOf(by.get(scope) ?? [], input);
    const state = isSampleText(said) ? 'sample' : use;
    return fact('configuration', scope, state, said, by.get(scope) ?? [], [placeOf(input, `permission.${scope}`)]);
  });
}

/** Keys of the platform that stand for what a consumer types: known by the category of a field. */
const TYPED: Readonly<Record<string, PiCategory>> = { EXIDNumber: 'id-number', Email: 'e-mail', LicensePlate: 'plate' };

function platformList(input: ProgramInput): Fact<'declaration'>[] {
  const { declared, model } = input;
  if (declared === null) return [];
  const by = groups(model.points.filter(isThere), ({ privacyKey }) => privacyKey);
  const listed = [...declared.keys].map(([key, { said, line }]) => {
    const typed = TYPED[key];
    const points = by.get(key) ?? (typed ? model.points.filter(({ pi }) => pi.includes(typed)) : []);
    // What stands for deeds of users or is typed freely cannot be told from code.
    const use = key.startsWith('EX') && points.length === 0 ? 'undecided' : useOf(points, input);
    const state = said !== null && isSampleText(said) ? 'sample' : use;
    return fact('platform-list', key, state, said, points, [{ artefact: declared.artefact, file: declared.name, line }]);
  });
  const missing = [...by].flatMap(([key, points]) =>
    declared.keys.has(key) || useOf(points, input) !== 'used' ? [] : [fact('platform-list', key, 'missing', null, points, [])],
  );
  return [...listed, ...missing];
}

function fact(
  source: DeclarationSource,
  key: string,
  state: State,
  said: string | null,
  points: readonly CollectingPoint[],
  declaredAt: readonly Evidence[],
): Fact<'declaration'> {
  const used = points
    .filter(({ reachable }) => reachable !== 'no')
    .slice(0, 4)
    .map(({ place: { artefact, file, line, column } }) => ({ artefact, file, line, column }));
  return makeFact('declaration', {
    phase: 'static',
    pi: [...new Set(points.flatMap(({ pi }) => [...pi]))],
    party: null,
    label: key,
    detail: { source, key, state, said },
    evidence: [...declaredAt, ...used],
    stable: [source, key],
  });
}

function placeOf({ program }: ProgramInput, key: string): Evidence {
  const place = program.config.places.get(key);
  const file = place && program.files.find(({ path }) => path === place.file);
  return place ? { artefact: file?.artefact ?? '', file: place.file, line: place.line } : { artefact: '' };
}

function groups(points: readonly CollectingPoint[], key: (point: CollectingPoint) => string | null): Map<string, CollectingPoint[]> {
  const by = new Map<string, CollectingPoint[]>();
  for (const point of points) {
    const of = key(point);
    if (of !== null) by.set(of, [...(by.get(of) ?? []), point]);
  }
  return by;
}

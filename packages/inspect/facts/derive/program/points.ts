import type { PiCategory } from '@liangjian/law';
import { type CollectingPoint, UNASKED } from '../../../collectors/miniprogram/model/program-model.ts';
import type { Evidence, Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import { OPTIONAL_WORDS } from '../../../surface/words/field-words.data.ts';
import { isSampleText } from './sample-text.ts';
import type { ProgramInput } from './program-input.ts';
import type { EvidenceOf, Spot } from './tools.ts';

/** Each collecting point as `collects`; beside it a `field` for what is typed and a `permission` for what the system asks. */
export function pointFacts({ program, model }: ProgramInput, evidenceOf: EvidenceOf, spot: Spot): Fact[] {
  const live = model.points.filter((point) => point.reachable !== 'no');
  return [
    ...live.map((point): Fact => (point.status === 'live' ? collects(point, evidenceOf, spot) : mentioned(point, evidenceOf, spot))),
    ...live.filter((point) => point.status === 'live' && point.by === 'field').map((point) => field(point, evidenceOf, spot)),
    ...permissions(
      live.filter((point) => point.status === 'live'),
      program.config.permission,
      evidenceOf,
    ),
  ];
}

/** Words of a point: what the consumer reads, else what the code calls. */
const labelOf = (point: CollectingPoint): string => point.label || point.name;

function collects(point: CollectingPoint, evidenceOf: EvidenceOf, spot: Spot): Fact<'collects'> {
  const { consent } = point;
  return makeFact('collects', {
    phase: 'static',
    pi: point.pi,
    party: null,
    label: labelOf(point),
    detail: {
      by: point.by,
      name: point.name,
      reachable: point.reachable,
      consent: {
        gate: consent.gate,
        initial: consent.initial,
        wayOut: consent.wayOut,
        chain: consent.chain.map(({ role, what, place }) => ({
          what: what.zh,
          en: what.en,
          role,
          file: place.file,
          line: place.line,
          quote: place.quote,
        })),
      },
      trigger: consent.trigger,
      reason: point.reason,
      page: point.pageTitle ?? point.page,
      subject: point.subject,
    },
    evidence: placesOf(point, evidenceOf),
    stable: spot(point.name, point.place),
  });
}

/** The point itself first, then the steps of its chain, each place once. */
function placesOf(point: CollectingPoint, evidenceOf: EvidenceOf): Evidence[] {
  const seen = new Set<string>();
  return [point.place, ...point.consent.chain.map(({ place }) => place)]
    .filter(({ file, line }) => {
      const key = `${file}:${line}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(evidenceOf);
}

/** What the platform lists or once handed over, but hands to nobody today: told, never counted as collecting. */
function mentioned(point: CollectingPoint, evidenceOf: EvidenceOf, spot: Spot): Fact<'script-api'> {
  return makeFact('script-api', {
    phase: 'static',
    pi: [],
    party: null,
    label: labelOf(point),
    detail: { api: point.name, arguments: point.status, stage: 'use', initiator: null, arms: [] },
    evidence: [evidenceOf(point.place)],
    stable: spot(point.name, point.place),
  });
}

function field(point: CollectingPoint, evidenceOf: EvidenceOf, spot: Spot): Fact<'field'> {
  return makeFact('field', {
    phase: 'static',
    pi: point.pi,
    party: null,
    label: point.label,
    detail: {
      control: 'input',
      name: point.name,
      required: point.required,
      requiredBy: point.required === 'yes' ? 'program' : null,
      markedOptional: OPTIONAL_WORDS.test(point.label),
      purposeText: point.reason,
      subject: point.subject,
      form: point.pageTitle ?? point.page ?? '',
      stage: 'use',
      step: 0,
      submitsTo: null,
      submitsInClear: 'unknown',
      arms: [],
    },
    evidence: [evidenceOf(point.place)],
    stable: spot(`field ${point.name}`, point.place),
  });
}

/** One fact for each permission of the system and manner of asking: unasked at the opening of a page, or on an act of the consumer. */
function permissions(points: readonly CollectingPoint[], told: ReadonlyMap<string, string>, evidenceOf: EvidenceOf): Fact<'permission'>[] {
  const groups = new Map<string, CollectingPoint[]>();
  for (const point of points) {
    if (point.scope === null) continue;
    const key = `${point.scope} ${isUnasked(point) ? 'load' : 'input'}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [CollectingPoint, ...CollectingPoint[]];
    const scope = first.scope ?? '';
    const words = group.find(({ reason }) => reason !== null)?.reason ?? told.get(scope) ?? null;
    const sample = words !== null && isSampleText(words);
    const trigger = isUnasked(first) ? 'load' : 'input';
    return makeFact('permission', {
      phase: 'static',
      pi: [...new Set<PiCategory>(group.flatMap(({ pi }) => [...pi]))],
      party: null,
      label: labelOf(first),
      detail: {
        permission: scope,
        trigger,
        purposeText: sample ? null : words,
        answered: 'pending',
        count: 1,
        afterRefusal: 0,
        stage: trigger === 'load' ? 'arrive' : 'use',
        manualAlternative: points.some(({ name, status }) => status === 'live' && /choose(Location|Poi|Address)$/.test(name))
          ? 'yes'
          : 'unknown',
        ...(sample ? { sampleText: true } : {}),
        arms: [],
      },
      evidence: group.slice(0, 6).map(({ place }) => evidenceOf(place)),
      stable: [scope, trigger],
    });
  });
}

/** Runs without an act of the consumer, and nothing asked him first. A component is what its page is for: opening the page is the act. */
const isUnasked = ({ by, consent }: CollectingPoint): boolean =>
  by !== 'component' && consent.gate !== 'yes' && UNASKED.includes(consent.trigger);

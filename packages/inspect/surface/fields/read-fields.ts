import { below } from '../flow/below.ts';
import type { PiCategory } from '@liangjian/law';
import type { FieldReading } from '../model.ts';
import { flowOf } from '../flow/flow.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { fieldCandidates } from './candidates.ts';
import { categoriesOf } from './categorise.ts';
import type { FieldCandidate, FieldWords } from './evidence.ts';
import { fieldWords } from './field-words.ts';
import { type FieldGroup, fieldGroups } from './group.ts';
import { freedByIntro, introOf } from './intro.ts';
import { purposeOf, type ToldPurpose, toldPurposes } from './purpose.ts';
import { demandOf } from './required.ts';
import { subjectOf } from './subject.ts';

const cache = new WeakMap<Surface, readonly FieldReading[]>();

/**
 * Every place on view where a person could give something, with the PI it asks for (empty: none, or its words do not tell).
 * The category that the field is for stands first; `minor` and `third-person` follow where the datum is somebody else's.
 */
export function readFields(surface: Surface): readonly FieldReading[] {
  const known = cache.get(surface);
  if (known) return known;
  const reader = readerOf(surface);
  const candidates = fieldCandidates(surface);
  const words = fieldWords(surface, candidates);
  const groups = fieldGroups(surface, candidates);
  const told = new Map<number, readonly ToldPurpose[]>();
  const intros = new Map<number, readonly string[]>();
  candidates.forEach((candidate, at) => {
    const { root } = groups[at] as FieldGroup;
    if (!intros.has(root)) intros.set(root, introOf(reader, flowOf(reader), root, candidate, words[at] as FieldWords));
  });
  const readings = candidates.map((candidate, at) => {
    const group = groups[at] as FieldGroup;
    const formText = flowOf(reader).of(group.root, 1200);
    const purposes = told.get(group.root) ?? toldPurposes(formText);
    told.set(group.root, purposes);
    return readOne(reader, candidate, words[at] as FieldWords, group, formText, purposes);
  });
  const asksPi = (at: number) => readings[at]?.categories.some((category) => category !== 'free-text');
  const freed = readings.map((reading, at): FieldReading => {
    const { root } = groups[at] as FieldGroup;
    const only = !groups.some((other, index) => index !== at && other.root === root && asksPi(index));
    if (reading.required !== 'unknown' || reading.categories.length === 0) return reading;
    if (!freedByIntro(intros.get(root) ?? [], reading.categories, only)) return reading;
    return { ...reading, required: 'no', requiredBy: 'words', markedOptional: true };
  });
  cache.set(surface, freed);
  return freed;
}

function readOne(
  reader: Reader,
  candidate: FieldCandidate,
  words: FieldWords,
  group: FieldGroup,
  formText: string,
  told: readonly ToldPurpose[],
): FieldReading {
  const node = reader.node(candidate.node);
  const own = categoriesOf(candidate, words, node, {
    sendsCode: group.sendsCode,
    hasPicture: hasPicture(reader, candidate),
    heading: group.heading,
  });
  const subject = subjectOf(words, group.heading);
  const about: readonly PiCategory[] =
    own.length === 0 || own[0] === 'free-text' || subject === 'self' ? [] : [subject === 'child' ? 'minor' : 'third-person'];
  const demand = demandOf(reader, candidate, words, formText, group.heading);
  return {
    node: candidate.node,
    control: candidate.control,
    name: node.attributes['name'] || node.attributes['id'] || '',
    label: labelOf(words, candidate),
    categories: [...own, ...about],
    ...demand,
    purposeText: own.length > 0 ? purposeOf(words, own, told) : null,
    subject,
    form: group.heading,
    submitsTo: group.action,
    box: candidate.box,
  };
}

/** What the consumer takes for the name of the field. */
function labelOf(words: FieldWords, candidate: FieldCandidate): string {
  const label = words.label.replace(/[*＊✱:：]/g, '').trim();
  return label || words.placeholder || candidate.ownWords || words.above.replace(/[*＊✱:：]/g, '').trim() || candidate.options.join(' ');
}

/** A picture beside the field, as with a code to copy from it. */
function hasPicture(reader: Reader, candidate: FieldCandidate): boolean {
  let at = candidate.node;
  for (let level = 0; level < 2; level++) {
    at = reader.node(at).parent;
    if (at < 0) return false;
    for (const id of below(reader, at, 40)) {
      const { tag, box } = reader.node(id);
      if ((tag === 'img' || tag === 'canvas') && box && box.width >= 50 && box.width <= 200 && box.height >= 20 && box.height <= 80)
        return true;
    }
  }
  return false;
}

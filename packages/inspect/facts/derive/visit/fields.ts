import type { Fact } from '../../fact.ts';
import { makeFact } from '../../make-fact.ts';
import type { FieldReading } from '../../../surface/model.ts';
import { armsOf, earliestPhase, evidenceAt, groupBy, looksOf, type VisitInput } from './visit.ts';

const keyOf = (field: FieldReading): string => `${field.form}|${field.control}|${field.name}|${field.label}`;

/** Places to give PI, one fact per distinct field, merged over the arms. Fields that ask for no PI are left out. */
export function deriveFields(input: VisitInput): Fact<'field'>[] {
  const sightings = looksOf(input).flatMap((look) =>
    look.reading.fields.filter((field) => field.categories.length > 0).map((field) => ({ look, field })),
  );
  return [...groupBy(sightings, ({ field }) => keyOf(field)).values()].map((group) => {
    const { look, field } = group[0] as (typeof sightings)[number];
    const required = group.map((sighting) => sighting.field);
    return makeFact('field', {
      phase: earliestPhase(group.map((sighting) => sighting.look.phase)),
      pi: [...field.categories],
      party: null,
      label: field.label || field.name,
      detail: {
        control: field.control,
        name: field.name,
        required: required.some((seen) => seen.required === 'yes') ? 'yes' : field.required,
        requiredBy: required.find((seen) => seen.requiredBy !== null)?.requiredBy ?? null,
        markedOptional: required.some((seen) => seen.markedOptional),
        purposeText: required.find((seen) => seen.purposeText !== null)?.purposeText ?? null,
        subject: field.subject,
        form: field.form,
        stage: look.event.stage,
        step: look.event.step,
        submitsTo: field.submitsTo,
        submitsInClear: clearText(field.submitsTo, look.event.url),
        arms: armsOf(group.map((sighting) => sighting.look)),
      },
      evidence: [evidenceAt(look, field.node)],
      stable: [keyOf(field)],
    });
  });
}

/** Whether a form goes out unencrypted; a form without a target of its own is unknown, its program decides. */
function clearText(target: string | null, page: string): 'yes' | 'no' | 'unknown' {
  if (target === null || target === '') return 'unknown';
  const url = URL.parse(target, page);
  return url?.protocol === 'http:' ? 'yes' : url?.protocol === 'https:' ? 'no' : 'unknown';
}

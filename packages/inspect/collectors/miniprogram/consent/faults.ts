import type { ConsentFault } from '../model/program-model.ts';
import { bundledPermissions } from './faults/bundled-permissions.ts';
import { collectedUnasked } from './faults/collected-unasked.ts';
import { deadLinks } from './faults/dead-links.ts';
import { decorativeTicks } from './faults/decorative-ticks.ts';
import { dialogFaults } from './faults/dialog-faults.ts';
import { impliedConsent } from './faults/implied-consent.ts';
import { labelAgainstEffect } from './faults/label-against-effect.ts';
import { preTicked } from './faults/pre-ticked.ts';
import type { Material } from './material.ts';

/** Everything that is wrong with how consent is asked, by place. */
export function faultsOf(material: Material): ConsentFault[] {
  const found = [
    preTicked,
    decorativeTicks,
    impliedConsent,
    deadLinks,
    labelAgainstEffect,
    dialogFaults,
    collectedUnasked,
    bundledPermissions,
  ].flatMap((judge) => judge(material));
  const seen = new Set<string>();
  return found
    .filter((one) => {
      const id = `${one.kind}:${one.place.file}:${one.place.line}:${one.place.column}`;
      return seen.has(id) ? false : seen.add(id);
    })
    .toSorted((a, b) => (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line));
}

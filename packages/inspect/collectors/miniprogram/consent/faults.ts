import type { Analysis } from '../model/analysis.ts';
import type { Judged } from '../model/model-program.ts';
import type { AgreementLink, ConsentFault } from '../model/program-model.ts';
import type { Ticks } from './evidence.ts';
import { bundledPermissions } from './faults/bundled-permissions.ts';
import { collectedUnasked } from './faults/collected-unasked.ts';
import { deadLinks } from './faults/dead-links.ts';
import { decorativeTicks } from './faults/decorative-ticks.ts';
import { dialogFaults } from './faults/dialog-faults.ts';
import { impliedConsent } from './faults/implied-consent.ts';
import { labelAgainstEffect } from './faults/label-against-effect.ts';
import { preTicked } from './faults/pre-ticked.ts';
import type { PromptFound } from './prompts.ts';

export interface Material {
  readonly analysis: Analysis;
  readonly judged: readonly Judged[];
  readonly ticks: Ticks;
  readonly prompts: readonly PromptFound[];
  readonly links: readonly AgreementLink[];
}

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

import type { ConsentFault } from '../../model/program-model.ts';
import type { Tick } from '../consent-controls.ts';
import type { Material } from '../material.ts';
import { fault, isLive } from './fault.ts';

/** A consent control that starts as ticked (App method 3.4: consent by default). */
export function preTicked({ analysis, ticks }: Material): ConsentFault[] {
  const seen = new Set<Tick>();
  const found: ConsentFault[] = [];
  for (const key of analysis.elements.keys()) {
    for (const tick of ticks.on(key)) {
      if (seen.has(tick)) continue;
      seen.add(tick);
      if (tick.initial !== 'ticked' || !isLive(tick.owner, analysis)) continue;
      found.push(
        fault(
          'pre-ticked',
          {
            key: tick.owner,
            place: tick.initialPlace ?? tick.place,
            label: tick.label,
            why: { zh: `同意勾选项默认已勾选：${tick.initialWhy.zh}`, en: `the consent control starts as ticked: ${tick.initialWhy.en}` },
          },
          analysis,
          {
            chain: [
              { role: 'consent-control', what: { zh: `勾选项“${tick.label}”`, en: `consent control ${tick.label}` }, place: tick.place },
              { role: 'start-value', what: tick.initialWhy, place: tick.initialPlace ?? tick.place },
            ],
          },
        ),
      );
    }
  }
  return found;
}

import type { ConsentFault } from '../../model/program-model.ts';
import type { Material } from '../material.ts';
import { fault, isLive } from './fault.ts';

/** Titles of legal texts that a consumer is to agree to and cannot open. */
export function deadLinks({ analysis, links }: Material): ConsentFault[] {
  return links
    .filter((one) => one.opens === 'no' && isLive(one.page, analysis))
    .map((one) =>
      fault(
        'dead-agreement-link',
        {
          key: one.page,
          place: one.place,
          label: one.title,
          why: { zh: `${one.title}打不开：${one.why.zh}`, en: `${one.title} cannot be opened: ${one.why.en}` },
        },
        analysis,
      ),
    );
}

import type { Text } from '@liangjian/law';
import type { Analysis } from '../../model/analysis.ts';
import type { Judged } from '../material.ts';
import type { ChainStep, ConsentFault, ConsentFaultKind, Place } from '../../model/program-model.ts';

/** A fault on the page of a component. */
export function fault(
  kind: ConsentFaultKind,
  at: { readonly key: string; readonly place: Place; readonly label: string; readonly why: Text },
  analysis: Analysis,
  more: { readonly answer?: 'yes' | 'unknown'; readonly points?: readonly Judged[]; readonly chain?: readonly ChainStep[] } = {},
): ConsentFault {
  const page = analysis.pageOf(at.key);
  return {
    kind,
    answer: more.answer ?? 'yes',
    place: at.place,
    page,
    pageTitle: page === null ? null : (analysis.pages.get(page) ?? null),
    label: at.label,
    why: at.why,
    points: (more.points ?? []).map((one) => one.point.id),
    chain: more.chain ?? more.points?.[0]?.point.consent.chain ?? [],
  };
}

/** Whether a page or component is one that a consumer can come to, as far as known. */
export const isLive = (key: string, analysis: Analysis): boolean => analysis.live === null || analysis.live.has(key);

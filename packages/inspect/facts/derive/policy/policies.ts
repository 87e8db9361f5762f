import type { Fact, PolicyDocument } from '../../fact.ts';
import { readPolicy } from '../../../policy/read-policy.ts';
import type { LedgerEvent } from '../../../capture/ledger.ts';
import { OPENED_NOTE } from '../visit/policy-links.ts';
import type { VisitInput } from '../visit/visit.ts';

/** Facts of every legal text that the reading stage opened, each text once. */
export function derivePolicies(input: VisitInput, touchpoint: string): Fact[] {
  const opened = input.arms.flatMap((arm) =>
    arm.events.flatMap((event) => {
      if (event.type !== 'note' || event.code !== OPENED_NOTE) return [];
      const [, document, surface] = splitNote(event.detail);
      const look = arm.events.find(
        (candidate): candidate is LedgerEvent<'surface'> => candidate.type === 'surface' && candidate.surface === surface,
      );
      return look ? [{ document: document as PolicyDocument, look }] : [];
    }),
  );
  const seen = new Set<string>();
  return opened.flatMap(({ document, look }) => {
    if (seen.has(look.surface)) return [];
    seen.add(look.surface);
    return readPolicy({
      document,
      url: look.url,
      touchpoint,
      surface: input.surface(look.surface),
      artefact: look.surface,
      screenshot: look.screenshot,
    });
  });
}

/** `<key> <document> <surface>`: the key may hold spaces, the other two never do. */
function splitNote(detail: string): [key: string, document: string, surface: string] {
  const parts = detail.split(' ');
  return [parts.slice(0, -2).join(' '), parts.at(-2) ?? '', parts.at(-1) ?? ''];
}

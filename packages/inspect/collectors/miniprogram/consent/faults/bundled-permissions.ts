import type { Judged } from '../material.ts';
import { type ConsentFault, UNASKED } from '../../model/program-model.ts';
import type { Fn } from '../../model/script.ts';
import type { Material } from '../material.ts';
import { fault } from './fault.ts';

/** Several permissions asked for in one go: from one act, or one after the other while a page opens. */
export function bundledPermissions({ analysis, judged }: Material): ConsentFault[] {
  const byRoot = new Map<Fn, Judged[]>();
  for (const one of judged) {
    if (one.point.status === 'abolished' || one.point.scope === null || !one.found.fn || one.point.reachable === 'no') continue;
    const asksOnly = one.point.name.includes('authorize scope.');
    for (const way of one.evidence.ways) {
      if (!asksOnly && !UNASKED.includes(way.root.trigger)) continue;
      const known = byRoot.get(way.root.fn);
      if (known) known.push(one);
      else byRoot.set(way.root.fn, [one]);
    }
  }
  const found: ConsentFault[] = [];
  for (const ones of byRoot.values()) {
    const scopes = new Set(ones.map((one) => one.point.scope));
    const first = ones[0]!;
    if (scopes.size < 2 || (scopes.size === 2 && [...scopes].every((scope) => /location/i.test(scope ?? '')))) continue;
    found.push(
      fault(
        'bundled-permissions',
        {
          key: first.evidence.ways[0]?.root.component.key ?? first.found.owner,
          place: first.point.place,
          label: [...scopes].join('、'),
          why: {
            zh: `一次索要多项权限：${[...scopes].join('、')}`,
            en: `several permissions are asked for at once: ${[...scopes].join(', ')}`,
          },
        },
        analysis,
        { points: [...new Set(ones)] },
      ),
    );
  }
  return found;
}

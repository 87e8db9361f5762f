import { type ConsentFault, UNASKED } from '../../model/program-model.ts';
import type { Material } from '../material.ts';
import { fault } from './fault.ts';

/** A page that is a camera or works a device asks for it by being opened; the platform's own question stands before it. */
const DEVICE = new Set(['camera', 'bluetooth', 'wifi', 'motion']);

/** Location or other information taken while a page opens, before the consumer did or agreed to anything. */
export function collectedUnasked({ analysis, judged }: Material): ConsentFault[] {
  const found: ConsentFault[] = [];
  for (const one of judged) {
    const { point } = one;
    if (point.status !== 'live' || point.by === 'component' || point.by === 'field' || point.reachable === 'no') continue;
    if (point.pi.includes('platform-id') || !UNASKED.includes(point.consent.trigger) || point.consent.gate === 'yes') continue;
    const location = point.pi.some((pi) => pi.startsWith('location'));
    const key = one.evidence.ways[0]?.root.component.key ?? one.found.owner;
    found.push(
      fault(
        location ? 'location-at-load' : 'collected-unasked',
        {
          key,
          place: point.place,
          label: point.name,
          why: location
            ? { zh: '页面一打开就读取位置，消费者还没有点击或者同意', en: 'the position is read while the page opens' }
            : { zh: '页面一打开就读取个人信息，消费者还没有点击或者同意', en: 'personal information is read while the page opens' },
        },
        analysis,
        {
          points: [one],
          answer: point.consent.gate === 'no' && point.reachable === 'yes' && !point.pi.some((pi) => DEVICE.has(pi)) ? 'yes' : 'unknown',
        },
      ),
    );
  }
  return found;
}

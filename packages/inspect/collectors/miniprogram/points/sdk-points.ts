import type { PiCategory } from '@liangjian/law';
import { type Analysis, isOwn } from '../model/analysis.ts';
import { bare, memberName, pathOf } from '../model/ast.ts';
import { placeIn } from '../model/place.ts';
import { lookUp } from '../model/script.ts';
import type { FoundPoint } from './found.ts';

/** Map kits that read the position themselves when no coordinate is handed to them. */
const KITS: readonly {
  readonly made: RegExp;
  readonly calls: RegExp;
  readonly name: string;
  readonly given: RegExp | null;
  readonly pi: PiCategory;
}[] = [
  {
    made: /QQMapWX|qqmap/i,
    calls: /^(reverseGeocoder|search|getSuggestion|direction)$/,
    name: '腾讯位置服务',
    given: /location|from/,
    pi: 'location-precise',
  },
  {
    made: /AMapWX|amap/i,
    calls: /^(getRegeo|getWeather|getPoiAround|getStaticmap)$/,
    name: '高德地图',
    given: /location|city/,
    pi: 'location-precise',
  },
  { made: /BMapWX|bmap/i, calls: /^(regeocoding|weather|search)$/, name: '百度地图', given: /location/, pi: 'location-precise' },
];

/** Calls of map kits by own code that make the kit ask for the position. */
export function sdkPoints(analysis: Analysis): FoundPoint[] {
  const found: FoundPoint[] = [];
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const call of script.calls) {
      const callee = bare(call.callee);
      const name = callee?.type === 'MemberExpression' ? memberName(callee) : undefined;
      if (name === undefined || !KITS.some((kit) => kit.calls.test(name))) continue;
      const object = pathOf(callee!.object) ?? '';
      const made = madeBy(object, call.fn);
      const kit = KITS.find((one) => one.calls.test(name) && (one.made.test(made) || one.made.test(object)));
      if (!kit || (name === 'search' && !kit.made.test(made))) continue;
      const options = bare(call.args[0]);
      if (kit.given && options?.properties?.some((one) => kit.given!.test(String(one.key?.name ?? '')))) continue;
      found.push({
        by: 'sdk',
        name: `${kit.name} ${name}`,
        pi: [kit.pi],
        place: placeIn(script.file, call.node.start),
        owner: script.key,
        element: null,
        fn: call.fn,
        call: call.node,
        guards: call.guards,
        label: '',
        reason: analysis.program.config.permission.get('scope.userLocation') ?? null,
        subject: 'self',
        required: 'unknown',
        status: 'live',
        privacyKey: 'Location',
        requiredPrivateInfo: 'getLocation',
        scope: 'scope.userLocation',
      });
    }
  }
  return found;
}

function madeBy(object: string, fn: Parameters<typeof lookUp>[1]): string {
  const last = object.split('.').at(-1) ?? '';
  const binding = object.includes('.') ? undefined : lookUp(object, fn);
  const inits = binding
    ? [binding.init, ...binding.assigned]
    : fn.script.fns.flatMap((one) => one.writes.filter((write) => write.path.split('.').at(-1) === last).map((write) => write.value));
  return inits.map((one) => (bare(one)?.type === 'NewExpression' ? (pathOf(bare(one)?.callee) ?? '') : '')).join(' ');
}

import { type Analysis, isOwn } from '../model/analysis.ts';
import { placeIn } from '../model/place.ts';
import { keyOf } from '../model/script.ts';
import { API_CATALOGUE } from './api-catalogue.data.ts';
import type { FoundPoint } from './found.ts';
import { codeOnly } from './text-literals.ts';

const CALL = new RegExp(
  `\\b(?:wx|uni|my|tt|swan|Taro)\\.(${[...API_CATALOGUE.keys()].filter((name) => !name.includes('.')).join('|')})\\b`,
  'g',
);

/** Calls in scripts that no parser could read, found as text outside comments and strings. Stated as such: reached or not, gated or not is unknown. */
export function scannedPoints(analysis: Analysis): FoundPoint[] {
  const found: FoundPoint[] = [];
  for (const [file, script] of analysis.world.parsed) {
    if (script || !isOwn(file)) continue;
    for (const one of codeOnly(file.text).matchAll(CALL)) {
      const name = one[1]!;
      const entry = API_CATALOGUE.get(name);
      if (!entry) continue;
      found.push({
        by: 'api',
        name: `${{ wechat: 'wx', alipay: 'my', douyin: 'tt', baidu: 'swan' }[analysis.program.platform]}.${name}`,
        pi: entry.pi,
        place: placeIn(file, one.index),
        owner: keyOf(file.inProgram),
        element: null,
        fn: null,
        call: null,
        guards: [],
        label: '',
        reason: null,
        subject: 'self',
        required: 'unknown',
        status: entry.status,
        privacyKey: entry.key,
        requiredPrivateInfo: entry.required ? name : null,
        scope: entry.scope,
      });
    }
  }
  return found;
}

import type { Analysis } from './analysis.ts';
import { isOwn } from './analysis.ts';
import { pathOf } from './ast.ts';
import { everyElement } from './elements.ts';
import { placeIn } from './place.ts';
import type { ProgramModel } from './program-model.ts';

const CALLS = /(?:^|\.)(onNeedPrivacyAuthorization|requirePrivacyAuthorize|getPrivacySetting|openPrivacyContract)$/;

/** Code of the platform's privacy framework. The platform shows a dialog of its own where there is none. */
export function privacyFrameworkOf(analysis: Analysis): ProgramModel['privacyFramework'] {
  const found: { what: string; place: ReturnType<typeof placeIn> }[] = [];
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const call of script.calls) {
      const name = CALLS.exec(pathOf(call.callee) ?? '')?.[1];
      if (name) found.push({ what: name, place: placeIn(script.file, call.node.start) });
    }
  }
  for (const top of analysis.elements.values()) {
    for (const element of everyElement(top)) {
      const type = element.attributes.get('opentype');
      if (type && typeof type.text === 'string' && /agreePrivacyAuthorization/i.test(type.text))
        found.push({ what: 'agreePrivacyAuthorization', place: placeIn(element.file, type.start) });
    }
  }
  return found;
}

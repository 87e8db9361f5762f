import { pageContext, prefixOf } from '../context.ts';
import type { PageContext } from '../layout.ts';
import type { Portal } from '../portal.ts';
import { LANGUAGES } from '../text/words.ts';

/** Adds the same routes once for each language. */
export function eachLanguage(portal: Portal, add: (context: PageContext, prefix: string) => void): void {
  for (const language of LANGUAGES) add(pageContext(language, portal.assets, portal.demonstration), prefixOf(language));
}

import type { PageContext } from './layout.ts';
import type { Assets } from './assets.ts';
import { type PortalLanguage, wordsOf } from './text/words.ts';

/** The language is part of the address: nothing has to be remembered about the reader. */
export const prefixOf = (language: PortalLanguage): string => (language === 'zh' ? '' : '/en');

export function pageContext(language: PortalLanguage, assets: Assets, demonstration: boolean): PageContext {
  const prefix = prefixOf(language);
  return {
    language,
    words: wordsOf(language),
    to: (path) => (path === '/' ? prefix || '/' : `${prefix}${path}`),
    asset: assets.address,
    demonstration,
  };
}

/** Language of an address. */
export const languageOf = (url: string): PortalLanguage => (/^\/en(\/|$|\?)/.test(url) ? 'en' : 'zh');

import { en } from './en.ts';
import { zh } from './zh.ts';

/** Languages of the portal; Chinese first. */
export const LANGUAGES = ['zh', 'en'] as const;
export type PortalLanguage = (typeof LANGUAGES)[number];

/** Every text of the portal: the Chinese dictionary is the model, a missing English key does not compile. */
export type Words = { readonly [Key in keyof typeof zh]: string };

const DICTIONARIES: Readonly<Record<PortalLanguage, Words>> = { zh, en };

export const wordsOf = (language: PortalLanguage): Words => DICTIONARIES[language];

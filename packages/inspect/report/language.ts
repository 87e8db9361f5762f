import type { Text } from '@liangjian/law';

/** Language of a report for people. */
export type Language = 'zh' | 'en';

/** Picks the text of a language. */
export const say = (text: Text, language: Language): string => text[language];

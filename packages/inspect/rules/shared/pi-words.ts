import { type PiCategory, piCategory, type Text } from '@liangjian/law';

/** A category of personal information in words. */
export const categoryWords = (category: PiCategory): Text => piCategory(category).label;

/** Sensitive by its nature, without regard to the person or the content. */
export const isSensitive = (category: PiCategory): boolean => piCategory(category).sensitive === 'yes';

import type { Language } from '@liangjian/inspect';

/** What every command gets: its language and the way to tell how it ended. */
export interface CommandContext {
  readonly language: Language;
  readonly t: (zh: string, en: string) => string;
  readonly end: (status: 0 | 1 | 2 | 3) => void;
}

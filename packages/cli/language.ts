import type { Language } from '@liangjian/inspect';

/** Language of this run: `--lang`, else the locale of the shell; Chinese when the locale says nothing. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Language {
  const given = args.flatMap((arg, index) =>
    arg === '--lang' ? [args[index + 1] ?? ''] : arg.startsWith('--lang=') ? [arg.slice(7)] : [],
  )[0];
  if (given === 'en' || given === 'zh') return given;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(en|de|fr|es|it|pt|nl|pl|ru|ja|ko)([_.-]|$)/i.test(locale) ? 'en' : 'zh';
}

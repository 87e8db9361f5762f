import { existsSync } from 'node:fs';

const OPTION = '--allow-private';

/**
 * `--allow-private` may stand bare or with any number of rules, and must not swallow the target behind it: it becomes one
 * `--allow-private=<rule>` a rule, and `--allow-private=all` when bare.
 */
export function allowPrivateArguments(args: readonly string[], isFile: (path: string) => boolean = existsSync): string[] {
  const result: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === '--') return [...result, ...args.slice(at)];
    if (arg !== OPTION) {
      result.push(arg);
      continue;
    }
    const rules: string[] = [];
    while (isRule(args[at + 1], isFile)) {
      at += 1;
      rules.push(args[at] as string);
    }
    result.push(...(rules.length > 0 ? rules : ['all']).map((rule) => `${OPTION}=${rule}`));
  }
  return result;
}

/** A host, `*.suffix`, address, range, or `all`; never a URL, an option or a file. */
function isRule(text: string | undefined, isFile: (path: string) => boolean): boolean {
  if (text === undefined || text.startsWith('-') || text.includes('://') || isFile(text)) return false;
  if (/\.(txt|csv|png|jpe?g|webp|bmp|gif|wacz)$/i.test(text)) return false;
  return /^(\*\.)?[a-z0-9_.-]+(:\d+)?$/i.test(text) || /^[0-9a-f:.[\]]+(\/\d{1,3})?(:\d+)?$/i.test(text);
}

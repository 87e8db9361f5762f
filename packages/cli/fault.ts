import type { Language } from '@liangjian/inspect';
import { showHidden } from '@liangjian/inspect';
import { errorCatalogue, errorEntry, type ErrorEntry } from '@liangjian/law';

/** A fault a person can meet: a code of the catalogue, and what exactly it is about. */
export class Fault extends Error {
  readonly code: string;
  readonly detail: string | null;
  constructor(code: string, detail: string | null = null) {
    super(detail ?? code);
    this.code = code;
    this.detail = detail;
  }
}

const CODES: ReadonlySet<string> = new Set(errorCatalogue.map((entry) => entry.code));
const OF_SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'target-not-found',
  EACCES: 'file-unreadable',
  EISDIR: 'file-unreadable',
  ENOTDIR: 'output-unwritable',
  EPERM: 'output-unwritable',
  ENOSPC: 'output-unwritable',
  EROFS: 'output-unwritable',
};

/** Catalogue entry and detail of whatever was thrown; what nobody foresaw is an internal error. */
export function faultOf(error: unknown): { readonly entry: ErrorEntry; readonly detail: string | null } {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const known = CODES.has(code) ? code : OF_SYSTEM[code];
  const detail = error instanceof Fault ? error.detail : error instanceof Error ? error.message : String(error);
  return { entry: errorEntry(known ?? 'internal-error'), detail };
}

/** One clear message and what to do next. The stack is shown only when `LIANGJIAN_DEBUG` asks for it. */
export function faultText(error: unknown, language: Language, env: NodeJS.ProcessEnv = process.env): string {
  const { entry, detail } = faultOf(error);
  const lines = [`✗ ${entry.text[language]}${detail ? ` (${showHidden(detail).slice(0, 500)})` : ''}`, `  ${entry.nextStep[language]}`];
  if (env['LIANGJIAN_DEBUG'] && error instanceof Error && error.stack) lines.push(error.stack);
  return `${lines.join('\n')}\n`;
}

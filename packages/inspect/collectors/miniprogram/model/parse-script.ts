import { parse as parseTolerant, type ParserPlugin } from '@babel/parser';
import { parse } from 'meriyah';
import type { Node } from './ast.ts';

export interface ParsedScript {
  readonly tree: Node | null;
  /** `recovered`: with errors stepped over, so parts may be missing. `none`: no tree at all. */
  readonly how: 'whole' | 'recovered' | 'none';
  readonly error: string | null;
}

/** Only offsets: full ranges and regular expressions cost time that nothing here uses. */
const RANGES = { start: true, end: true, range: false };

/** Longer than any script that people or bundlers write for one module. */
const LONGEST = 12 * 1024 * 1024;

/** Reads a script: meriyah first, then Babel for TypeScript, JSX and broken files. Never throws. */
export function parseScript(text: string, typescript: boolean): ParsedScript {
  if (text.length > LONGEST) return { tree: null, how: 'none', error: 'too long' };
  if (!typescript) {
    const tree = meriyah(text) ?? (text.includes('*/') ? meriyah(withoutStrayEnds(text)) : null);
    if (tree) return { tree, how: 'whole', error: null };
  }
  try {
    const plugins: ParserPlugin[] = ['estree', 'jsx', 'decorators-legacy', 'exportDefaultFrom', 'doExpressions'];
    plugins.push(typescript || !/@flow/.test(text.slice(0, 200)) ? 'typescript' : 'flow');
    const found = parseTolerant(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowUndeclaredExports: true,
      allowSuperOutsideMethod: true,
      plugins,
    });
    const errors = found.errors ?? [];
    return {
      tree: found.program as unknown as Node,
      how: errors.length === 0 ? 'whole' : 'recovered',
      error: errors[0] ? String((errors[0] as { reasonCode?: string }).reasonCode ?? 'syntax') : null,
    };
  } catch (error) {
    return { tree: null, how: 'none', error: error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : 'syntax' };
  }
}

/** A comment's end without its beginning, as left behind where conditions of other targets were taken out. Offsets stay. */
function withoutStrayEnds(text: string): string {
  return text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\*\//g, (token) =>
    token === '*/' ? '  ' : token,
  );
}

function meriyah(text: string): Node | null {
  for (const sourceType of ['module', 'commonjs'] as const) {
    try {
      return parse(text, { sourceType, next: true, ranges: RANGES, jsx: true, webcompat: true, validateRegex: false }) as unknown as Node;
    } catch {
      // Strict mode forbids what old scripts do; the second try is a sloppy one.
      continue;
    }
  }
  return null;
}

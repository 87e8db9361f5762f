import { parse } from 'meriyah';
import type { Node } from './ast.ts';

const cache = new Map<string, Node | null>();
const MOST = 20_000;

/** Syntax tree of an expression in a template, or of the statements of an inline handler. Null when it is neither. */
export function parseExpression(text: string): Node | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size > MOST) cache.clear();
  const made = text.length > 4000 ? null : (attempt(`(${text}\n)`) ?? attempt(text) ?? attempt(`({${text}})`));
  cache.set(text, made);
  return made;
}

function attempt(text: string): Node | null {
  try {
    const program = parse(text, { next: true, ranges: { start: true, end: true, range: false }, webcompat: true }) as unknown as Node;
    const body = program.body as Node[];
    const only = body.length === 1 ? body[0] : undefined;
    return only?.type === 'ExpressionStatement' ? (only.expression as Node) : program;
  } catch {
    return null;
  }
}

/**
 * The expression in an attribute of a mustache template: `{{a}}` gives `a`, `x{{a}}` gives a concatenation.
 * Null when there is no mustache in it.
 */
export function mustache(value: string): string | null {
  if (!value.includes('{{')) return null;
  const whole = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(value);
  if (whole && !whole[1]!.includes('}}')) return whole[1]!.trim();
  return value
    .split(/(\{\{[\s\S]*?\}\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{{') && part.endsWith('}}') ? `(${part.slice(2, -2)})` : JSON.stringify(part)))
    .join('+');
}

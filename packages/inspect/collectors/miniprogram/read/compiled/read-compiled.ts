import type { TemplateNode, TemplateText } from '../../program.ts';
import { withoutExtension } from '../files/file-kinds.data.ts';
import { callOf, isNode, memberOf, nameOf, type Node, nodesOf, numberOf, statementsOf, stringOf } from './ast.ts';
import { type Table, tableOf } from './operations.ts';
import { readFunction } from './read-function.ts';

export interface CompiledTemplates {
  /** Elements by path without extension, relative to the program. */
  readonly templates: ReadonlyMap<string, readonly (TemplateNode | TemplateText)[]>;
  /** Pieces that look like compiled templates and could not be parsed, or only in part. */
  readonly broken: number;
  /** True when the budget of elements ran out. */
  readonly cut: boolean;
}

/** Where a compiled piece begins: its first table. Both families wrap tables in a function that is given `z`. */
const BEGIN = /function\s+gz\$gwx[\w$]*\s*\(\s*\)|\(\s*function\s*\(\s*z\s*\)\s*\{\s*var\s+a\s*=\s*11\b/g;
const END = /if\s*\(\s*path\s*&&\s*e_\s*\[\s*path\s*\]/g;
/** Characters of compiled templates that are parsed in one file: twice what the platform lets a package be. */
const LONGEST = 4 * 1024 * 1024;
const PLUGIN = /gz\$gwx_(wx[0-9a-f]{16})_/;

/** Reads every compiled template of a text, be it a page frame, a bundle of styles or the view of one component. */
export function readCompiled(text: string, most: number, longest = LONGEST): CompiledTemplates {
  const templates = new Map<string, readonly (TemplateNode | TemplateText)[]>();
  const budget = { left: most };
  let broken = 0;
  let parse = longest;
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin; begin = BEGIN.exec(text)) {
    END.lastIndex = begin.index;
    const end = END.exec(text)?.index ?? text.length;
    const piece = text.slice(begin.index, end);
    parse -= piece.length;
    let parsed = parse >= 0 ? parsePiece(piece) : null;
    if (!parsed) {
      broken += 1;
      parsed = parse >= 0 ? parseParts(piece) : null;
    }
    if (parsed) {
      const plugin = PLUGIN.exec(begin[0])?.[1];
      readPiece(parsed.statements, begin.index + parsed.offset, plugin ? `__plugin__/${plugin}/` : '', templates, budget);
    }
    BEGIN.lastIndex = Math.max(end, begin.index + begin[0].length);
  }
  return { templates, broken, cut: budget.left <= 0 };
}

interface Bound {
  readonly file: number | string;
  readonly name: string | null;
  readonly fn: Node;
}

/** Older compilers put the table into a block of its own, which the cut leaves half: then table and functions are parsed apart. */
function parsePiece(piece: string): { statements: readonly Node[]; offset: number } | null {
  const whole = statementsOf(piece);
  if (whole) return { statements: whole, offset: 0 };
  const close = piece.indexOf('})(z)');
  const rest = /var\s+nv_require\b|var\s+x\s*=\s*\[|\bd_\s*\[/g;
  rest.lastIndex = close;
  const begin = close === -1 ? undefined : rest.exec(piece)?.index;
  if (begin === undefined) return null;
  const table = statementsOf(piece.slice(0, close + 5));
  const functions = statementsOf(piece.slice(begin));
  return table && functions ? { statements: [...table, ...functions], offset: begin } : null;
}

/** Where a table, a function or an assignment begins: compilers write each on a line of its own. */
const PART = /\n(?=function gz\$|var x=|var m\d+=|[de]_\[|var nv_require)/;

/** Of a damaged piece the parts that parse; the others are blanked, so that offsets stay. */
function parseParts(piece: string): { statements: readonly Node[]; offset: number } | null {
  const parts = piece.split(PART);
  if (parts.length < 3) return null;
  const whole = parts.map((part) => (statementsOf(part) ? part : part.replaceAll(/[^\n]/g, ' ')));
  const statements = statementsOf(whole.join('\n'));
  return statements ? { statements, offset: 0 } : null;
}

function readPiece(
  statements: readonly Node[],
  base: number,
  prefix: string,
  templates: Map<string, readonly (TemplateNode | TemplateText)[]>,
  budget: { left: number },
): void {
  const tables = new Map<string, Table>();
  let shared: Table | null = null;
  let names: readonly string[] = [];
  const functions = new Map<string, Node>();
  const bound: Bound[] = [];
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration') {
      const name = nameOf(statement['id']);
      if (name?.startsWith('gz$')) tables.set(name, tableOf(statement['body']));
    } else if (statement.type === 'VariableDeclaration') {
      for (const declarator of nodesOf(statement['declarations'])) {
        const name = nameOf(declarator['id']);
        const init = declarator['init'];
        if (name === null || !isNode(init)) continue;
        if (name === 'x' && init.type === 'ArrayExpression') names = nodesOf(init['elements']).map((one) => stringOf(one) ?? '');
        if (init.type === 'FunctionExpression') functions.set(name, init);
      }
    } else if (statement.type === 'ExpressionStatement') {
      const expression = statement['expression'];
      if (isNode(expression) && expression.type === 'AssignmentExpression') bind(expression, functions, bound);
      else if (isNode(expression) && expression.type === 'CallExpression' && callOf(expression) === null) {
        const table = tableOf((expression['callee'] as Node | undefined)?.['body']);
        if (table.length > 0) shared = shared ? [...shared, ...table] : table;
      }
    }
  }
  const scope = { tables, shared, names, base, budget };
  for (const { file, name, fn } of bound) {
    const path = typeof file === 'string' ? file : names[file];
    if (path === undefined) continue;
    const key = prefix + withoutExtension(path.replace(/^\.?\/+/, ''));
    const nodes = readFunction(fn, scope);
    const before = templates.get(key) ?? [];
    if (name === null) templates.set(key, [...before, ...nodes]);
    else {
      const at = { start: fn.start + base, end: fn.end + base };
      templates.set(key, [...before, { tag: 'template', attributes: new Map([['name', { value: name, ...at }]]), children: nodes, ...at }]);
    }
  }
}

/** `e_[x[3]] = { f: m2, … }` gives a file its function, `d_[x[3]]["name"] = function …` a named template in it. */
function bind(assignment: Node, functions: ReadonlyMap<string, Node>, bound: Bound[]): void {
  const left = assignment['left'];
  const given = assignment['right'];
  // Bundles for several start modes keep what another one has bound: `e_[…] = e_[…] || { … }`.
  const right = isNode(given) && given.type === 'LogicalExpression' ? given['right'] : given;
  if (!isNode(left) || !isNode(right) || left.type !== 'MemberExpression') return;
  const entry = memberOf(left);
  if (entry?.object === 'e_' && right.type === 'ObjectExpression') {
    const file = fileNumber(entry.key);
    const property = nodesOf(right['properties']).find((one) => nameOf(one['key']) === 'f');
    const value = property?.['value'];
    const fn = isNode(value) && value.type === 'FunctionExpression' ? value : functions.get(nameOf(value) ?? '');
    if (file !== null && fn) bound.push({ file, name: null, fn });
    return;
  }
  const outer = memberOf(left['object']);
  const name = stringOf(left['property']);
  if (outer?.object === 'd_' && name !== null && right.type === 'FunctionExpression') {
    const file = fileNumber(outer.key);
    if (file !== null) bound.push({ file, name, fn: right });
  }
}

/** `x[3]`, or in older output the name itself. */
function fileNumber(node: Node): number | string | null {
  const written = stringOf(node);
  if (written !== null) return written;
  const member = memberOf(node);
  return member?.object === 'x' ? numberOf(member.key) : null;
}

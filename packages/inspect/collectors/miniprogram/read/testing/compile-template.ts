import { parseTemplate } from '../template/parse.ts';
import type { TemplateNode, TemplateText } from '../../program.ts';

/** How templates are compiled: one table for each file, one for all (older), or one bundle for each component. */
export type CompilerForm = 'tables' | 'one-table' | 'component';

type Child = TemplateNode | TemplateText;

/**
 * Writes a template the way the platform's compiler does, from the published description of its output: tables of operations,
 * relative numbers, functions for loops, `if` for conditions. For tests only: it knows the expressions that tests use.
 */
export function compileTemplates(sources: ReadonlyMap<string, string>, form: CompilerForm, prefix = '$gwx'): string {
  const names = [...sources.keys()].map((path) => `./${path}.wxml`);
  const one = form === 'one-table';
  const shared: string[] = [];
  const functions: string[] = [];
  const tables: string[] = [];
  let number = 0;
  for (const [path, source] of sources) {
    const table = one ? shared : [];
    const writer = newWriter(table, one);
    const { nodes } = parseTemplate(source, 0, source.length, 10_000);
    const named = nodes.filter((node): node is TemplateNode => 'tag' in node && node.tag === 'template' && node.attributes.has('name'));
    const key = one ? JSON.stringify(names[number]) : `x[${number}]`;
    const head = one ? '' : `var z=gz${prefix}_${number + 1}()\n`;
    for (const template of named) {
      writer.lines.push(`d_[${key}]["${String(template.attributes.get('name')?.value)}"]=function(e,s,r,gg){\n${head}try{`);
      writer.children(template.children, 'r');
      writer.lines.push('}catch(err){\n}finally{\n}\nreturn r\n}');
    }
    const defined = writer.lines.splice(0).join('\n');
    writer.children(
      nodes.filter((node) => !named.includes(node as TemplateNode)),
      'r',
    );
    functions.push(
      `d_[${key}]={}\n${defined}\nvar m${number}=function(e,s,r,gg){\n${head}${writer.lines.join('\n')}\nreturn r\n}\ne_[${key}]=${form === 'component' ? `e_[${key}]||` : ''}{f:m${number},j:[],i:[],ti:[],ic:[]}`,
    );
    if (!one)
      tables.push(
        `function gz${prefix}_${number + 1}(){\nif( __WXML_GLOBAL__.ops_cached.${prefix}_${number + 1})return __WXML_GLOBAL__.ops_cached.${prefix}_${number + 1}\n__WXML_GLOBAL__.ops_cached.${prefix}_${number + 1}=[];\n${wrapped(table)}(__WXML_GLOBAL__.ops_cached.${prefix}_${number + 1});return __WXML_GLOBAL__.ops_cached.${prefix}_${number + 1}\n}`,
      );
    number += 1;
    void path;
  }
  if (one) tables.push(`if(typeof(global.idx_st)==='undefined'){\n${wrapped(shared)}(z);global.total_ops=z.length;}`);
  return `${prefix}=function(path,global){\nvar e_={}\nvar d_={}\nvar z=__WXML_GLOBAL__.ops_set.${prefix} || [];\n${tables.join('\n')}\n__WXML_GLOBAL__.ops_set.${prefix}=z;\nvar x=[${names.map((name) => `'${name}'`).join(',')}];\n${functions.join('\n')}\nif(path&&e_[path]){\nreturn function(env,dd,global){}\n}\n}\n`;
}

const wrapped = (table: readonly string[]): string =>
  `(function(z){var a=11;function Z(ops){z.push(ops)}\n${table.map((entry) => `Z(${entry})`).join('\n')}\n})`;

interface Writer {
  readonly lines: string[];
  readonly children: (nodes: readonly Child[], parent: string) => void;
}

function newWriter(table: string[], one: boolean): Writer {
  const lines: string[] = [];
  const seen = new Map<string, number>();
  let variables = 0;
  const z = one ? '' : 'z,';
  const suffix = one ? '' : 'z';
  const variable = (): string => `v${variables++}B`;
  const entry = (value: string): number => {
    const operation = withReferences(operationOf(value), table);
    const before = seen.get(operation);
    table.push(before === undefined ? operation : `z[${before}]`);
    if (before === undefined) seen.set(operation, table.length - 1);
    return table.length - 1;
  };
  const element = (node: TemplateNode): string => {
    const name = variable();
    const plain = [...node.attributes].filter(([key]) => !key.startsWith('wx:'));
    const [only, more] = plain;
    if (!only) lines.push(`var ${name}=_n('${node.tag}')`);
    else if (!more && only[1].value !== true) {
      lines.push(`var ${name}=_n('${node.tag}')`, `_r${suffix}(${z}${name},'${camel(only[0])}',${entry(only[1].value)},e,s,gg)`);
    } else {
      let base = 0;
      const pairs = plain.map(([key, { value }]) => {
        if (value === true) return `'${camel(key)}',${-1 - base}`;
        const at = entry(value);
        const written = at - base;
        if (base === 0) base = at;
        return `'${camel(key)}',${written}`;
      });
      lines.push(`var ${name}=_m${suffix}(${z}'${node.tag}',[${pairs.join(',')}]${one ? '' : ',[]'},e,s,gg)`);
    }
    children(node.children, name);
    return name;
  };
  const children = (nodes: readonly Child[], parent: string): void => {
    let holder: string | null = null;
    for (const node of nodes) {
      if ('text' in node) {
        const name = variable();
        lines.push(`var ${name}=_o${suffix}(${z}${entry(node.text.trim())},e,s,gg)`, `_(${parent},${name})`);
        continue;
      }
      const condition = ['wx:if', 'wx:elif', 'wx:else'].find((key) => node.attributes.has(key));
      const list = node.attributes.get('wx:for')?.value;
      if (node.tag === 'template' && node.attributes.has('is')) use(node, parent);
      else if (list !== undefined && list !== true) loop(node, String(list), parent);
      else if (condition) {
        if (condition === 'wx:if') {
          holder = variable();
          lines.push(`var ${holder}=_v()`, `_(${parent},${holder})`);
        }
        const test = node.attributes.get(condition)?.value;
        lines.push(
          `${condition === 'wx:if' ? '' : 'else '}${condition === 'wx:else' ? '' : `if(_o${suffix}(${z}${entry(String(test))},e,s,gg))`}{${holder}.wxVkey=1`,
        );
        lines.push(`_(${holder},${element(node)})`, '}');
      } else lines.push(`_(${parent},${element(node)})`);
    }
  };
  const loop = (node: TemplateNode, list: string, parent: string): void => {
    const [holder, fn, inner] = [variable(), variable(), variable()];
    lines.push(`var ${holder}=_v()`, `_(${parent},${holder})`, `var ${fn}=function(e,s,${inner},gg){`);
    lines.push(`_(${inner},${element(node)})`, `return ${inner}`, '}');
    const key = node.attributes.get('wx:key')?.value ?? '';
    lines.push(`_2${suffix}(${z}${entry(list)},${fn},e,s,gg,${holder},'item','index','${String(key)}')`);
  };
  const use = (node: TemplateNode, parent: string): void => {
    const [holder, name, found, data] = [variable(), variable(), variable(), variable()];
    lines.push(`var ${holder}=_v()`, `_(${parent},${holder})`);
    lines.push(`var ${name}=_o${suffix}(${z}${entry(String(node.attributes.get('is')?.value))},e,s,gg)`);
    lines.push(`var ${found}=_gd(x[0],${name},e_,d_)`, `if(${found}){`);
    lines.push(`var ${data}=_1${suffix}(${z}${entry(String(node.attributes.get('data')?.value ?? ''))},e,s,gg) || {}`);
    lines.push(`${found}(${data},${data},${holder},gg)`, '}', `else _w(${name},x[0],1,1)`);
  };
  return { lines, children };
}

const camel = (name: string): string =>
  /^(?:data-|bind|catch)/.test(name) ? name : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Older output points into earlier entries for a repeated part: `[a,z[2][1],…]`. */
function withReferences(operation: string, table: readonly string[]): string {
  const repeated = /^\[a,(\[3,"[^"]*"\]),/.exec(operation)?.[1];
  const at = repeated ? table.findIndex((entry) => entry.startsWith(`[a,${repeated},`)) : -1;
  return repeated && at !== -1 ? operation.replace(repeated, `z[${at}][1]`) : operation;
}

/** A value as operations: plain text, one expression in braces, or both joined. */
function operationOf(value: string): string {
  const parts = value.split(/(\{\{.*?\}\})/).filter((part) => part !== '');
  const written = parts.map((part) => (part.startsWith('{{') ? expressionOf(part.slice(2, -2).trim()) : `[3,${JSON.stringify(part)}]`));
  if (parts.length === 0) return '[3,""]';
  return parts.length === 1 ? (written[0] ?? '') : `[a,${written.join(',')}]`;
}

function expressionOf(text: string): string {
  const choice = /^(.+?)\?(.+?):(.+)$/.exec(text);
  if (choice) return `[[2,'?:'],${[choice[1], choice[2], choice[3]].map((part) => expressionOf((part ?? '').trim())).join(',')}]`;
  for (const operator of ['||', '&&', '===', '+']) {
    const at = text.indexOf(operator);
    if (at > 0)
      return `[[2,'${operator}'],${expressionOf(text.slice(0, at).trim())},${expressionOf(text.slice(at + operator.length).trim())}]`;
  }
  if (text.startsWith('!')) return `[[2,'!'],${expressionOf(text.slice(1))}]`;
  if (/^['"\d]|^(?:true|false)$/.test(text)) return `[1,${text}]`;
  const members = text.split('.');
  return members.slice(1).reduce((object, key) => `[[6],${object},[3,'${key}']]`, `[[7],[3,'${members[0] ?? ''}']]`);
}

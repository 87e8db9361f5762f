import { Parser } from 'htmlparser2';
import type { TemplateAttribute, TemplateNode, TemplateText } from '../../program.ts';

type Child = TemplateNode | TemplateText;
interface Open {
  readonly tag: string;
  readonly attributes: Map<string, TemplateAttribute>;
  readonly children: Child[];
  readonly start: number;
  end: number;
}

/** Tags that Vue templates leave open. Where one was closed only by its parent, what follows it is its sibling. */
const LEFT_OPEN = new Set(['input', 'img', 'image', 'br', 'hr', 'progress', 'icon', 'checkbox', 'radio', 'switch', 'slider']);

const CODE = /<(wxs|sjs|filter|import-sjs|script|style)\b[^<>]{0,1000}>/g;

/** Deeper trees are nobody's page, and would exhaust whoever walks them. */
export const DEEPEST = 500;

/** Stops the parser from inside its own callbacks. */
const STOP = Symbol('stop');

/**
 * Reads WXML, AXML, TTML, SWAN and the template block of a Vue file alike; the case of names is kept, positions are offsets in `text`.
 * `from` and `to` bound the part of the text that is markup. Elements past `most` are left out and `cut` says so.
 */
export function parseTemplate(
  text: string,
  from: number,
  to: number,
  most: number,
): { nodes: readonly Child[]; count: number; cut: boolean } {
  const top: Child[] = [];
  const open: Open[] = [];
  let count = 0;
  let attributes = new Map<string, TemplateAttribute>();
  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map();
      },
      onattribute: (name, _value, quote) => {
        const start = parser.startIndex + from;
        // A bare attribute ends with its name; of a value the closing quote belongs to it.
        const end = Math.min(Math.max(parser.endIndex + from, start + name.length), to);
        const value = quote === undefined ? true : valueOf(text.slice(start, end), quote);
        if (!attributes.has(name)) attributes.set(name, { value, start, end });
      },
      onopentag: (tag) => {
        count += 1;
        if (count > most || open.length >= DEEPEST) throw STOP;
        const node: Open = { tag, attributes, children: [], start: parser.startIndex + from, end: parser.endIndex + from + 1 };
        open.push(node);
      },
      ontext: () => {
        const start = parser.startIndex + from;
        const end = Math.min(parser.endIndex + from + 1, to);
        const value = text.slice(start, end);
        if (value.trim() === '') return;
        const into = open.at(-1)?.children ?? top;
        const last = into.at(-1);
        if (last && 'text' in last && last.end === start) {
          into[into.length - 1] = { text: last.text + value, start: last.start, end };
        } else into.push({ text: value, start, end });
      },
      onclosetag: (_tag, implied) => {
        const node = open.pop();
        if (!node) return;
        const into = open.at(-1)?.children ?? top;
        const selfClosed = parser.endIndex + from + 1 <= node.end;
        if (implied && !selfClosed && LEFT_OPEN.has(node.tag)) {
          into.push({ ...node, children: [] }, ...node.children);
          return;
        }
        node.end = Math.min(Math.max(node.end, parser.endIndex + from + 1), to);
        into.push(node);
      },
    },
    { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false, decodeEntities: false },
  );
  let cut = false;
  try {
    parser.write(masked(text.slice(from, to)));
    parser.end();
  } catch (error) {
    if (error !== STOP) throw error;
    cut = true;
    for (let node = open.pop(); node; node = open.pop()) (open.at(-1)?.children ?? top).push(node);
  }
  return { nodes: top, count, cut };
}

/** Code and expressions may hold `<` and `>`: the parser sees other characters there, values are taken from the real text. */
function masked(markup: string): string {
  const pieces: [number, number][] = [];
  const never = new Set<string>();
  let from = 0;
  for (const open of markup.matchAll(CODE)) {
    const [whole, tag = ''] = open;
    const begin = open.index + whole.length;
    if (open.index < from || whole.endsWith('/>') || never.has(tag)) continue;
    const close = markup.indexOf(`</${tag}`, begin);
    if (close === -1) never.add(tag);
    else {
      pieces.push([begin, close]);
      from = close;
    }
  }
  let out = '';
  from = 0;
  for (const [begin, end] of pieces) {
    out += markup.slice(from, begin) + markup.slice(begin, end).replaceAll(/[^\r\n]/g, ' ');
    from = end;
  }
  return maskExpressions(out + markup.slice(from));
}

function maskExpressions(markup: string): string {
  let out = '';
  let from = 0;
  for (let open = markup.indexOf('{{'); open !== -1; open = markup.indexOf('{{', from)) {
    const close = markup.indexOf('}}', open);
    if (close === -1) break;
    out += markup.slice(from, open) + markup.slice(open, close).replaceAll(/[<>&]/g, '_');
    from = close;
  }
  return out + markup.slice(from);
}

function valueOf(written: string, quote: string | null | undefined): string {
  const equals = written.indexOf('=');
  const value = written.slice(equals + 1).trim();
  if (quote === null || quote === undefined) return value;
  const begin = value.startsWith(quote) ? 1 : 0;
  const end = value.length > begin && value.endsWith(quote) ? value.length - 1 : value.length;
  return decodeEntities(value.slice(begin, end));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decodeEntities = (value: string): string =>
  value.includes('&') ? value.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole) : value;

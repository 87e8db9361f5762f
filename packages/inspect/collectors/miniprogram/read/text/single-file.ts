/** A top-level block of a single-file component: where its content begins and ends, and the attributes of its tag. */
export interface Block {
  readonly tag: 'template' | 'script' | 'style' | 'config';
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

const OPEN = /<!--[\s\S]*?-->|<(template|script|style|config)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/** Cuts `.vue`, `.wpy`, `.mpx` files into their blocks. A template may hold templates, so those are counted. */
export function cutBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  OPEN.lastIndex = 0;
  for (let open = OPEN.exec(text); open; open = OPEN.exec(text)) {
    const tag = open[1] as Block['tag'] | undefined;
    const attributes = open[2] ?? '';
    if (!tag || attributes.trimEnd().endsWith('/')) continue;
    const start = open.index + open[0].length;
    const end = tag === 'template' ? closeOfTemplate(text, start) : closeOf(text, tag, start);
    blocks.push({ tag, attributes, start, end });
    OPEN.lastIndex = Math.max(end, start);
  }
  return blocks;
}

function closeOf(text: string, tag: string, from: number): number {
  const at = text.indexOf(`</${tag}`, from);
  return at === -1 ? text.length : at;
}

function closeOfTemplate(text: string, from: number): number {
  const tags = /<!--[\s\S]*?-->|<(\/?)template\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  tags.lastIndex = from;
  let depth = 1;
  let last = -1;
  for (let found = tags.exec(text); found; found = tags.exec(text)) {
    if (found[1] === undefined || found[2]?.trimEnd().endsWith('/')) continue;
    depth += found[1] === '/' ? -1 : 1;
    if (found[1] === '/') last = found.index;
    if (depth === 0) return found.index;
  }
  return last === -1 ? text.length : last;
}

/** The value of `lang` in the attributes of a block's tag. */
export const langOf = (block: Block): string => /\blang\s*=\s*["']?([\w-]+)/.exec(block.attributes)?.[1]?.toLowerCase() ?? '';

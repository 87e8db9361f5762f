/** A top-level block of a single-file component: where its content begins and ends, and the attributes of its tag. */
export interface Block {
  readonly tag: 'template' | 'script' | 'style' | 'config';
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

const TAGS = ['template', 'script', 'style', 'config'] as const;
const MOST_BLOCKS = 40;

/**
 * Cuts `.vue`, `.wpy`, `.mpx` files into their blocks. A template may hold templates, so those are counted. One pass over the text,
 * whatever stands in it.
 */
export function cutBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let template: { attributes: string; start: number } | null = null;
  let depth = 0;
  let at = 0;
  while (blocks.length < MOST_BLOCKS) {
    const found = nextTag(text, at);
    if (!found) break;
    at = found.end;
    const { tag, attributes, closing } = found;
    if (template) {
      if (tag !== 'template') continue;
      depth += closing ? -1 : found.empty ? 0 : 1;
      if (depth > 0) continue;
      blocks.push({ tag, attributes: template.attributes, start: template.start, end: found.start });
      template = null;
    } else if (closing || found.empty) continue;
    else if (tag === 'template') {
      template = { attributes, start: found.end };
      depth = 1;
    } else {
      const close = text.indexOf(`</${tag}`, found.end);
      const end = close === -1 ? text.length : close;
      blocks.push({ tag, attributes, start: found.end, end });
      at = end;
    }
  }
  if (template) {
    const last = text.lastIndexOf('</template');
    blocks.push({ tag: 'template', ...template, end: last > template.start ? last : text.length });
  }
  return blocks;
}

interface Tag {
  readonly tag: Block['tag'];
  readonly closing: boolean;
  readonly empty: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

function nextTag(text: string, from: number): Tag | null {
  for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end === -1) return null;
      at = end;
      continue;
    }
    const closing = text[at + 1] === '/';
    const name = at + (closing ? 2 : 1);
    const tag = TAGS.find((one) => text.startsWith(one, name) && !/[\w-]/.test(text[name + one.length] ?? ' '));
    if (!tag) continue;
    const begin = name + tag.length;
    const end = endOfTag(text, begin);
    if (end === -1) return null;
    const attributes = text.slice(begin, end);
    return { tag, closing, empty: attributes.endsWith('/'), attributes, start: at, end: end + 1 };
  }
  return null;
}

/** The `>` that ends a tag, which in quotes ends nothing. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '>') return at;
    if (char !== '"' && char !== "'") continue;
    at = text.indexOf(char, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

/** The value of `lang` in the attributes of a block's tag. */
export const langOf = (block: Block): string =>
  /\blang\s*=\s*["']?([\w-]+)/.exec(block.attributes.slice(0, 2000))?.[1]?.toLowerCase() ?? '';

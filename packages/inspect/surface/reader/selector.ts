import type { Surface, SurfaceNode } from '../surface.ts';
import type { TreeReader } from './tree.ts';

export interface SelectorReader {
  selectorOf(id: number): string;
}

const PLAIN = /^[A-Za-z_\u3400-\u9FFF][\w\u3400-\u9FFF-]*$/;
/** Names made by build tools (`css-1q2w3e`, `_abc12_3`, `jss42`, `data-v-…`) change with every release. */
const MADE =
  /\d{3,}|^(css|sc|jss|svelte|emotion)-|^_|__[A-Za-z0-9]{5,}$|-[a-z0-9]*\d[a-z0-9]{3,}$|^[a-zA-Z]{1,2}\d|^(?=.*\d)(?=.*[A-Z])[A-Za-z0-9]{6,}$/;
const LONGEST_PATH = 5;

/** Short, human, stable paths: id if unique and not machine-made, else class, else place among siblings. */
export function selectorReader(surface: Surface, tree: TreeReader): SelectorReader {
  let ids: Map<string, number> | null = null;
  const unique = (node: SurfaceNode): boolean => {
    if (!ids) {
      ids = new Map();
      for (const each of surface.nodes) {
        const own = each.attributes['id'];
        if (own) ids.set(`${each.frame} ${own}`, (ids.get(`${each.frame} ${own}`) ?? 0) + 1);
      }
    }
    const own = node.attributes['id'];
    return own !== undefined && PLAIN.test(own) && !MADE.test(own) && ids.get(`${node.frame} ${own}`) === 1;
  };

  const step = (node: SurfaceNode): string => {
    if (unique(node)) return `#${node.attributes['id']}`;
    const classes = (node.attributes['class'] ?? '').split(/\s+/).filter((name) => PLAIN.test(name) && !MADE.test(name));
    const siblings = (node.parent >= 0 ? tree.node(node.parent).children : []).map(tree.node);
    const alike = siblings.filter((each) => each.tag === node.tag);
    if (alike.length < 2) return node.tag;
    const own = classes.find((name) =>
      alike.every((each) => each.id === node.id || !(each.attributes['class'] ?? '').split(/\s+/).includes(name)),
    );
    return own ? `${node.tag}.${own}` : `${node.tag}:nth-of-type(${alike.findIndex((each) => each.id === node.id) + 1})`;
  };

  return {
    selectorOf: (id) => {
      let node = tree.node(id);
      let suffix = '';
      if (node.tag.startsWith('::')) {
        suffix = node.tag;
        node = tree.node(node.parent);
      } else if (node.tag === '#text' && node.parent >= 0) node = tree.node(node.parent);
      const parts: string[] = [];
      let steps = 0;
      while (node.tag !== '#document' || node.parent >= 0) {
        if (node.tag === '#document') {
          const owner = tree.node(node.parent);
          parts.unshift('>>>');
          node = owner;
          steps = 0;
          continue;
        }
        if (steps < LONGEST_PATH) {
          const own = step(node);
          parts.unshift(own);
          steps += own.startsWith('#') || node.tag === 'body' ? LONGEST_PATH : 1;
        }
        if (node.parent < 0) break;
        const above = tree.node(node.parent);
        // A long path is cut at its near end, but the frame and shadow steps on the way must stay.
        if (node.shadow !== null && above.shadow !== node.shadow && above.tag !== 'slot') {
          parts.unshift('>>>');
          steps = 0;
        }
        node = above;
      }
      return (parts.join(' > ').replace(/(?: > )?>>>(?: > )?/g, ' >>> ') || 'html') + suffix;
    },
  };
}

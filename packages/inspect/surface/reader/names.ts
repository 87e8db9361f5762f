import type { Surface, SurfaceNode } from '../surface.ts';
import type { TreeReader } from './tree.ts';

export interface NamesReader {
  textOf(id: number): string;
  accessibleName(id: number): string;
}

const BLOCKS = /^(block|flex|grid|table|table-row|table-cell|list-item|flow-root|inline-block|inline-flex)$/;
const PRIVATE_USE = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu;
/** Deeper references between labels are loops. */
const LABEL_DEPTH = 3;

export function namesReader(surface: Surface, tree: TreeReader): NamesReader {
  let byId: Map<string, number> | null = null;
  let labels: Map<string, number> | null = null;
  const prepare = () => {
    byId = new Map();
    labels = new Map();
    for (const node of surface.nodes) {
      const own = node.attributes['id'];
      if (own && !byId.has(`${node.frame} ${own}`)) byId.set(`${node.frame} ${own}`, node.id);
      const target = node.tag === 'label' ? node.attributes['for'] : undefined;
      if (target && !labels.has(`${node.frame} ${target}`)) labels.set(`${node.frame} ${target}`, node.id);
    }
  };
  const find = (frame: number, id: string) => {
    if (!byId) prepare();
    return byId?.get(`${frame} ${id}`);
  };
  const labelFor = (frame: number, id: string) => {
    if (!labels) prepare();
    return labels?.get(`${frame} ${id}`);
  };

  /** Words of a subtree; hidden parts are left out unless the root itself is a hidden label that names something. */
  const words = (id: number, seenOnly: boolean): string => {
    const parts: string[] = [];
    const end = tree.end(id);
    let at = id;
    while (at < end) {
      const node = tree.node(at);
      if (node.tag === '#text' || node.tag.startsWith('::')) {
        if (!seenOnly || node.visible) parts.push(node.text);
        at++;
        continue;
      }
      if (seenOnly && !tree.isVisible(at)) {
        at = tree.end(at);
        continue;
      }
      if (node.style && BLOCKS.test(node.style.display)) parts.push(' ');
      const own = ownWords(node);
      if (own) parts.push(' ', own, ' ');
      at = node.tag === 'svg' || node.tag === 'select' || node.tag === 'textarea' ? tree.end(at) : at + 1;
    }
    return parts.join('').replace(PRIVATE_USE, ' ').replace(/\s+/g, ' ').trim();
  };

  const ownWords = (node: SurfaceNode): string => {
    const { attributes, tag } = node;
    if (tag === 'img' || tag === 'svg' || tag === 'canvas' || tag === 'area')
      return attributes['alt'] || attributes['aria-label'] || attributes['title'] || svgTitle(node);
    if (tag === 'input') {
      const type = attributes['type']?.toLowerCase() ?? 'text';
      if (type === 'submit' || type === 'button' || type === 'reset') return node.value || attributes['value'] || '';
      if (type === 'image') return attributes['alt'] ?? '';
      if (type === 'hidden' || type === 'checkbox' || type === 'radio') return '';
      return attributes['placeholder'] ?? attributes['aria-label'] ?? '';
    }
    if (tag === 'textarea') return attributes['placeholder'] ?? '';
    if (tag === 'select') return chosen(node);
    // A control without words of its own is known by its label.
    if (attributes['aria-label'] && !hasText(node)) return attributes['aria-label'];
    if (attributes['title'] && !hasText(node) && tree.isClickable(node.id)) return attributes['title'];
    return '';
  };
  const hasText = (node: SurfaceNode) => {
    for (let at = node.id + 1; at < tree.end(node.id); at++) {
      const below = tree.node(at);
      if (below.visible && below.text.replace(PRIVATE_USE, '').trim() !== '') return true;
      if (below.attributes['alt'] || (at > node.id && below.attributes['aria-label'])) return true;
    }
    return false;
  };
  const svgTitle = (node: SurfaceNode) => {
    if (node.tag !== 'svg') return '';
    const title = tree.descendants(node.id).find((at) => tree.node(at).tag === 'title');
    return title === undefined ? '' : words(title, false);
  };
  const chosen = (node: SurfaceNode) => {
    const option = tree.descendants(node.id).find((at) => tree.node(at).tag === 'option' && tree.node(at).checked);
    return option === undefined ? '' : words(option, false);
  };

  const name = (id: number, depth: number): string => {
    const node = tree.node(id);
    const { attributes } = node;
    const referred = (attributes['aria-labelledby'] ?? '').split(/\s+/).filter(Boolean);
    if (referred.length > 0 && depth < LABEL_DEPTH) {
      const joined = referred
        .map((ref) => find(node.frame, ref))
        .map((at) => (at === undefined || at === id ? '' : words(at, false)))
        .join(' ')
        .trim();
      if (joined) return joined;
    }
    if (attributes['aria-label']?.trim()) return attributes['aria-label'].trim();
    if (node.tag === 'input' || node.tag === 'select' || node.tag === 'textarea') {
      const type = attributes['type']?.toLowerCase();
      if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image')
        return ownWords(node) || attributes['title'] || '';
      const own = attributes['id'];
      const label = own === undefined ? undefined : labelFor(node.frame, own);
      const around = tree.closest(id, (above) => above.tag === 'label');
      const words1 = label !== undefined ? words(label, false) : around !== null ? words(around, false) : '';
      return words1 || attributes['title'] || attributes['placeholder'] || attributes['aria-placeholder'] || '';
    }
    return words(id, true) || attributes['alt'] || attributes['title'] || '';
  };

  return { textOf: (id) => words(id, true), accessibleName: (id) => name(id, 0) };
}

import type { Surface, SurfaceNode, SurfaceStyle } from '../surface.ts';

/** What a hand-made node differs in from a visible block of 100 × 20 pixels. */
export interface HandNode {
  readonly tag: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly HandNode[];
  readonly clickable?: boolean;
}

const STYLE: SurfaceStyle = {
  display: 'block',
  visibility: 'visible',
  position: 'static',
  zIndex: 'auto',
  opacity: 1,
  color: 'rgb(0, 0, 0)',
  backgroundColor: 'rgba(0, 0, 0, 0)',
  backgroundImage: 'none',
  fontSize: 14,
  fontWeight: 400,
  cursor: 'auto',
  pointerEvents: 'auto',
  textDecoration: 'none',
  borderRadius: '0px',
  overflow: 'visible',
  border: '',
};

/** A surface of any size without a browser: nodes stand one below the other, each 20 pixels high. For tests of cost. */
export function handSurface(body: readonly HandNode[]): Surface {
  const nodes: SurfaceNode[] = [];
  const add = (made: HandNode, parent: number): number => {
    const id = nodes.length;
    const children: number[] = [];
    const small = made.tag === 'i' || made.tag === 'input';
    nodes.push({
      id,
      frame: 0,
      parent,
      children,
      tag: made.tag,
      attributes: made.attributes ?? {},
      text: made.text ?? '',
      box: { x: small ? 0 : 20, y: (id % 800) * 20, width: small ? 16 : 100, height: 16 },
      visible: true,
      style: STYLE,
      paintOrder: id,
      clickable: made.clickable ?? false,
      checked: made.attributes?.['type'] === 'checkbox' ? false : null,
      value: null,
      shadow: null,
    });
    for (const child of made.children ?? []) children.push(add(child, id));
    return id;
  };
  add({ tag: '#document', children: [{ tag: 'html', children: [{ tag: 'body', children: body }] }] }, -1);
  return {
    format: 'liangjian-surface/1',
    url: 'http://shop.test/',
    title: '',
    viewport: { width: 390, height: 844, pageHeight: nodes.length * 20, scrollY: 0 },
    frames: [{ url: 'http://shop.test/', target: 'page', box: null }],
    nodes,
  };
}

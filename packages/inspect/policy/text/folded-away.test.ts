import { expect, it } from 'vitest';
import type { Surface, SurfaceNode } from '../../surface/surface.ts';
import { foldedAway } from './folded-away.ts';

interface Part {
  readonly tag: string;
  readonly hidden?: boolean;
  readonly clickable?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (Part | string)[];
}

/** Words of the folded text nodes of a tree. */
function folded(root: Part): string[] {
  const nodes: SurfaceNode[] = [];
  const add = (part: Part | string, parent: number, hidden: boolean): number => {
    const id = nodes.length;
    const children: number[] = [];
    const isText = typeof part === 'string';
    const gone = hidden || (!isText && part.hidden === true);
    nodes.push({
      id,
      parent,
      children,
      tag: isText ? '#text' : part.tag,
      text: isText ? part : '',
      attributes: isText ? {} : (part.attributes ?? {}),
      visible: !gone,
      clickable: !isText && part.clickable === true,
    } as unknown as SurfaceNode);
    if (!isText) for (const child of part.children ?? []) children.push(add(child, id, gone));
    return id;
  };
  add(root, -1, false);
  const marks = foldedAway({ nodes } as unknown as Surface);
  return nodes.filter(({ id, tag }) => tag === '#text' && marks[id] === true).map(({ text }) => text);
}

const panel = (text: string, more: Partial<Part> = {}): Part => ({
  tag: 'div',
  hidden: true,
  children: [{ tag: 'p', children: [text] }],
  ...more,
});

it('opens closed details, not their summary', () => {
  const details = (children: Part['children']): Part => ({ tag: 'details', children: children ?? [] });
  expect(folded({ tag: 'body', children: [details([{ tag: 'summary', children: ['三、共享'] }, { ...panel('我们不共享') }])] })).toEqual([
    '我们不共享',
  ]);
});

it('opens what hides below a short line that can be pressed', () => {
  const head: Part = { tag: 'h3', clickable: true, children: ['四、保存期限', { tag: 'i', children: ['▾'] }] };
  expect(folded({ tag: 'body', children: [head, panel('保存三年')] })).toEqual(['保存三年']);
  const button: Part = { tag: 'h3', children: [{ tag: 'button', attributes: { 'aria-expanded': 'false' }, children: ['五、权利'] }] };
  expect(folded({ tag: 'body', children: [button, panel('您可以更正')] })).toEqual(['您可以更正']);
});

it('opens panels of tabs', () => {
  expect(folded({ tag: 'body', children: [panel('第三方清单', { attributes: { role: 'tabpanel' } })] })).toEqual(['第三方清单']);
});

it('leaves other hidden blocks alone', () => {
  const words: Part = { tag: 'p', children: ['一段看得见的文字，不是标题，也不能按。'] };
  expect(folded({ tag: 'body', children: [words, panel('藏起来的条款')] })).toEqual([]);
  const link: Part = { tag: 'a', clickable: true, children: ['首页'] };
  expect(folded({ tag: 'body', children: [link, panel('另一屏')] })).toEqual([]);
  const head: Part = { tag: 'h3', clickable: true, children: ['登录'] };
  expect(folded({ tag: 'body', children: [head, panel('弹窗', { attributes: { role: 'dialog' } })] })).toEqual([]);
  expect(folded({ tag: 'body', hidden: true, children: [head, panel('整页不可见')] })).toEqual([]);
});

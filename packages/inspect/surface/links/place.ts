import { below } from '../flow/below.ts';
import type { LinkReading } from '../model.ts';
import type { Reader } from '../reader.ts';

const FOOT = /(^|[\s_-])(foot|footer|copyright|beian|icp|bottom-links?|site-info)([\s_-]|$)/i;
const MENU = /(^|[\s_-])(menu|nav|navbar|tabbar|sidebar|drawer|setting|settings|cell|cells|list-item|weui-cell|van-cell)([\s_-]|$)/i;
const ENDING = /copyright|©|版权所有|icp备|公网安备|备案号|沪icp|京icp/i;

/** Where on the page a link to a legal text stands. */
export function placeOf(reader: Reader, prompts: readonly { readonly node: number }[], node: number): LinkReading['where'] {
  if (prompts.some((prompt) => reader.within(node, prompt.node))) return 'prompt';
  const above = reader
    .ancestors(node)
    .slice(0, 12)
    .map((id) => reader.node(id));
  for (const at of above) {
    const name = `${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`;
    if (at.tag === 'footer' || at.attributes['role'] === 'contentinfo' || FOOT.test(name)) return 'footer';
    if (at.tag === 'nav' || /^(navigation|menu|menubar)$/.test(at.attributes['role'] ?? '') || MENU.test(name)) return 'menu';
    if (at.tag === 'form') return 'form';
  }
  for (const at of above.slice(0, 5)) {
    if (at.tag === 'body' || at.tag === 'html' || (at.box && at.box.height > 700)) break;
    const inside = below(reader, at.id, 200);
    if (inside.some((id) => isField(reader, id))) return 'form';
  }
  for (const at of above.slice(0, 3)) {
    if (at.tag === 'body' || at.tag === 'html') break;
    if (ENDING.test(reader.textOf(at.id).slice(0, 400))) return 'footer';
  }
  return 'page';
}

function isField(reader: Reader, id: number): boolean {
  const node = reader.node(id);
  if (node.tag === 'textarea' || node.tag === 'select') return true;
  if (node.tag !== 'input') return /^(checkbox|radio|switch|textbox)$/.test(node.attributes['role'] ?? '');
  return !/^(hidden|button|image|search)$/.test(node.attributes['type'] ?? 'text');
}

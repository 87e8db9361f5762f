import type { Text } from '@liangjian/law';
import { showHidden } from '../plain.ts';

/** Markup that is safe to put into a page. Made here only, so that nothing of a page reaches the report unescaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text and shows what would be invisible. */
export const escapeHtml = (text: string): string =>
  showHidden(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const render = (part: Part): string =>
  part === null ? '' : part instanceof Markup ? part.html : typeof part === 'object' ? part.map(render).join('') : escapeHtml(String(part));

/** Template of markup: every value put in is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + (index < parts.length ? render(parts[index] as Part) : '')).join(''));
}

/** A text in both languages; the style sheet shows the chosen one. */
export function both(text: Text): Markup {
  return text.zh === text.en
    ? html`${text.zh}`
    : html`<span class="zh" lang="zh-CN">${text.zh}</span><span class="en" lang="en">${text.en}</span>`;
}

/** The same from two strings. */
export const say2 = (zh: string, en: string): Markup => both({ zh, en });

/** Fragment id made of anything. */
export const anchor = (text: string): string => text.replaceAll(/[^\w-]/g, '-');

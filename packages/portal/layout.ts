import { html, type Markup } from '@liangjian/inspect';
import type { PortalLanguage, Words } from './text/words.ts';

/** What a page needs to know of where it stands. */
export interface PageContext {
  readonly language: PortalLanguage;
  readonly words: Words;
  /** Address of a page in the language of the reader: `to('/report')` is `/en/report` in English. */
  readonly to: (path: string) => string;
  /** Address of an asset under its content hash. */
  readonly asset: (name: string) => string;
  /** The banner that everything here is invented. */
  readonly demonstration: boolean;
}

export interface PageContent {
  readonly title: string;
  /** Path of the page without language, for the link to the other language; null where a page exists only as an answer to a form. */
  readonly path: string | null;
  readonly body: Markup;
  /** Scripts that enhance this page; it must work without them. */
  readonly scripts?: readonly string[];
}

/** A whole page: skip link, navigation, main text, footer. Nothing in it comes from another host. */
export function page(context: PageContext, { title, path, body, scripts = [] }: PageContent): string {
  const { words, to, language, asset } = context;
  const other = language === 'zh' ? '/en' : '';
  const document = html`<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="${path === null ? 'noindex' : 'index'}"><meta name="format-detection" content="telephone=no"><title>${title} - ${words.siteShort}</title><link rel="stylesheet" href="${asset('portal.css')}"><link rel="icon" href="data:,">${scripts.map(
    (name) => html`<script type="module" src="${asset(name)}"></script>`,
  )}</head><body><a class="skip" href="#main">${words.skip}</a>${context.demonstration ? html`<div class="demo" role="note">${words.demo}</div>` : null}<header class="top"><div><a class="name" href="${to('/')}">${words.siteShort}</a><nav aria-label="${words.siteName}"><ul><li><a href="${to('/report')}">${words.navReport}</a></li><li><a href="${to('/follow')}">${words.navFollow}</a></li><li><a href="${to('/privacy')}">${words.navPrivacy}</a></li>${
    path === null
      ? null
      : html`<li><a href="${`${other}${path}`}" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${words.otherLanguage}</a></li>`
  }</ul></nav></div></header><main id="main" tabindex="-1"><h1>${title}</h1>${body}</main><footer><div><p>${words.footer}</p><p><a href="${to('/privacy')}">${words.navPrivacy}</a></p></div></footer></body></html>
`;
  return document.html;
}

import { html, type Markup } from '@liangjian/inspect';
import type { PageContext } from '../layout.ts';

/** Whether the re-typed receipt was right; opened beside the page that shows it. */
export const checkedBody = ({ words }: PageContext, problem: string | null): Markup =>
  problem === null
    ? html`<p class="good" role="status">${words.receiptGood}</p>`
    : html`<div class="problem" role="alert"><p>${words.receiptBad}</p><p>${problem}</p></div>`;

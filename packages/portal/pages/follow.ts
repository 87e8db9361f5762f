import { html, type Markup } from '@liangjian/inspect';
import type { PageContext } from '../layout.ts';

/** Asks for the receipt code; it is sent in the body of a form and stands in no address. */
export function followBody({ words, to }: PageContext, problem: string | null, left: boolean): Markup {
  return html`${left ? html`<p class="good" role="status">${words.leftNote}</p>` : null}${
    problem === null ? null : html`<div class="problem" role="alert"><p id="receipt-problem">${problem}</p></div>`
  }<form method="post" action="${to('/follow')}" class="card"><label for="receipt">${words.receiptLabel}</label><p class="hint" id="receipt-hint">${words.followLead}</p><input id="receipt" name="receipt" type="text" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" required aria-describedby="${problem === null ? 'receipt-hint' : 'receipt-hint receipt-problem'}"><div class="actions"><button type="submit">${words.followOpen}</button></div></form>`;
}

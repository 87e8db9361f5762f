import { html, type Markup } from '@liangjian/inspect';
import type { Text } from '@liangjian/law';
import type { PageContext } from '../layout.ts';

/** What went wrong and what to do next; never what was typed. */
export function problemBody({ language, words, to }: PageContext, problem: { readonly text: Text; readonly nextStep: Text }): Markup {
  return html`<div class="problem" role="alert"><h2>${problem.text[language]}</h2><p>${problem.nextStep[language]}</p></div><p><a class="button second" href="${to('/')}">${words.navHome}</a></p>`;
}

import { html, type Markup } from '@liangjian/inspect';
import type { PageContext } from '../layout.ts';

/** What one can do here, what happens next, and how the person is protected. */
export function homeBody({ words, to }: PageContext): Markup {
  return html`<p class="lead">${words.homeLead}</p><div class="actions"><a class="button" href="${to('/report')}">${words.homeReport}</a><a class="button second" href="${to('/follow')}">${words.homeFollow}</a></div><p class="soft">${words.homeReportNote}</p>
<h2>${words.homeHow}</h2><ol class="steps"><li>${words.homeStep1}</li><li>${words.homeStep2}</li><li>${words.homeStep3}</li></ol>
<h2>${words.homeSafe}</h2><ul class="plain"><li>${words.homeSafe1}</li><li>${words.homeSafe2}</li><li>${words.homeSafe3}</li></ul>
<p class="note">${words.homeOther}</p>`;
}

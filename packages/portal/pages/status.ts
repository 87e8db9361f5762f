import { html, type Markup } from '@liangjian/inspect';
import type { FollowUp } from '@liangjian/platform/intake';
import type { PageContext } from '../layout.ts';
import { sizeOf } from './receipt.ts';

type Tip = FollowUp['tips'][number];

export interface StatusPage {
  readonly followUp: FollowUp;
  /** Token of the form for adding something. */
  readonly form: string;
  /** Something has just been sent. */
  readonly sent: boolean;
  readonly problem: string | null;
}

/** How the tips of a receipt stand: state, questions and answers, files, result, and a form to add something. */
export function statusBody(context: PageContext, { followUp, form, sent, problem }: StatusPage): Markup {
  const { words, to } = context;
  const { tips, lastUsed } = followUp;
  return html`${sent ? html`<p class="good" role="status">${words.sent}</p>` : null}${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`}<p class="soft">${
    lastUsed === null ? words.lastUsedNever : html`${words.lastUsed}${when(lastUsed)}。${words.lastUsedWarn}`
  }</p>${tips.map((tip) => tipCard(context, tip))}
<form method="post" action="${to('/follow/add')}" enctype="multipart/form-data" class="card"><h2>${words.addFiles}</h2><input type="hidden" name="form" value="${form}">${
    tips.length === 1
      ? html`<input type="hidden" name="tip" value="${tips[0]?.number ?? ''}">`
      : html`<label for="tip">${words.whichTip}</label><select id="tip" name="tip">${tips.map(({ number, kind }) => html`<option value="${number}">${number} ${kindWord(context, kind)}</option>`)}</select>`
  }<label for="text">${words.answerLabel}</label><textarea id="text" name="text" maxlength="5000"></textarea><label for="files">${words.filesTitle}</label><p class="hint" id="files-hint">${words.filesHint}</p><input id="files" name="files" type="file" multiple aria-describedby="files-hint"><div class="actions"><button type="submit">${words.answerSend}</button></div></form>
<form method="post" action="${to('/follow/leave')}"><button type="submit" class="second">${words.leave}</button></form>`;
}

const kindWord = ({ words }: PageContext, kind: Tip['kind']): string => (kind === 'complaint' ? words.complaint : words.reportKind);

function tipCard(context: PageContext, tip: Tip): Markup {
  const { words, language } = context;
  return html`<section class="card" aria-label="${tip.number}"><h2>${tip.number} ${kindWord(context, tip.kind)}</h2><p class="lead">${tip.status[language]}</p><dl class="facts"><dt>${words.receivedOn}</dt><dd>${tip.receivedOn}</dd><dt>${words.fromOffice}</dt><dd>${tip.officeName[language]}</dd><dt>${words.shopName}</dt><dd>${tip.shopName}</dd></dl><details><summary>${words.yourStory}</summary><p class="message you">${tip.story}</p></details>
<h3>${words.resultTitle}</h3>${tip.result === null ? html`<p>${words.resultNone}</p>` : html`<div class="message office"><span class="who">${tip.officeName[language]} ${when(tip.result.at)}</span>${tip.result.text}</div>`}
<h3>${words.messagesTitle}</h3>${
    tip.messages.length === 0
      ? html`<p>${words.messagesNone}</p>`
      : tip.messages.map(
          ({ from, at, text }) =>
            html`<div class="message ${from === 'office' ? 'office' : 'you'}"><span class="who">${from === 'office' ? tip.officeName[language] : words.fromYou} ${when(at)}</span>${text}</div>`,
        )
  }${tip.files.length === 0 ? null : html`<h3>${words.filesGot}</h3><ul class="plain">${tip.files.map(({ name, bytes }) => html`<li>${name}（${sizeOf(bytes)}）</li>`)}</ul>`}</section>`;
}

/** `2026-11-24 20:26` in Shanghai. */
function when(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

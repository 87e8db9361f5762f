import { html, type Markup } from '@liangjian/inspect';
import { findScene, violationKind, type ViolationKind } from '@liangjian/law';
import type { FiledTip } from '@liangjian/platform/intake';
import type { PageContext } from '../layout.ts';

/** How the tip is understood so far: shown to the reporter, confirmed by an officer. */
export interface Understood {
  readonly scene: string | null;
  readonly kinds: readonly ViolationKind[];
}

/** The one page that shows the receipt. It is not found again: the answer to the form, never an address of its own. */
export function receiptBody({ words, to, language }: PageContext, filed: FiledTip, understood: Understood): Markup {
  const scene = understood.scene === null ? undefined : findScene(understood.scene);
  return html`<p class="lead">${words.receiptLead}</p><p class="soft" id="code-label">${words.receiptLabel}</p><p class="code" data-code aria-labelledby="code-label">${filed.receipt
    .split('-')
    .flatMap((group, index) => [index === 0 ? html`` : html`-<wbr>`, html`<span>${group}</span>`])}</p>
<div class="actions script"><button type="button" class="second" data-print>${words.receiptPrint}</button></div>
<form method="post" action="${to('/receipt/check')}" data-retype target="check" class="card"><label for="again">${words.receiptRetype}</label><input id="again" name="again" type="text" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" required><div class="actions"><button type="submit" class="second">${words.receiptCheck}</button></div><p id="retype-result" role="status" data-good="${words.receiptGood}" data-bad="${words.receiptBad}"></p></form>
<h2>${words.derivedTitle}</h2><dl class="facts"><dt>${words.derivedScene}</dt><dd>${scene ? scene.label[language] : words.derivedUnsure}</dd><dt>${words.derivedKinds}</dt><dd>${
    understood.kinds.length === 0
      ? words.derivedUnsure
      : html`<ul class="plain">${understood.kinds.map((kind) => html`<li>${violationKind(kind).label[language]}</li>`)}</ul>`
  }</dd>${filed.tips.map(({ number, kind }) => html`<dt>${words.numberLabel}</dt><dd>${number} ${kind === 'complaint' ? words.complaint : words.reportKind}</dd>`)}</dl><p class="soft small">${words.derivedNote}</p>${
    filed.tips.length > 1 ? html`<p class="note">${words.twoFiles}</p>` : null
  }${filed.files.length === 0 ? null : html`<h2>${words.filesGot}</h2><p class="soft small">${words.fileHash}</p><ul class="plain">${filed.files.map(({ name, bytes, sha256 }) => html`<li>${name}（${sizeOf(bytes)}）<br><span class="mono">${sha256}</span></li>`)}</ul>`}
<p><a href="${to('/')}">${words.navHome}</a></p>`;
}

/** Size of a file in words that people read. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

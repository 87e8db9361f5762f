import { html, type Markup } from '@liangjian/inspect';
import { districts, happenings, scenes } from '@liangjian/law';
import type { PageContext } from '../layout.ts';
import type { FormValues } from '../report-form.ts';
import { type FieldProblems, fileField, longField, pick, selectField, textField } from './fields.ts';

/** What holds back floods, as the page needs it. */
export interface ShownProof {
  /** Signed challenge for the browser's own work. */
  readonly challenge: string;
  readonly bits: number;
  /** For who has no script: a question and its signed token. */
  readonly question: string;
}

export interface ReportPage {
  /** Token of this form. */
  readonly form: string;
  readonly proof: ShownProof;
  readonly values: FormValues;
  readonly problems: FieldProblems;
  /** Files that have come in with an earlier try of this form. */
  readonly uploads: readonly { readonly id: string; readonly name: string }[];
}

/** Every kind of file that a phone or a computer makes when something is recorded. */
const EVIDENCE = 'image/*,audio/*,video/*,.pdf,.txt,.eml,.doc,.docx,.xls,.xlsx,.zip';

/** Scenes that a person can be in, not the later national groupings of the same. */
const PLACES = scenes.filter(({ code }) => /^S\d+$/.test(code));

const DISTRICTS = districts.filter(({ kind }) => kind === 'district');

/** The form. It works without script; every field keeps what was typed when something must be corrected. */
export function reportBody(context: PageContext, { form, proof, values, problems, uploads }: ReportPage): Markup {
  const { words, to, language, asset } = context;
  const { happened, one } = values;
  const at = (name: string) => problems.get(name);
  return html`<p class="lead">${words.reportLead}</p>${problems.size === 0 ? null : summary(problems, context)}
<form method="post" action="${to('/report')}" enctype="multipart/form-data" data-report data-challenge="${proof.challenge}" data-bits="${proof.bits}" data-worker="${asset('prove.js')}" data-read-qr="${asset('read-qr.js')}" data-qr-reader="${asset('zxing-reader.js')}" data-qr-wasm="${asset('zxing-reader.wasm')}" data-uploading="${words.uploading}" data-uploaded="${words.uploadDone}" data-failed="${words.uploadFailed}" data-remove="${words.remove}">
<input type="hidden" name="form" value="${form}"><input type="hidden" name="challenge" value="${proof.challenge}"><input type="hidden" name="proof" value=""><input type="hidden" name="qrText" value="${one('qrText')}">
<fieldset><legend>${words.whatTitle}</legend><p class="hint">${words.whatHint}</p>${happenings.map(({ code, text }) =>
    pick('checkbox', 'happened', code, text[language], happened.includes(code)),
  )}${longField({ name: 'story', label: words.storyLabel, hint: words.storyHint, required: true, problem: at('story') }, words, one('story'), 5000)}${textField(
    { name: 'day', label: words.whenLabel, problem: at('day') },
    words,
    one('day'),
    10,
    { type: 'date' },
  )}</fieldset>
<fieldset><legend>${words.sceneTitle}</legend>${pick('radio', 'scene', '', words.sceneUnsure, one('scene') === '')}${PLACES.map(
    ({ code, label }) => pick('radio', 'scene', code, label[language], one('scene') === code),
  )}</fieldset>
<fieldset><legend>${words.shopTitle}</legend>${textField({ name: 'shopName', label: words.shopName, required: true, problem: at('shopName') }, words, one('shopName'), 120)}${textField(
    { name: 'shopAddress', label: words.shopAddress, problem: at('shopAddress') },
    words,
    one('shopAddress'),
    200,
  )}${selectField({ name: 'district', label: words.shopDistrict, problem: at('district') }, words, one('district'), [
    ['', words.districtUnsure],
    ...DISTRICTS.map(({ code, name }) => [code, name[language]] as const),
  ])}</fieldset>
<fieldset><legend>${words.linkTitle}</legend>${textField({ name: 'link', label: words.linkLabel, hint: words.linkHint, problem: at('link') }, words, one('link'), 2000)}${longField(
    { name: 'sms', label: words.smsLabel, hint: words.smsHint, problem: at('sms') },
    words,
    one('sms'),
    3000,
  )}</fieldset>
<fieldset><legend>${words.aimTitle}</legend>${pick('radio', 'aim', 'report', words.aimReport, !['complaint', 'both'].includes(one('aim')))}${pick(
    'radio',
    'aim',
    'complaint',
    words.aimComplaint,
    one('aim') === 'complaint',
  )}${pick('radio', 'aim', 'both', words.aimBoth, one('aim') === 'both')}<div class="wished">${textField({ name: 'wish', label: words.wishLabel, problem: at('wish') }, words, one('wish'), 500)}</div></fieldset>
<fieldset><legend>${words.whoTitle}</legend>${pick('radio', 'who', 'anonymous', words.whoAnonymous, one('who') !== 'named', words.whoAnonymousHint)}${pick(
    'radio',
    'who',
    'named',
    words.whoNamed,
    one('who') === 'named',
    words.whoNamedHint,
  )}<div class="named">${textField({ name: 'name', label: words.nameLabel, problem: at('name') }, words, one('name'), 60, { autocomplete: 'name' })}${textField(
    { name: 'contact', label: words.contactLabel, problem: at('contact') },
    words,
    one('contact'),
    120,
    { autocomplete: 'off' },
  )}</div></fieldset>
<fieldset><legend>${words.filesTitle}</legend>${fileField({ name: 'qr', label: words.qrLabel, hint: words.qrHint, problem: at('qr') }, words, 'image/*', false)}<p id="qr-result" class="soft" role="status" data-reading="${words.qrReading}" data-found="${words.qrFound}" data-none="${words.qrNone}"></p>${fileField(
    { name: 'files', label: words.filesTitle, hint: words.filesHint, problem: at('files') },
    words,
    EVIDENCE,
    true,
  )}<ul id="uploads" class="plain" aria-live="polite"></ul>${
    uploads.length === 0
      ? null
      : html`<p>${words.uploadedTitle}</p><ul class="plain">${uploads.map(({ id, name }) => html`<li><input type="hidden" name="kept" value="${id}">${name}</li>`)}</ul>`
  }</fieldset>
<fieldset><legend>${words.proofLabel}</legend><p id="proof-state" class="script" role="status" data-working="${words.proofWorking}" data-done="${words.proofDone}"></p><noscript>${textField(
    { name: 'answer', label: `${words.proofQuestion}${proof.question}`, required: true, problem: at('answer') },
    words,
    '',
    20,
    { inputmode: 'numeric' },
  )}</noscript></fieldset>
<p class="note">${words.beforeSend}</p><p>${words.privacyShort} <a href="${to('/privacy')}" target="_blank" rel="noopener">${words.privacyRead}</a></p>
<button class="wide" type="submit">${words.send}</button><p id="sending" role="status" hidden>${words.sending}</p></form>`;
}

function summary(problems: FieldProblems, { words }: PageContext): Markup {
  return html`<div class="problem" role="alert"><h2>${words.checkTitle}</h2><ul class="plain">${[...problems].map(
    ([name, problem]) => html`<li><a href="#${name}">${problem}</a></li>`,
  )}</ul></div>`;
}

import { html, type Markup } from '@liangjian/inspect';
import type { Words } from '../text/words.ts';

/** What was wrong with a field, by its name. */
export type FieldProblems = ReadonlyMap<string, string>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly problem?: string | undefined;
}

/** Ids that describe a field to a screen reader: its hint and its problem. */
const described = ({ name, hint, problem }: Field): string =>
  [hint === undefined ? '' : `${name}-hint`, problem === undefined ? '' : `${name}-problem`].filter((id) => id !== '').join(' ');

function head(field: Field, words: Words): Markup {
  const { name, label, hint, required = false, problem } = field;
  return html`<label for="${name}">${label} ${required ? html`<span class="need">${words.required}</span>` : html`<span class="free">${words.optional}</span>`}</label>${
    hint === undefined ? null : html`<p class="hint" id="${`${name}-hint`}">${hint}</p>`
  }${problem === undefined ? null : html`<p class="wrong" id="${`${name}-problem`}">${problem}</p>`}`;
}

const marks = (field: Field): Markup =>
  html`${field.required ? html` required` : null}${described(field) === '' ? null : html` aria-describedby="${described(field)}"`}${field.problem === undefined ? null : html` aria-invalid="true"`}`;

export function textField(
  field: Field,
  words: Words,
  value: string,
  most: number,
  extra: { readonly type?: 'text' | 'date'; readonly autocomplete?: string; readonly inputmode?: string } = {},
): Markup {
  return html`${head(field, words)}<input id="${field.name}" name="${field.name}" type="${extra.type ?? 'text'}" value="${value}" maxlength="${most}" autocomplete="${extra.autocomplete ?? 'off'}"${
    extra.inputmode === undefined ? null : html` inputmode="${extra.inputmode}"`
  }${marks(field)}>`;
}

export function longField(field: Field, words: Words, value: string, most: number): Markup {
  // A leading line break after the tag is not part of the value.
  return html`${head(field, words)}<textarea id="${field.name}" name="${field.name}" maxlength="${most}"${marks(field)}>
${value}</textarea>`;
}

export function fileField(field: Field, words: Words, accept: string, multiple: boolean): Markup {
  return html`${head(field, words)}<input id="${field.name}" name="${field.name}" type="file" accept="${accept}"${multiple ? html` multiple` : null}${marks(field)}>`;
}

export function selectField(field: Field, words: Words, value: string, choices: readonly (readonly [string, string])[]): Markup {
  return html`${head(field, words)}<select id="${field.name}" name="${field.name}"${marks(field)}>${choices.map(
    ([code, label]) => html`<option value="${code}"${code === value ? html` selected` : null}>${label}</option>`,
  )}</select>`;
}

/** One of a group of choices; several may be chosen when `type` is `checkbox`. */
export function pick(type: 'radio' | 'checkbox', name: string, code: string, label: string, chosen: boolean, hint?: string): Markup {
  return html`<label class="pick"><input type="${type}" name="${name}" value="${code}"${chosen ? html` checked` : null}><span>${label}${
    hint === undefined ? null : html`<span class="hint">${hint}</span>`
  }</span></label>`;
}

import type { Evidence, Fact } from '../../facts/fact.ts';
import { codeSteps } from '../code-steps.ts';
import { factTitle } from '../fact-title.ts';
import { oneLine } from '../plain.ts';
import type { Report, ReportedOutcome } from '../report.ts';
import { ARMS, FACTS, lawWords, OUTCOMES, PHASES, piWords } from '../words.ts';
import { anchor, both, html, type Markup, say2 } from './escape.ts';
import { pictureOfFacts } from './picture.ts';
import type { PictureBook } from './source.ts';

const MARKS = { fail: '✗', 'cannot-tell': '?', pass: '✓' } as const;

export const tag = (outcome: ReportedOutcome['outcome']): Markup =>
  html`<span class="tag ${outcome}">${MARKS[outcome]} ${both(OUTCOMES[outcome])}</span>`;

export const unverified = (status: ReportedOutcome['status']): Markup | null =>
  status === 'verified' ? null : html` <span class="tag plain">${say2('依据未核实', 'basis unverified')}</span>`;

/** Where one piece of evidence is: file, selector, ledger entry, all that is known. */
export function place(evidence: Evidence): Markup {
  const parts: (Markup | string)[] = [];
  if (evidence.arm) parts.push(both(ARMS[evidence.arm]));
  if (evidence.request !== undefined && evidence.arm) {
    parts.push(html`<a href="#${ledgerAnchor(evidence.arm, evidence.request)}">${say2('流水', 'ledger')} #${evidence.request}</a>`);
  }
  if (evidence.file)
    parts.push(`${evidence.file}${evidence.line ? `:${evidence.line}` : ''}${evidence.column ? `:${evidence.column}` : ''}`);
  if (evidence.selector) parts.push(html`<code>${oneLine(evidence.selector, 90)}</code>`);
  if (evidence.span) parts.push(html`“${oneLine(evidence.span.quote, 60)}”`);
  if (evidence.artefact) parts.push(html`<code title="${evidence.artefact}">${evidence.artefact.slice(0, 12)}</code>`);
  return html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}`;
}

export const ledgerAnchor = (arm: string, entry: number): string => anchor(`l-${arm}-${entry}`);

/** One fact in a line: what, when, where it went, which visits, where it can be seen. */
function factLine(fact: Fact): Markup {
  const first = fact.evidence[0];
  const arms = 'arms' in fact.detail ? fact.detail.arms : [];
  return html`<li><a href="#${anchor(fact.id)}">${both(FACTS[fact.type])}</a> ${both(factTitle(fact))} <span class="soft small">${both(
    PHASES[fact.phase],
  )}${fact.pi.length > 0 ? html` · ${fact.pi.map((id, index) => html`${index > 0 ? ', ' : ''}${both(piWords(id))}`)}` : null}${fact.party ? ` · ${fact.party.domain}` : ''}${
    arms.length > 0 ? html` · ${arms.map((arm, index) => html`${index > 0 ? ' / ' : ''}${both(ARMS[arm])}`)}` : null
  }${first ? html`<br>${place(first)}` : null}</span>${sourceLines(fact)}</li>`;
}

/** Source of a fact from code: each step of the way with its line. */
function sourceLines(fact: Fact): Markup | null {
  const steps = codeSteps(fact).filter(({ what, quote }) => what !== null || quote !== '');
  if (steps.length === 0) return null;
  return html`<ol class="small">${steps.map(
    ({ what, where, quote }) =>
      html`<li>${what ? both(what) : null} <code>${where}</code>${quote ? html`<br><code>${oneLine(quote, 160)}</code>` : null}</li>`,
  )}</ol>`;
}

/** Why a developer set a finding aside. */
export function waivedRow(one: ReportedOutcome): Markup {
  return html`<div class="row" id="${anchor(one.requirement)}"><p>${tag(one.outcome)} <b>${one.requirement}</b> ${both(one.title)}</p>
<p>${both(one.message)}</p>${(one.excused ?? []).map(
    ({ by, reason, file, line }) =>
      html`<p class="small"><span class="soft">${by === 'comment' ? say2('开发者说明：', 'The developer says: ') : say2('已知问题清单：', 'Known from the baseline: ')}</span>${oneLine(reason, 300)}${file ? html` <code>${file}:${line ?? 1}</code>` : null}</p>`,
  )}</div>`;
}

const MOST_FACTS = 6;

/** A problem found: requirement, what was seen, on a picture, the law, and what an officer must do. */
export function findingCard(one: ReportedOutcome, report: Report, facts: ReadonlyMap<string, Fact>, book: PictureBook): Markup {
  const carried = one.facts.flatMap((id) => facts.get(id) ?? []);
  const picture = pictureOfFacts(carried, book, report);
  const rest = carried.length - MOST_FACTS;
  return html`<article class="card${picture ? '' : ' bare'}" id="${anchor(one.requirement)}"><div>
<h4>${tag(one.outcome)} ${one.requirement} ${both(one.title)}${unverified(one.status)}</h4>
<p>${both(one.message)}</p>
<dl><dt>${say2('执法人员须做', 'What an officer must do')}</dt><dd>${both(one.officer)}</dd>
<dt>${say2('可能涉及的依据', 'Law that may apply')}</dt><dd>${both(lawWords(one.law))}</dd>
<dt>${say2('看到的事实', 'Facts seen')}</dt><dd><ul class="plainlist">${carried.slice(0, MOST_FACTS).map(factLine)}</ul>${
    rest > 0 ? html`<p class="soft small">${say2(`另有 ${rest} 项，见事实表。`, `${rest} more in the table of facts.`)}</p>` : null
  }</dd></dl></div>${picture}</article>`;
}

/** A question left open: why, and how a person answers it. */
export function openRow(one: ReportedOutcome): Markup {
  return html`<div class="row" id="${anchor(one.requirement)}"><p>${tag(one.outcome)} <b>${one.requirement}</b> ${both(one.title)}${unverified(one.status)}</p>
<p>${both(one.message)}</p><p class="small"><span class="soft">${say2('怎样核查：', 'How to check: ')}</span>${both(one.officer)}</p></div>`;
}

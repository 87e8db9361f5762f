import type { Fact } from '../../facts/fact.ts';
import { factTitle } from '../fact-title.ts';
import { oneLine } from '../plain.ts';
import type { Report } from '../report.ts';
import { FACTS, PHASES, piWords } from '../words.ts';
import { anchor, both, html, type Markup, say2 } from './escape.ts';
import { ledgerAnchor, place } from './finding.ts';
import { eventsOf, type ReportSource } from './source.ts';

/** Every fact, with its detail as recorded. */
export function factsTable(report: Report): Markup {
  return html`<div class="scroll"><table class="stack"><thead><tr><th>${say2('事实', 'Fact')}</th><th>${say2('时间', 'When')}</th><th>${say2('个人信息', 'Personal information')}</th><th>${say2(
    '详情',
    'Detail',
  )}</th><th>${say2('证据', 'Evidence')}</th></tr></thead><tbody>${report.facts.map(row)}</tbody></table></div>`;
}

function row(fact: Fact): Markup {
  return html`<tr id="${anchor(fact.id)}"><td><b>${both(FACTS[fact.type])}</b><br>${both(factTitle(fact))}<br><code>${fact.id}</code></td><td>${both(PHASES[fact.phase])}</td><td>${fact.pi.map(
    (id, index) => html`${index > 0 ? ', ' : ''}${both(piWords(id))}`,
  )}${fact.party ? html`<br>→ ${fact.party.domain}` : null}</td><td><code>${detail(fact)}</code></td><td class="small">${fact.evidence.slice(0, 4).map((one) => html`${place(one)}<br>`)}</td></tr>`;
}

const SKIPPED = new Set(['text', 'arms', 'choices', 'ticks', 'why', 'prompt']);

function detail(fact: Fact): string {
  return Object.entries(fact.detail)
    .filter(([key, value]) => !SKIPPED.has(key) && value !== null && value !== 'unknown' && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? oneLine(JSON.stringify(value), 120) : oneLine(String(value), 120)}`)
    .join('; ');
}

const MOST_ENTRIES = 400;

/** The ledger entries that facts point at, as recorded: what a link from a finding leads to. */
export function citedEntries(report: Report, source: ReportSource): Markup {
  const wanted = new Map<string, Set<number>>();
  for (const fact of report.facts)
    for (const { arm, request } of fact.evidence) {
      if (arm === undefined || request === undefined) continue;
      wanted.set(arm, (wanted.get(arm) ?? new Set()).add(request));
    }
  const entries = report.arms.flatMap(({ arm }) =>
    eventsOf(source, arm)
      .filter((event) => wanted.get(arm)?.has(event.seq))
      .map((event) => ({ arm, event })),
  );
  return html`<div class="scroll"><table class="stack"><thead><tr><th>${say2('流水', 'Ledger')}</th><th>${say2('时刻', 'Time')}</th><th>${say2('记录', 'Entry')}</th></tr></thead><tbody>${entries
    .slice(0, MOST_ENTRIES)
    .map(({ arm, event }) => {
      const { seq, t, type, stage, step: _step, target: _target, ...rest } = event;
      return html`<tr id="${ledgerAnchor(arm, seq)}"><td><b>${arm} #${seq}</b></td><td>${(t / 1000).toFixed(2)} s · ${stage}</td><td><b>${type}</b> <code>${oneLine(JSON.stringify(rest), 420)}</code></td></tr>`;
    })}</tbody></table></div>`;
}

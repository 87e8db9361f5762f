import type { Fact } from '../../facts/fact.ts';
import type { Report } from '../report.ts';
import { ARMS, PHASES, piWords, ROLES } from '../words.ts';
import { both, html, type Markup, say2 } from './escape.ts';

/** Who got what: one line a receiver, those that got personal information first. */
export function recipientsTable(report: Report): Markup {
  const groups = new Map<string, Fact<'transfer' | 'contact'>[]>();
  for (const fact of report.facts) {
    if ((fact.type !== 'transfer' && fact.type !== 'contact') || fact.party === null) continue;
    groups.set(fact.party.domain, [...(groups.get(fact.party.domain) ?? []), fact]);
  }
  if (groups.size === 0)
    return html`<p class="soft">${say2('没有见到向其他主机发送数据。', 'No data were seen to be sent to other hosts.')}</p>`;
  const rows = [...groups].sort((a, b) => weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1));
  return html`<div class="scroll"><table class="stack"><thead><tr><th>${say2('接收方', 'Receiver')}</th><th>${say2('关系', 'Relation')}</th><th>${say2('内容', 'What')}</th><th>${say2(
    '时间',
    'When',
  )}</th><th>${say2('访问', 'Visits')}</th></tr></thead><tbody>${rows.map(([domain, facts]) => row(domain, facts))}</tbody></table></div>`;
}

const weight = (facts: readonly Fact[]): number => facts.filter((fact) => fact.type === 'transfer').length;

function row(domain: string, facts: readonly Fact<'transfer' | 'contact'>[]): Markup {
  const party = facts[0]?.party;
  const sent = facts.filter((fact): fact is Fact<'transfer'> => fact.type === 'transfer');
  const pi = [...new Set(sent.flatMap((fact) => fact.pi))];
  const keys = [...new Set(sent.flatMap((fact) => fact.detail.identifiers.map((one) => one.key)))];
  const clear = sent.some((fact) => fact.detail.inClear);
  const phases = [...new Set(facts.map((fact) => fact.phase))];
  const arms = [...new Set(facts.flatMap((fact) => fact.detail.arms))];
  const what = [
    ...pi.map((id) => both(piWords(id))),
    ...(keys.length > 0 ? [say2(`标识 ${keys.slice(0, 6).join('、')}`, `identifiers ${keys.slice(0, 6).join(', ')}`)] : []),
    ...(clear ? [say2('未加密', 'not encrypted')] : []),
  ];
  return html`<tr><td><b>${domain}</b>${party?.company ? html`<br>${party.company}` : null}${party?.category ? html`<br><span class="soft">${party.category}</span>` : null}</td><td>${
    party ? both(ROLES[party.role]) : null
  }</td><td>${what.length > 0 ? joined(what) : say2('仅连接', 'contact only')}</td><td>${joined(phases.map((phase) => both(PHASES[phase])))}</td><td>${joined(arms.map((arm) => both(ARMS[arm])))}</td></tr>`;
}

const joined = (parts: readonly Markup[]): Markup => html`${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}`;

import type { ArmName, Fact } from '../../facts/fact.ts';
import type { LedgerEvent } from '../../capture/ledger.ts';
import { deedWords } from '../deed-words.ts';
import { oneLine } from '../plain.ts';
import type { Report } from '../report.ts';
import { ARMS, reason } from '../words.ts';
import { both, html, type Markup, say2 } from './escape.ts';
import { framed } from './picture.ts';
import { eventsOf, type PictureBook, type ReportSource } from './source.ts';

const SHOWN: readonly ArmName[] = ['untouched', 'refuse', 'accept'];

/** The visits side by side: what each saw first and last, what we did, and what went out. */
export function armColumns(report: Report, source: ReportSource, book: PictureBook): Markup {
  return html`<div class="arms">${SHOWN.map((name) => {
    const arm = report.arms.find((one) => one.arm === name);
    return arm ? column(arm, report, eventsOf(source, name), book) : null;
  })}</div>${control(report)}`;
}

type Arm = Report['arms'][number];

function column(arm: Arm, report: Report, events: readonly LedgerEvent[], book: PictureBook): Markup {
  const shots = events.filter(
    (event): event is LedgerEvent<'surface'> => event.type === 'surface' && event.stage !== 'read' && event.screenshot !== null,
  );
  const distinct = shots.filter((shot, index) => shots.findIndex((other) => other.screenshot === shot.screenshot) === index);
  const kept =
    distinct.length <= 3
      ? distinct
      : [distinct[0], distinct[Math.floor(distinct.length / 2)], distinct.at(-1)].filter((shot) => shot !== undefined);
  const acts = events.filter((event): event is LedgerEvent<'input'> => event.type === 'input' && event.stage !== 'read');
  const sent = inArm(report, arm.arm).filter((fact) => fact.type === 'transfer');
  const stored = inArm(report, arm.arm).filter((fact) => fact.type === 'stored');
  const hosts = new Set(inArm(report, arm.arm).flatMap((fact) => (fact.party && fact.party.role !== 'first' ? [fact.party.domain] : [])));
  return html`<section class="arm"><h3>${both(ARMS[arm.arm])}</h3><dl class="small">
<dt>${say2('发送数据', 'Data sent')}</dt><dd>${sent.length}</dd>
<dt>${say2('其他主体的主机', 'Hosts of others')}</dt><dd>${hosts.size === 0 ? '0' : `${hosts.size}: ${[...hosts].slice(0, 6).join(', ')}`}</dd>
<dt>${say2('设备上的存储', 'Stored on the device')}</dt><dd>${stored.length}</dd>
<dt>${say2('我们的操作', 'What we did')}</dt><dd>${acts.length === 0 ? say2('没有操作', 'nothing') : acts.slice(0, 8).map((act, index) => html`${index > 0 ? '；' : ''}${both(deedWords(act))}`)}</dd>
<dt>${say2('结束于', 'Ended')}</dt><dd>${arm.complete ? (arm.stoppedBy === null ? say2('走通基本功能', 'basic function reached') : both(reason(arm.stoppedBy))) : html`<b>${say2('未完成：', 'incomplete: ')}</b>${both(reason(arm.stoppedBy ?? 'other'))}`}</dd></dl><div class="shots">${kept.map(
    (shot) => {
      const picture = book.find(shot.screenshot ?? '');
      return picture
        ? framed(picture, [], html`${(shot.t / 1000).toFixed(1)} s · ${oneLine(shot.title || shot.url, 40)}`, oneLine(shot.title, 80))
        : null;
    },
  )}</div></section>`;
}

const inArm = (report: Report, arm: ArmName): readonly Fact[] =>
  report.facts.filter((fact) => 'arms' in fact.detail && fact.detail.arms.includes(arm));

/** The repeat shows what varies by itself: what only one of two equal visits saw proves nothing about the choice. */
function control(report: Report): Markup | null {
  if (!report.arms.some((arm) => arm.arm === 'control'))
    return html`<p class="soft">${say2('没有做对照复测。', 'There was no control repeat.')}</p>`;
  const [a, b] = (['untouched', 'control'] as const).map((arm) => new Set(inArm(report, arm).map((fact) => fact.id))) as [
    Set<string>,
    Set<string>,
  ];
  const both2 = [...a].filter((id) => b.has(id)).length;
  const only = [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length;
  return html`<p class="soft">${say2(
    `对照复测：同样不作选择的两次访问有 ${both2} 项事实一致，${only} 项只见于其中一次。`,
    `Control: two visits without a choice agree in ${both2} facts; ${only} were seen in one of them only.`,
  )}</p>`;
}

import { createHash } from 'node:crypto';
import type { Fact } from '../../facts/fact.ts';
import type { Outcome } from '../../rules/rule.ts';
import type { Language } from '../language.ts';
import type { Report, ReportedOutcome } from '../report.ts';
import { shanghai } from '../text.ts';
import { gapWords, KIND_ORDER, kindWords, LEADS_ONLY, OUTCOMES, reason, sceneWords, stopWords } from '../words.ts';
import { armColumns } from './arms.ts';
import { anchor, both, html, type Markup, say2 } from './escape.ts';
import { citedEntries, factsTable } from './facts.ts';
import { findingCard, openRow, waivedRow } from './finding.ts';
import { completenessTable, instrumentRecord, repeatabilityLine } from './instrument.ts';
import { recipientsTable } from './recipients.ts';
import { openPictureBook, type PictureBook, type ReportSource } from './source.ts';
import { STYLE } from './style.ts';

/** Nothing may be loaded, run or sent; the one style sheet is named by its hash. */
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/**
 * The report as one HTML file without script: opens with the answer, shows each problem on a picture with its law, both languages
 * inside, printable. Everything a page said is escaped. Same report and capture, same bytes.
 */
export function reportHtml(report: Report, source: ReportSource, language: Language = 'zh'): string {
  const book = openPictureBook(report, source);
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]));
  const of = (outcome: Outcome) => report.outcomes.filter((one) => one.outcome === outcome);
  const failed = of('fail').filter((one) => one.waived !== true);
  const waived = of('fail').filter((one) => one.waived === true);
  const open = of('cannot-tell');
  const passed = of('pass');
  const { touchpoint } = report;
  const body = html`${header(report)}
<p class="banner"><b>${both(LEADS_ONLY)}</b></p>
<section aria-labelledby="answer"><h2 id="answer">${say2('结论', 'The answer')}</h2>
<div class="counts">${(['fail', 'cannot-tell', 'pass'] as const).map(
    (outcome) =>
      html`<div class="count ${outcome}"><b>${outcome === 'fail' ? failed.length : of(outcome).length}</b><span>${both(OUTCOMES[outcome])}</span></div>`,
  )}</div>
${failed.length === 0 ? html`<p>${say2('没有发现问题；仍须由人工核查下列事项。', 'No problem was found; the items below still need a person.')}</p>` : null}${summary(failed)}</section>
${KIND_ORDER.map((kind) => {
  const group = failed.filter((one) => one.kind === kind);
  return group.length === 0
    ? null
    : html`<section><h3>${both(kindWords(kind))}（${group.length}）</h3>${group.map((one) => findingCard(one, report, facts, book))}</section>`;
})}
${waived.length === 0 ? null : html`<section><h2>${say2(`开发者已说明理由（${waived.length}）`, `Set aside with a reason (${waived.length})`)}</h2>${waived.map(waivedRow)}</section>`}
${open.length === 0 ? null : html`<section><h2>${say2(`须由人工核查（${open.length}）`, `A person must still check (${open.length})`)}</h2>${open.map(openRow)}</section>`}
${unseen(report)}
${report.arms.length === 0 ? null : visits(report, source, book)}
<section><h2>${say2(`未发现问题（${passed.length}）`, `No problem found (${passed.length})`)}</h2><ul class="plainlist">${passed.map(
    (one) => html`<li><b>${one.requirement}</b> ${both(one.title)}<br><span class="soft small">${both(one.message)}</span></li>`,
  )}</ul></section>
${report.arms.length === 0 ? null : html`<section><h2>${say2('记录是否完整', 'How complete the record is')}</h2>${completenessTable(report)}${repeatabilityLine(report)}</section>`}
<section><h2>${say2('仪器与环境', 'Instrument and environment')}</h2>${instrumentRecord(report)}</section>
<section><h2>${say2('附录', 'Annex')}</h2>
<details><summary>${say2(`全部事实（${report.facts.length}）`, `All facts (${report.facts.length})`)}</summary>${factsTable(report)}</details>
${report.arms.length === 0 ? null : html`<details><summary>${say2('被引用的流水记录', 'Ledger entries referred to')}</summary>${citedEntries(report, source)}</details>`}</section>
<footer class="soft small"><p>${say2(
    '本报告由程序生成。封存的证据包可用 liangjian verify 或者 OpenSSL 独立校验。',
    'This report was made by a program. The sealed bundle can be verified with liangjian verify or with OpenSSL alone.',
  )} ${report.tool.name} ${report.tool.version} · ${report.format}</p></footer>`;
  const checked = (lang: Language): Markup | null => (lang === language ? html` checked` : null);
  const page = html`<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${
    language === 'zh' ? '检查报告' : 'Inspection report'
  } ${touchpoint.locator}</title><style>`;
  const rest = html`</style></head><body><input class="switch" type="radio" name="lang" id="lang-zh" aria-label="中文"${checked('zh')}><input class="switch" type="radio" name="lang" id="lang-en" aria-label="English"${checked('en')}><main>${body}${book.definitions()}</main></body></html>
`;
  return page.html + STYLE + rest.html;
}

/** What the visits saw, beside each other, and who received data in them. */
function visits(report: Report, source: ReportSource, book: PictureBook): Markup {
  return html`<section><h2>${say2('三次访问对照', 'The visits side by side')}</h2><p class="soft small">${say2(
    '每次访问都使用全新身份，互不影响；填写的都是虚构的测试数据，没有提交、付款或者获取验证码。',
    'Each visit used a clean identity; all data typed were invented, and nothing was submitted, paid or verified by SMS.',
  )}</p>${armColumns(report, source, book)}</section>
<section><h2>${say2('数据接收方', 'Who received data')}</h2>${recipientsTable(report)}</section>`;
}

/** What is wrong at one glance, each line leading to its card. */
function summary(failed: readonly ReportedOutcome[]): Markup | null {
  if (failed.length === 0) return null;
  const ordered = KIND_ORDER.flatMap((kind) => failed.filter((one) => one.kind === kind));
  return html`<ol class="plainlist glance">${ordered.map(
    (one) =>
      html`<li><span class="tag plain">${one.kind}</span> <a href="#${anchor(one.requirement)}">${one.requirement} ${both(one.title)}</a></li>`,
  )}</ol>`;
}

function header(report: Report): Markup {
  const { touchpoint } = report;
  return html`<header><h1>${say2('亮剑 · 个人信息保护检查报告', 'Liangjian · inspection of personal information protection')}</h1><div class="langs small" aria-hidden="true"><label for="lang-zh">中文</label><label for="lang-en">English</label></div></header>
<p class="where">${touchpoint.locator}</p>
<p class="soft">${say2('场景：', 'Scene: ')}${both(sceneWords(touchpoint.scene))}${touchpoint.sceneBasis === 'guessed' ? say2('（自动判断）', ' (guessed)') : null} · ${say2('经营者线索：', 'Operator, as shown: ')}${
    touchpoint.operator.name ?? say2('未见', 'not seen')
  } · ${shanghai(report.startedAt)}</p>`;
}

/** What could not be seen: "not seen" is never "not there". */
function unseen(report: Report): Markup {
  const limits = report.facts.filter((fact): fact is Fact<'limit'> => fact.type === 'limit');
  const gaps = report.coverage.notRead;
  const stated = report.arms.filter((arm) => arm.completeness.missing > 0);
  const stops = report.arms.map(stopWords).filter((words) => words !== null);
  const none = limits.length + gaps.length + stated.length + stops.length === 0;
  return html`<section><h2>${say2('未能查看', 'What could not be seen')}</h2><p class="soft small">${say2('“没看到”不等于“没有”。', '"Not seen" is never "not there".')}</p>${
    none
      ? html`<p>${say2('没有已知的缺口。', 'No gap is known.')}</p>`
      : html`<ul class="plainlist">${stops.map((words) => html`<li>${both(words)}</li>`)}${gaps.map((gap) => html`<li>${both(gapWords(gap))}</li>`)}${limits.map(
          (limit) => html`<li>${both(reason(limit.detail.what))} <span class="soft">${limit.detail.where}</span></li>`,
        )}${stated.map((arm) => html`<li>${arm.arm}: ${arm.completeness.stated}</li>`)}</ul>`
  }</section>`;
}

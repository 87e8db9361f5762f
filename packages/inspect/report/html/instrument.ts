import type { Report } from '../report.ts';
import { ARMS } from '../words.ts';
import { both, html, type Markup, say2 } from './escape.ts';

/** The instrument: what an expert needs to trust or repeat the visit. */
export function instrumentRecord(report: Report): Markup {
  const { browser, profile, host, clock, blankControl, rules } = report.environment;
  const lines: readonly Line[] = [
    [say2('工具', 'Tool'), `${report.tool.name} ${report.tool.version}`],
    [say2('规则集 SHA-256', 'Rule set SHA-256'), html`<code>${rules.sha256}</code>`],
    ...(browser === null ? [] : browserLines(browser)),
    ...(profile === null ? [] : visitorLines(profile)),
    [say2('机器', 'Machine'), `${host.os}, Node ${host.node}, ${host.timeZone}`],
    [say2('时钟', 'Clock'), clock.offsetMs === null ? clock.source : `${clock.offsetMs} ms (${clock.source})`],
    ...(blankControl === null ? [] : networkLines(report.environment, blankControl)),
  ];
  return html`<div class="scroll"><table class="stack"><tbody>${lines.map(([name, value]) => html`<tr><td class="soft">${name}</td><td>${value}</td></tr>`)}</tbody></table></div>`;
}

type Line = readonly [Markup, Markup | string];
type Environment = Report['environment'];

const browserLines = (browser: NonNullable<Environment['browser']>): Line[] => [
  [say2('浏览器', 'Browser'), html`${browser.product}<br><code>${browser.sha256}</code>`],
  [say2('浏览器沙箱', 'Browser sandbox'), browser.sandbox ? say2('开启', 'on') : say2('关闭（以 root 运行）', 'off (run as root)')],
  [say2('启动参数', 'Flags'), html`<code>${browser.flags.join(' ')}</code>`],
];

const visitorLines = (profile: NonNullable<Environment['profile']>): Line[] => [
  [
    say2('访问者', 'Visitor'),
    html`${profile.name} ${profile.viewport.width}×${profile.viewport.height}@${profile.viewport.scale}<br><code>${profile.userAgent}</code>`,
  ],
  ...(profile.stubs.length > 0 ? [[say2('代为应答的接口', 'Stand-ins'), profile.stubs.join(', ')] as const] : []),
];

const networkLines = ({ dns, certificates }: Environment, blankControl: NonNullable<Environment['blankControl']>): Line[] => [
  [
    say2('空白页对照', 'Blank-page control'),
    blankControl.clean
      ? say2('干净：没有请求、Cookie 或者存储', 'clean: no request, cookie or storage')
      : say2(
          `不干净：请求 ${blankControl.requests}，Cookie ${blankControl.cookies}，存储 ${blankControl.storage}`,
          `not clean: ${blankControl.requests} requests, ${blankControl.cookies} cookies, ${blankControl.storage} stored`,
        ),
  ],
  [say2('域名解析', 'DNS answers'), html`${dns.slice(0, 60).map((one) => html`${one.host} → ${one.addresses.join(', ')}<br>`)}`],
  [
    say2('证书', 'Certificates'),
    certificates.length === 0
      ? say2('没有加密连接', 'no encrypted connection')
      : html`${certificates.slice(0, 60).map((one) => html`${one.host}: ${one.subject} (${one.issuer}, ${one.validTo.slice(0, 10)})<br>`)}`,
  ],
];

/** How complete the record of requests is, arm by arm. */
export function completenessTable(report: Report): Markup {
  return html`<div class="scroll"><table class="stack"><thead><tr><th>${say2('访问', 'Visit')}</th><th>${say2('流水条数', 'Ledger entries')}</th><th>${say2('请求：两份记录都有', 'Requests in both records')}</th><th>${say2(
    '只见于一份',
    'In one only',
  )}</th><th>${say2('缺失', 'Missing')}</th><th>${say2('说明', 'Statement')}</th></tr></thead><tbody>${report.arms.map(
    ({ arm, events, head, completeness }) =>
      html`<tr><td><b>${both(ARMS[arm])}</b></td><td>${events}<br><code>${head.slice(0, 16)}…</code></td><td>${completeness.both}</td><td>${
        completeness.devtools + completeness.netlog - 2 * completeness.both
      }</td><td>${completeness.missing}</td><td>${completeness.stated}</td></tr>`,
  )}</tbody></table></div>`;
}

/** What the A/A control showed: how much of what was seen two equal visits both met. */
export function repeatabilityLine({ repeatability }: Report): Markup {
  if (repeatability === null) return html`<p>${say2('没有做对照复测。', 'No control visit was made.')}</p>`;
  const { both: same, once } = repeatability;
  return html`<p>${say2(
    `对照复测：两次不作选择的访问都看到的事实 ${same} 项，只有一次看到的 ${once.length} 项。`,
    `Control: two visits that chose nothing both met ${same} facts; ${once.length} were met once only.`,
  )}</p>`;
}

import type { Report } from '@liangjian/inspect';

export interface OverviewLink {
  readonly href: string;
  readonly zh: string;
  readonly en: string;
}

const STYLE = `body{font:16px/1.7 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1f24;background:#fff}
h1{font-size:1.5rem;margin:0 0 .3rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.2rem 0}a{color:#0b57d0}small,.soft{color:#565d66}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}.card{border:1px solid #d8dce2;border-radius:8px;padding:1rem}
.n{font-size:2rem;font-weight:700}ul{padding-left:1.2rem}li{margin:.2rem 0}@media(prefers-color-scheme:dark){body{background:#15181c;color:#e6e8eb}a{color:#8ab4f8}small,.soft{color:#a3abb5}.card{border-color:#3a4048}}`;

/** The page that `npm start` opens: both reports, and every sample site. Needs no script. */
export function overviewPage(
  faulty: OverviewLink & { readonly report: Report },
  clean: OverviewLink & { readonly report: Report },
  samples: readonly OverviewLink[],
): string {
  const card = ({ href, zh, en, report }: typeof faulty) => {
    const problems = report.outcomes.filter((one) => one.outcome === 'fail').length;
    return `<div class="card"><p><b>${escape(zh)}</b><br><small lang="en">${escape(en)}</small></p><p><span class="n">${problems}</span> 项问题 <small lang="en">problems</small></p><p><a href="${escape(href)}">打开报告 <span lang="en">Open the report</span></a></p></div>`;
  };
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>亮剑 · 示例</title><style>${STYLE}</style></head>
<body><h1>亮剑 <small lang="en">Liangjian</small></h1><p class="soft">检查商家在消费者面前如何收集个人信息，并封存可核验的证据。<br><span lang="en">Inspects how a shop collects personal information, and seals evidence that anyone can verify.</span></p>
<h2>刚才的两次检查 <small lang="en">The two inspections just made</small></h2><div class="cards">${card(faulty)}${card(clean)}</div>
<h2>示例网站 <small lang="en">Sample sites</small></h2><p class="soft">都是编造的，只在本机提供。<span lang="en">All invented, served on this machine only.</span></p>
<ul>${samples.map(({ href, zh, en }) => `<li><a href="${escape(href)}">${escape(zh)}</a> <small lang="en">${escape(en)}</small></li>`).join('')}</ul></body></html>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The whole look of the report. No colour carries meaning alone: every state has its word and its mark. */
export const STYLE = `
:root{--ink:#1b2430;--soft:#566273;--line:#dbe1e8;--paper:#fff;--wash:#f5f7f9;--bad:#b3261e;--bad-wash:#fdf1f0;--open:#8a5a00;--open-wash:#fff8e8;--good:#1f6b3a;--good-wash:#eff8f1;--link:#0b57a4}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:1040px;margin:0 auto;padding:0 20px 48px}
h1{font-size:1.15rem;margin:0;font-weight:600;letter-spacing:.02em}
h2{font-size:1.2rem;margin:40px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--ink)}
h3{font-size:1.02rem;margin:24px 0 10px}
p{margin:0 0 8px}
a{color:var(--link)}
code,.mono{font:.82rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans SC",monospace;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.small{font-size:.86rem}
#lang-en:checked~main .zh,#lang-zh:checked~main .en{display:none}
.switch{position:absolute;opacity:0;pointer-events:none}
header{display:flex;gap:12px 24px;flex-wrap:wrap;justify-content:space-between;align-items:baseline;padding:20px 0 12px}
.langs label{cursor:pointer;padding:4px 10px;border:1px solid var(--line);background:var(--paper)}
.langs label+label{border-left:0}
#lang-zh:checked~main label[for=lang-zh],#lang-en:checked~main label[for=lang-en]{background:var(--ink);color:#fff;border-color:var(--ink)}
#lang-zh:focus-visible~main label[for=lang-zh],#lang-en:focus-visible~main label[for=lang-en]{outline:3px solid var(--link);outline-offset:2px}
.where{font-size:1.35rem;line-height:1.35;font-weight:600;margin:0 0 6px}
.banner{border:1px solid #c9b26a;border-left:6px solid #c9a227;background:#fffbea;padding:12px 16px;margin:16px 0}
.counts{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:16px 0}
.count{background:var(--paper);border:1px solid var(--line);border-top:5px solid var(--line);padding:12px 16px}
.count b{display:block;font-size:2rem;line-height:1.15;font-variant-numeric:tabular-nums}
.count.fail{border-top-color:var(--bad)}.count.fail b{color:var(--bad)}
.count.cannot-tell{border-top-color:#c98a00}.count.cannot-tell b{color:var(--open)}
.count.pass{border-top-color:var(--good)}.count.pass b{color:var(--good)}
.tag{display:inline-block;font-size:.82rem;line-height:1.5;padding:0 8px;border:1px solid currentColor;border-radius:3px;white-space:nowrap;font-weight:600}
.tag.fail{color:var(--bad);background:var(--bad-wash)}.tag.cannot-tell{color:var(--open);background:var(--open-wash)}.tag.pass{color:var(--good);background:var(--good-wash)}
.tag.plain{color:var(--soft);background:var(--paper);font-weight:400}
.card{background:var(--paper);border:1px solid var(--line);border-left:5px solid var(--bad);padding:16px 18px;margin:0 0 16px;display:grid;grid-template-columns:minmax(0,1fr) 220px;gap:8px 24px}
.card.bare{grid-template-columns:minmax(0,1fr)}
.card h4{margin:0 0 8px;font-size:1.05rem;line-height:1.45}
.card dl{margin:12px 0 0}
dt{font-size:.82rem;color:var(--soft);margin-top:10px}
dd{margin:0}
.row{background:var(--paper);border:1px solid var(--line);border-left:5px solid #c98a00;padding:10px 16px;margin:0 0 8px}
.row p{margin:2px 0}
.plainlist{margin:0;padding:0;list-style:none}
.glance{background:var(--paper);border:1px solid var(--line);padding:6px 16px!important}.glance li:last-child{border:0!important}
.plainlist li{padding:4px 0;border-bottom:1px solid var(--line)}
figure{margin:0}
figure svg{display:block;width:100%;height:auto;border:1px solid var(--line);background:#fff}
figcaption{font-size:.8rem;color:var(--soft);margin-top:4px;line-height:1.4}
.halo{fill:none;stroke:#fff;stroke-width:9}
.box{fill:#e3001b1f;stroke:#d4001a;stroke-width:5}
.badge{fill:#d4001a}.number{fill:#fff;font:700 20px sans-serif;text-anchor:middle}
.arms{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:16px}
.arm{background:var(--paper);border:1px solid var(--line);padding:14px}
.arm h3{margin:0 0 8px}
.arm dl{margin:0 0 14px}.shots{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:10px}.shots figure:only-child{grid-column:1/-1;max-width:230px}
.scroll{overflow-x:auto;background:var(--paper);border:1px solid var(--line)}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:7px 10px;border-bottom:1px solid var(--line)}
th{background:#eef2f6;font-weight:600;white-space:nowrap}
td{min-width:6em}
details{margin:12px 0}
summary{cursor:pointer;font-weight:600;padding:8px 0}
.pictures{position:absolute;width:0;height:0;overflow:hidden}
:target{outline:3px solid #c9a227;outline-offset:2px}
@media (max-width:720px){main{padding:0 14px 32px}.card{grid-template-columns:minmax(0,1fr)}.card figure{max-width:240px}.arms{grid-template-columns:1fr}.counts{gap:8px}.count{padding:8px 10px}.count b{font-size:1.6rem}.count span{font-size:.85rem}
table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.stack tr{display:block;padding:10px 12px;border-bottom:1px solid var(--line)}table.stack td{display:block;padding:1px 0;border:0}table.stack td:empty{display:none}}
@page{size:A4;margin:16mm 14mm 18mm}
@media print{body{background:#fff;font-size:10.5pt;line-height:1.5}main{max-width:none;padding:0}.langs{display:none}h2{margin-top:22pt;break-after:avoid}h3,h4{break-after:avoid}.card{grid-template-columns:minmax(0,1fr) 44mm;break-inside:avoid}.card.bare{grid-template-columns:minmax(0,1fr)}.card,.row,.arm,.count,.banner,figure,tr{break-inside:avoid}.arms{grid-template-columns:repeat(3,minmax(0,1fr));gap:8pt}.arm{padding:8pt;break-inside:auto}.scroll{overflow:visible}table{font-size:8pt}th{white-space:normal}td{min-width:0}thead{display:table-header-group}
.count,.tag,th,.box,.banner,.row,.card{-webkit-print-color-adjust:exact;print-color-adjust:exact}details:not([open])::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}a{color:inherit;text-decoration:none}}
`.trim();

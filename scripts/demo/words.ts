import { join } from 'node:path';
import { type Report, showHidden } from '@liangjian/inspect';
import type { DemoPortal } from './open-portal.ts';
import { seen, worst } from './worst.ts';

type Language = 'zh' | 'en';

export interface DemoPlaces {
  readonly faultyReport: string;
  readonly cleanReport: string;
  readonly overview: string;
  /** Another sample to try, and what verifies. */
  readonly nextShop: string;
  readonly bundle: string;
  readonly folder: string;
  readonly portal: DemoPortal;
}

const count = (report: Report, outcome: 'fail' | 'cannot-tell' | 'pass'): number =>
  report.outcomes.filter((one) => one.outcome === outcome).length;

/** What the two visits found: numbers, the three worst, and how the clean twin came out. */
export function foundWords(faulty: Report, clean: Report, language: Language): string {
  const zh = language === 'zh';
  const numbers = (report: Report) =>
    zh
      ? `发现问题 ${count(report, 'fail')} 项，无法判断 ${count(report, 'cannot-tell')} 项，未发现问题 ${count(report, 'pass')} 项`
      : `${count(report, 'fail')} problems found, ${count(report, 'cannot-tell')} cannot tell, ${count(report, 'pass')} without a problem`;
  return [
    zh ? `有问题的餐厅：${numbers(faulty)}。` : `The faulty restaurant: ${numbers(faulty)}.`,
    ...worst(faulty, 3).map((one) => `  ✗ ${one.requirement} ${showHidden(seen(one)[language])}`),
    zh ? `没有问题的同款餐厅：${numbers(clean)}。` : `Its clean twin: ${numbers(clean)}.`,
    zh
      ? '（以上均为线索，经执法人员复核确认之前，不构成违法认定。）'
      : '(All of this is a lead; nothing establishes a violation until an officer has confirmed it.)',
  ].join('\n');
}

/** Addresses to open and commands to try. */
export function nextWords({ faultyReport, cleanReport, overview, nextShop, bundle, folder, portal }: DemoPlaces, running: boolean): string {
  const portalWords =
    'serving' in portal
      ? `  ${portal.serving.portal}    公众举报投诉门户（演示）/ public portal for tips (demonstration)
  ${portal.serving.console}openapi.json    办理接口说明 / interface of officers
  ${join(folder, 'platform', 'demonstration-accounts.txt')}    演示账号 / accounts of the demonstration
`
      : `  公众门户没有启动 / the public portal did not start: ${showHidden(portal.problem)}
`;
  const addresses = running
    ? `打开 / Open
  ${overview}    概览和全部示例网站 / overview and all sample sites
  ${faultyReport}    有问题的餐厅 / the faulty restaurant
  ${cleanReport}    没有问题的餐厅 / its clean twin
${portalWords}`
    : 'problem' in portal
      ? portalWords
      : '';
  const shop = running ? `  npx liangjian inspect ${nextShop} --allow-private='*.localhost'\n` : '';
  return `${addresses}
文件 / Files    ${folder}

接下来可以试试 / Next, try
${shop}  npx liangjian inspect https://你的网址.example/ --out 检查结果
  npx liangjian verify ${quoted(bundle)}
  npx liangjian rules G10
  npm run bench
  npm test
`;
}

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

import { writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { findScene } from '@liangjian/law';
import { SITES } from '../samples/manifest.ts';
import { startSamples } from '../samples/server.ts';
import { claimDemoFolder, dataFolder } from './demo/data-folder.ts';
import { inspectShops, type ShopResult } from './demo/inspect-shops.ts';
import { openPage } from './demo/open-page.ts';
import { openDemoPortal } from './demo/open-portal.ts';
import { demoOptions, type DemoOptions, USAGE } from './demo/options.ts';
import { overviewPage } from './demo/overview.ts';
import { onPort } from './demo/ports.ts';
import { serveFolder } from './demo/serve-folder.ts';
import { foundWords, nextWords } from './demo/words.ts';

const root = join(import.meta.dirname, '..');
const FAULTY = 'shop.s1-faulty.test';
const CLEAN = 'shop.s1-clean.test';

/** `npm start`: serves the sample shops, inspects a restaurant and its clean twin, shows what was found, and stays until Ctrl-C. */
async function demo({ once, data, port }: DemoOptions, signal: AbortSignal): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const folder = claimDemoFolder(data === null ? dataFolder(root) : resolve(data));
  stack.defer(() => folder.release());
  const samples = await onPort(port, (at) => startSamples({ port: at }));
  stack.defer(() => samples.close());
  const reports = await onPort(port + 1, (at) => serveFolder(folder.path, at));
  stack.defer(() => reports.close());

  console.log('亮剑 Liangjian\n');
  if (folder.another)
    console.log('另一个演示正在运行；这一个使用自己的端口和目录。/ Another demo is running; this one has its own port and folder.\n');
  const elsewhere = samples.port === port ? '' : `（${port} 已被占用 / ${port} is taken）`;
  console.log(`示例网站 / sample sites: 127.0.0.1:${samples.port}${elsewhere}`);
  console.log('正在检查一家有问题的餐厅和它没有问题的同款，各访问四次…');
  console.log('Inspecting a faulty restaurant and its clean twin, four visits each…\n');

  // The database starts while the shops are being visited.
  const opening = openDemoPortal(folder.path, port + 2);
  stack.defer(async () => {
    const opened = await opening;
    if ('serving' in opened) await opened.serving.stop();
  });
  const urls = [FAULTY, CLEAN].map((host) => `${samples.localOrigin(host)}/`);
  const [faulty, clean] = (await inspectShops(root, { urls, out: folder.path, keys: join(folder.path, 'keys'), signal })) as [
    ShopResult,
    ShopResult,
  ];
  const local = ({ folder: result }: ShopResult) => `${basename(result)}/report.html`;
  writeFileSync(
    join(folder.path, 'index.html'),
    overviewPage(
      { href: local(faulty), zh: '有问题的餐厅', en: 'The faulty restaurant', report: faulty.report },
      { href: local(clean), zh: '没有问题的同款餐厅', en: 'Its clean twin', report: clean.report },
      SITES.map(({ id, host, path, scene }) => {
        const [label, good] = [findScene(scene ?? '')?.label, id.endsWith('-clean')];
        const name = samples.localOrigin(host) + path;
        return {
          href: name,
          zh: `${label?.zh ?? id}（${good ? '没有问题' : '有问题'}）`,
          en: `${label?.en ?? id}, ${good ? 'clean' : 'faulty'} (${id})`,
        };
      }),
    ),
  );

  const base = `http://127.0.0.1:${reports.port}/`;
  const bundle = join(faulty.folder, 'bundle.wacz');
  const inside = relative(root, bundle);
  console.log(`\n${foundWords(faulty.report, clean.report, 'zh')}\n\n${foundWords(faulty.report, clean.report, 'en')}\n`);
  const places = {
    faultyReport: base + local(faulty),
    cleanReport: base + local(clean),
    overview: base,
    nextShop: `${samples.localOrigin('shop.s2-faulty.test')}/`,
    bundle: inside.startsWith('..') ? bundle : inside,
    folder: folder.path,
    portal: await opening,
  };
  console.log(nextWords(places, !once));
  if (once) return;
  openPage(base);
  console.log('按 Ctrl-C 结束。/ Press Ctrl-C to stop.');
  await new Promise((done) => (signal.aborted ? done(null) : signal.addEventListener('abort', done, { once: true })));
}

/** Runs the demo under the signals that end it. Returns the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
  // A reader that ends early (`| head`) ends the demo in order, too.
  process.stdout.on('error', () => stop.abort());
  try {
    const options = demoOptions(args);
    if (options === null) console.log(USAGE);
    else await demo(options, stop.signal);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS')) console.error(`✗ ${message}\n\n${USAGE}`);
    else console.error(`✗ 演示没有完成：${message}\n✗ The demo did not finish: ${message}`);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));

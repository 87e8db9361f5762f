import { existsSync } from 'node:fs';
import { openBrowserPool, type Report } from '@liangjian/inspect';
import { channels, findScene } from '@liangjian/law';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { readBaseline, writeBaseline } from '../run/baseline.ts';
import { FORMATS, type Format } from '../run/formats.ts';
import { inspectAll } from '../run/inspect-all.ts';
import { collect, whole } from '../run/options.ts';
import { resolveMap } from '../run/resolve-map.ts';
import { defaultKeysDir } from '../run/seal.ts';
import { targetsOf } from '../run/targets.ts';
import { watchPrograms } from '../run/watch.ts';

interface InspectOptions {
  readonly kind?: string;
  readonly scene?: string;
  readonly channel?: string;
  readonly policy?: readonly string[];
  readonly appId?: string;
  readonly declared?: string;
  readonly together?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly sarifBase?: string;
  readonly watch?: boolean;
  readonly out?: string;
  readonly format: Format;
  readonly list?: readonly string[];
  readonly allowPrivate?: readonly string[];
  readonly resolve?: readonly string[];
  readonly concurrency: number;
  readonly control: boolean;
  readonly profile: 'mobile' | 'wechat';
  readonly timeout: number;
  readonly timestamp?: readonly string[];
  readonly seal: boolean;
  readonly keys?: string;
  readonly quiet?: boolean;
}

const KINDS = ['web', 'miniprogram', 'app', 'policy', 'messages', 'records', 'capture', 'site'];

/** `liangjian inspect`: visits targets and reports. */
export function addInspect(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('inspect')
    .summary(t('检查网页、二维码或者小程序，给出报告', 'inspect web pages, codes or mini-programs and report'))
    .description(
      t(
        '检查一个或多个对象。网页：以全新身份分别访问（不作选择、拒绝、同意，另加一次对照），只观察普通消费者会遇到的内容，不提交、不付款、不获取验证码。小程序：读取源代码目录或者安装包，不运行其中的代码；一个目录里有几个小程序就给出几份报告。',
        'Inspect one or more targets. Web pages are visited with clean identities: no choice, refusing, accepting, and a control; only what an ordinary consumer meets is observed, and nothing is submitted, paid or verified by SMS. Mini-programs are read from source folders or packages, and none of their code is run; a folder with several programs gives one report each.',
      ),
    )
    .argument(
      '[target...]',
      t(
        '网址、网址列表文件（.txt）、二维码图片，小程序的源代码目录、.wxapkg 包或者 .zip',
        'web addresses, a list file (.txt), a picture with codes; the source folder, .wxapkg package or .zip of a mini-program',
      ),
    )
    .option('--list <file>', t('网址列表文件，每行一个，可重复', 'file with one address a line; repeatable'), collect)
    .option(
      '--kind <kind>',
      t('对象类型：web 或者 miniprogram；不写则自动判断', 'kind of target: web or miniprogram; told from the target when left out'),
    )
    .option(
      '--scene <code>',
      t('场景代码（S1 扫码点餐、S2 停车缴费……）；不写则自动判断', 'scene code (S1 ordering, S2 parking, …); guessed when left out'),
    )
    .option('--channel <channel>', t('服务渠道（dine-in 堂食、delivery 外卖……）', 'service channel (dine-in, delivery, …)'))
    .option(
      '--policy <file>',
      t('经营者另行提供的隐私政策文本（txt、md、html），可重复', 'text of the policy as the shop gave it (txt, md, html); repeatable'),
      collect,
    )
    .option('--app-id <id>', t('加密小程序包的 AppID', 'AppID of an encrypted mini-program package'))
    .option(
      '--declared <file>',
      t(
        '向平台申报的收集清单（privacy_list / setting_list 的 JSON）',
        'list declared to the platform (JSON with privacy_list or setting_list)',
      ),
    )
    .option('--together', t('给出的几个包属于同一个小程序', 'the packages given are parts of one program'))
    .option('--baseline <file>', t('已知问题清单：其中的问题不再算作失败', 'known findings: they no longer fail the run'))
    .option('--write-baseline <file>', t('把本次发现的问题写成已知问题清单', 'write the findings of this run as known'))
    .option(
      '--sarif-base <dir>',
      t(
        'SARIF 中的文件名从这个目录算起（一般是代码仓库的根目录）',
        'folder from which SARIF names files (usually the root of the repository)',
      ),
    )
    .option('--watch', t('文件改动后重新检查，直到中断', 'inspect again when files change, until interrupted'))
    .option('--out <dir>', t('结果目录：采集记录、报告、封存证据包', 'folder for capture, reports and sealed bundle'))
    .addOption(new Option('--format <format>', t('标准输出的格式', 'format on standard output')).choices(FORMATS).default('text'))
    .option(
      '--allow-private <rule>',
      t(
        '允许访问的内部地址：主机、*.后缀、IP、网段；单独使用表示全部允许；可重复',
        'private hosts, *.suffixes, addresses or ranges that may be visited; bare means all; repeatable',
      ),
      collect,
    )
    .option(
      '--resolve <host:address>',
      t('指定主机的地址：host[:端口]:地址[:端口]，可重复', 'use this address for a host: host[:port]:address[:port]; repeatable'),
      collect,
    )
    .option('--concurrency <n>', t('同时检查的对象数', 'targets at the same time'), whole('--concurrency', 1, 64), 4)
    .option('--no-control', t('不做对照复测', 'leave out the control visit'))
    .addOption(
      new Option('--profile <profile>', t('访问者：mobile 手机浏览器，wechat 微信内置浏览器', 'visitor: phone browser or WeChat browser'))
        .choices(['mobile', 'wechat'])
        .default('mobile'),
    )
    .option('--timeout <seconds>', t('每次访问的时限（秒）', 'seconds a visit may last'), whole('--timeout', 5, 1800), 75)
    .option('--timestamp <url>', t('时间戳机构（RFC 3161），可重复', 'time-stamp authority (RFC 3161); repeatable'), collect)
    .option('--no-seal', t('不封存', 'do not seal'))
    .option('--keys <dir>', t('签名密钥目录', 'folder of the signing keys'))
    .option('--quiet', t('不显示进度', 'no progress'))
    .action(async (asked: readonly string[], options: InspectOptions) => {
      check(asked, options);
      const pool = openBrowserPool();
      const targets = await targetsOf(asked, options.list ?? [], pool, {
        kind: options.kind ?? null,
        together: options.together === true,
      }).finally(() => pool.close());
      if (options.policy !== undefined && targets.some((target) => 'url' in target)) {
        process.stderr.write(
          t(
            '注意：网页检查目前不使用 --policy 的文本，只读取页面自身给出的规则。\n',
            'Note: for web pages the text of --policy is not used yet; only the texts that the page itself offers are read.\n',
          ),
        );
      }
      const reports: Report[] = [];
      const run = () =>
        inspectAll(targets, {
          language,
          format: options.format,
          out: options.out ?? null,
          concurrency: options.concurrency,
          quiet: options.quiet === true,
          seal: options.seal ? { keysDir: options.keys ?? defaultKeysDir(), timestampUrls: options.timestamp ?? [] } : null,
          visit: {
            scene: options.scene ?? null,
            channel: options.channel ?? null,
            allowPrivate: options.allowPrivate ?? [],
            hostMap: resolveMap(options.resolve ?? []),
            control: options.control,
            profile: options.profile,
            armMs: options.timeout * 1000,
          },
          programs: {
            scene: options.scene ?? null,
            channel: options.channel ?? null,
            appId: options.appId ?? null,
            policies: options.policy ?? [],
            declared: options.declared ?? null,
            baseline: options.baseline === undefined ? [] : readBaseline(options.baseline),
          },
          sarifBase: options.sarifBase ?? null,
          onReport: (report) => reports.push(report),
        });
      const status = await run();
      // What was just written down as known is no failure of the run that wrote it.
      if (options.writeBaseline !== undefined) writeBaseline(options.writeBaseline, reports);
      context.end(options.writeBaseline !== undefined && status === 1 ? 0 : status);
      if (options.watch) await watchPrograms(targets, language, run);
    });
}

/** What can be said to be wrong before anything is opened. */
function check(asked: readonly string[], options: InspectOptions): void {
  if (asked.length === 0 && options.list === undefined) throw new Fault('bad-argument', 'target');
  if (options.kind !== undefined && options.kind !== 'web' && options.kind !== 'miniprogram')
    throw new Fault(KINDS.includes(options.kind) ? 'unsupported-kind' : 'bad-argument', `--kind ${options.kind}`);
  if (options.scene !== undefined && !findScene(options.scene)) throw new Fault('unknown-scene', options.scene);
  if (options.channel !== undefined && !channels.some(({ code }) => code === options.channel)) {
    throw new Fault('bad-argument', `--channel ${options.channel}: ${channels.map(({ code }) => code).join(', ')}`);
  }
  for (const file of [...(options.policy ?? []), options.declared, options.baseline])
    if (file !== undefined && !existsSync(file)) throw new Fault('target-not-found', file);
  if (options.watch && options.out !== undefined) throw new Fault('bad-argument', '--watch --out');
  for (const url of options.timestamp ?? [])
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Fault('bad-argument', `--timestamp ${url}`);
}

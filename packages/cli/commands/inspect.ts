import { existsSync } from 'node:fs';
import { openBrowserPool } from '@liangjian/inspect';
import { channels, findScene } from '@liangjian/law';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { FORMATS, type Format } from '../run/formats.ts';
import { inspectAll } from '../run/inspect-all.ts';
import { collect, whole } from '../run/options.ts';
import { resolveMap } from '../run/resolve-map.ts';
import { defaultKeysDir } from '../run/seal.ts';
import { targetsOf } from '../run/targets.ts';

interface InspectOptions {
  readonly kind?: string;
  readonly scene?: string;
  readonly channel?: string;
  readonly policy?: string;
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
    .summary(t('检查网页或者二维码，给出报告', 'inspect web pages or codes and report'))
    .description(
      t(
        '检查一个或多个对象。每个对象以全新身份分别访问：不作选择、拒绝、同意，另加一次对照。只观察普通消费者会遇到的内容，不提交、不付款、不获取验证码。',
        'Inspect one or more targets. Each is visited with clean identities: no choice, refusing, accepting, and a control. Only what an ordinary consumer meets is observed; nothing is submitted, paid or verified by SMS.',
      ),
    )
    .argument('[target...]', t('网址、网址列表文件（.txt）或者二维码图片', 'web addresses, a list file (.txt), or a picture with codes'))
    .option('--list <file>', t('网址列表文件，每行一个，可重复', 'file with one address a line; repeatable'), collect)
    .option('--kind <kind>', t('对象类型；目前支持 web', 'kind of target; web is supported now'))
    .option(
      '--scene <code>',
      t('场景代码（S1 扫码点餐、S2 停车缴费……）；不写则自动判断', 'scene code (S1 ordering, S2 parking, …); guessed when left out'),
    )
    .option('--channel <channel>', t('服务渠道（dine-in 堂食、delivery 外卖……）', 'service channel (dine-in, delivery, …)'))
    .option('--policy <file>', t('经营者另行提供的隐私政策文本', 'text of the policy as the shop gave it'))
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
      const targets = await targetsOf(asked, options.list ?? [], pool).finally(() => pool.close());
      if (options.policy !== undefined) {
        process.stderr.write(
          t(
            '注意：网页检查目前不使用 --policy 的文本，只读取页面自身给出的规则。\n',
            'Note: for web pages the text of --policy is not used yet; only the texts that the page itself offers are read.\n',
          ),
        );
      }
      context.end(
        await inspectAll(targets, {
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
        }),
      );
    });
}

/** What can be said to be wrong before anything is opened. */
function check(asked: readonly string[], options: InspectOptions): void {
  if (asked.length === 0 && options.list === undefined) throw new Fault('bad-argument', 'target');
  if (options.kind !== undefined && options.kind !== 'web')
    throw new Fault(KINDS.includes(options.kind) ? 'unsupported-kind' : 'bad-argument', `--kind ${options.kind}`);
  if (options.scene !== undefined && !findScene(options.scene)) throw new Fault('unknown-scene', options.scene);
  if (options.channel !== undefined && !channels.some(({ code }) => code === options.channel)) {
    throw new Fault('bad-argument', `--channel ${options.channel}: ${channels.map(({ code }) => code).join(', ')}`);
  }
  if (options.policy !== undefined && !existsSync(options.policy)) throw new Fault('target-not-found', options.policy);
  for (const url of options.timestamp ?? [])
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Fault('bad-argument', `--timestamp ${url}`);
}

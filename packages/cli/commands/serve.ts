import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { defaultDataDir } from '../run/default-data-dir.ts';
import { ended } from '../run/ended.ts';
import { whole } from '../run/options.ts';

interface ServeOptions {
  readonly data?: string;
  readonly port: number;
  readonly consolePort: number;
  readonly host: string;
  readonly demo?: boolean;
  readonly proxies: number;
  readonly authority?: string;
}

/** `liangjian serve`: database, public portal and background work in one process. */
export function addServe(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('serve')
    .summary(t('启动举报投诉门户和后台', 'bring up the public portal and its background work'))
    .description(
      t(
        '启动数据库（或者用 DATABASE_URL 指定的数据库）、公众门户和后台任务。按 Ctrl-C 结束。',
        'Bring up the database (or the one that DATABASE_URL names), the public portal and background work. Ctrl-C ends it.',
      ),
    )
    .option('--data <dir>', t('数据目录', 'folder of all data'))
    .option('--port <n>', t('门户端口', 'port of the portal'), whole('--port', 0, 65_535), 4880)
    .option('--console-port <n>', t('办理接口端口', 'port of the interface of officers'), whole('--console-port', 0, 65_535), 4881)
    .option('--host <address>', t('监听地址', 'address to listen on'), '127.0.0.1')
    .option('--proxies <n>', t('门户前面有几层自己的代理', 'proxies of your own in front'), whole('--proxies', 0, 5), 0)
    .option('--authority <file>', t('主管单位信息（JSON），用于隐私说明', 'who runs it (JSON), for the privacy notice'))
    .option('--demo', t('演示：虚构的单位和保管人', 'demonstration with invented offices and custodians'))
    .action(async (options: ServeOptions) => {
      process.stderr.write(t('正在启动数据库和门户…\n', 'Starting database and portal…\n'));
      // Only this command needs a database and a server; the others start without loading them.
      const { serve } = await import('../serve/serve.ts');
      const running = await serve({
        data: resolve(options.data ?? defaultDataDir()),
        url: process.env['DATABASE_URL'],
        port: options.port,
        consolePort: options.consolePort,
        host: options.host,
        proxies: options.proxies,
        demonstration: options.demo === true,
        authorityFile: options.authority ?? null,
        logFile: null,
      }).catch((error: unknown) => {
        if ((error as { code?: unknown }).code === 'EADDRINUSE') throw new Fault('port-in-use', `${options.host}:${options.port}`);
        throw error;
      });
      process.stdout.write(
        `${t('公众门户', 'public portal')}  ${running.portal}\n${t('办理接口', 'interface of officers')}  ${running.console}openapi.json\n${
          running.invitation === null
            ? ''
            : `${t('首任管理员的邀请码（72 小时内有效，只用一次）', 'invitation of the first administrator (once, within 72 hours)')}  ${running.invitation}\n`
        }${
          running.canSeal
            ? ''
            : t(
                '还没有身份保管人和托管密钥，暂不能接收举报投诉。先运行：liangjian custodians\n',
                'There are no custodians and no escrow yet, so no tip can be taken in. First run: liangjian custodians\n',
              )
        }${t('按 Ctrl-C 结束。', 'Press Ctrl-C to stop.')}\n`,
      );
      await ended();
      process.stderr.write(language === 'zh' ? '正在结束…\n' : 'Stopping…\n');
      await running.stop();
      context.end(0);
    });
}

import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { ended } from '../run/ended.ts';

/** `liangjian work`: background work in a process of its own. */
export function addWork(program: Command, { t, end }: CommandContext): void {
  program
    .command('work')
    .summary(t('单独运行后台任务', 'do the background work in a process of its own'))
    .description(
      t(
        '单独运行后台任务：附件的工作副本、导入、期限、清理、审计时间戳和核验。数据库由同一数据目录的 serve 或者 DATABASE_URL 提供；serve 自己也做这些任务，多个进程分担。',
        'Do the background work: working copies of files, imports, clocks, sweeping, stamping and verifying the trail. The database is that of serve on the same folder, or of DATABASE_URL; serve does this work too, and several processes share it.',
      ),
    )
    .option('--data <dir>', t('数据目录', 'folder of all data'))
    .action(async ({ data }: { readonly data?: string }) => {
      // Only commands of the platform need a database; the others start without loading it.
      const { withPlatform } = await import('../run/platform.ts');
      const { startWorker } = await import('@liangjian/platform/run');
      const { openLog } = await import('@liangjian/platform/http');
      await withPlatform(data, async (platform) => {
        const worker = await startWorker(platform, { log: openLog('worker') });
        process.stderr.write(`${t('后台任务正在运行，按 Ctrl-C 结束。', 'Working in the background; press Ctrl-C to stop.')}\n`);
        await ended();
        await worker.stop();
      });
      end(0);
    });
}

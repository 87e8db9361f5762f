import { judgeStored, openBrowserPool } from '@liangjian/inspect';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { statusOfReport } from '../run/exit-status.ts';
import { FORMATS, type Format, rendered, renderingOf } from '../run/formats.ts';
import { withCapture } from '../run/load.ts';

/** `liangjian judge`: runs the rules again on a stored visit. */
export function addJudge(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('judge')
    .summary(t('对保存的检查记录重新判断，不再访问', 'judge a stored capture again, without a visit'))
    .description(
      t(
        '用当前的规则重新判断保存的检查记录或者证据包，不访问网络。',
        'Judge a stored capture or bundle again by the rules of today, without any network.',
      ),
    )
    .argument('<capture>', t('结果目录、采集目录或者 .wacz 证据包', 'result folder, capture folder, or .wacz bundle'))
    .addOption(new Option('--format <format>', t('输出格式', 'format')).choices(FORMATS).default('text'))
    .action(async (path: string, options: { readonly format: Format }) => {
      const pool = openBrowserPool();
      try {
        await withCapture(path, async (stored) => {
          const report = await judgeStored(stored);
          process.stdout.write(await rendered(options.format, report, stored, renderingOf(language), pool));
          context.end(statusOfReport(report));
        });
      } finally {
        await pool.close();
      }
    });
}

import { readFileSync } from 'node:fs';
import type { Text } from '@liangjian/law';
import type { ColumnMap, OrderChannel, RowProblem } from '@liangjian/platform/import';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { whole } from '../run/options.ts';

interface ImportOptions {
  readonly data?: string;
  readonly channel?: OrderChannel;
  readonly office?: string;
  readonly map?: string;
  readonly sheet?: string;
  readonly headerLine?: number;
  readonly dryRun?: boolean;
  readonly undo?: string;
  readonly why: string;
}

/** `liangjian import`: orders of a hotline from CSV or XLSX. */
export function addImport(program: Command, context: CommandContext): void {
  const { t } = context;
  program
    .command('import')
    .summary(t('导入热线工单（CSV、XLSX）', 'import hotline orders (CSV, XLSX)'))
    .description(
      t(
        '导入 12315、12345、举报中心的工单。同一工单只进一次；有问题的行按行号列出。退出码 0 全部导入，1 有行未导入，2 没有导入，3 文件中途损坏、只导入了前面部分。',
        'Import orders of 12315, 12345 or the report centre. An order comes in once; rows with problems are listed by line. Exit status 0 all came in, 1 some rows did not, 2 nothing was imported, 3 the file breaks off and what came before is in.',
      ),
    )
    .argument('[file]', t('CSV 或者 XLSX 文件', 'CSV or XLSX file'))
    .option('--data <dir>', t('数据目录（或者用 DATABASE_URL）', 'folder of all data (or DATABASE_URL)'))
    .addOption(new Option('--channel <channel>', t('来源渠道', 'channel')).choices(['12315', '12345', 'report-centre']))
    .option('--office <id>', t('导入单位', 'office that imports'))
    .option('--map <file>', t('列对应关系（JSON）；不给则按表头推断', 'map of columns (JSON); guessed from the header when left out'))
    .option('--sheet <name>', t('工作表名称', 'name of the sheet'))
    .option('--header-line <n>', t('表头所在行', 'line of the header'), whole('--header-line', 1, 100))
    .option('--dry-run', t('只检查，不写入', 'only check, write nothing'))
    .option('--undo <batch>', t('撤销一个批次', 'take a batch back'))
    .option('--why <text>', t('撤销理由', 'why it is taken back'), t('命令行撤销', 'taken back at the command line'))
    .action(async (file: string | undefined, options: ImportOptions) => run(file, options, context));
}

async function run(file: string | undefined, options: ImportOptions, { t, language, end }: CommandContext): Promise<void> {
  const { data, undo, why } = options;
  const { withPlatform } = await import('../run/platform.ts');
  const { importOrders, takeBack, tryImport } = await import('../run/import-orders.ts');
  const out = (line: string): boolean => process.stdout.write(`${line}\n`);
  if (undo !== undefined) {
    const { undone, kept } = await withPlatform(data, (platform) => takeBack(platform, undo, why));
    out(t(`✓ 已撤销 ${undone} 件`, `✓ ${undone} tips taken back`));
    for (const { number, why: reason } of kept)
      out(t(`  ? ${number} 保留：${STAYS[reason].zh}`, `  ? ${number} stays: ${STAYS[reason].en}`));
    end(kept.length === 0 ? 0 : 3);
    return;
  }
  const { channel, office, sheet, headerLine } = options;
  if (file === undefined || channel === undefined || office === undefined) throw new Fault('bad-argument', 'FILE --channel --office');
  const plan = { file, channel, office, sheet, headerLine, map: options.map === undefined ? null : await mapFile(options.map) };
  const told = progress((rows) => t(`已处理 ${rows} 行`, `${rows} rows done`));
  const list = (problems: readonly RowProblem[]): void => {
    for (const { line, column, severity, text, next } of problems)
      out(
        t(
          `  ${severity === 'error' ? '✗' : '?'} 第 ${line} 行${column ? `“${column}”` : ''}：${text.zh}；${next.zh}`,
          `  ${severity === 'error' ? '✗' : '?'} line ${line}${column ? ` “${column}”` : ''}: ${text.en}. ${next.en}`,
        ),
      );
  };
  try {
    if (options.dryRun === true) {
      const tried = await withPlatform(data, (platform) => tryImport(platform, plan, told.at));
      told.close();
      list(tried.problems);
      const { rows, fresh, known, failed, brokenAt } = tried;
      out(
        t(
          `试运行：${rows} 行，将导入 ${fresh}，已有 ${known}，有误 ${failed}（没有写入）`,
          `dry run: ${rows} rows, ${fresh} would come in, ${known} are in already, ${failed} are wrong (nothing was written)`,
        ),
      );
      if (brokenAt)
        out(
          t(
            `✗ 文件在第 ${brokenAt.line ?? '?'} 行中断：${brokenAt.text.zh}`,
            `✗ the file breaks off at line ${brokenAt.line ?? '?'}: ${brokenAt.text.en}`,
          ),
        );
      end(brokenAt ? 3 : failed > 0 ? 1 : 0);
      return;
    }
    const { batch, totals, broken, problems } = await withPlatform(data, (platform) =>
      importOrders(platform, plan, ({ lines }) => told.at(lines)),
    );
    told.close();
    list(problems);
    out(
      t(
        `批次 ${batch}：${totals.lines} 行，导入 ${totals.taken}，已有 ${totals.known}，有误 ${totals.bad}`,
        `batch ${batch}: ${totals.lines} rows, ${totals.taken} came in, ${totals.known} were in already, ${totals.bad} are wrong`,
      ),
    );
    if (broken) out(brokenWords(broken as Broken, language));
    end(broken ? 3 : totals.bad > 0 ? 1 : 0);
  } catch (error) {
    told.close();
    // What is wrong with a file is told in the language of whoever imports it.
    const { code, detail, line } = error as { code?: string; detail?: Text | string; line?: number | null };
    if (code?.startsWith('import-') && typeof detail === 'object')
      throw new Fault(code, `${line ? t(`第 ${line} 行：`, `line ${line}: `) : ''}${detail[language]}`);
    throw error;
  }
}

interface Broken {
  readonly line: number | null;
  readonly text: Text;
}

const brokenWords = ({ line, text }: Broken, language: 'zh' | 'en'): string =>
  language === 'zh' ? `✗ 文件在第 ${line ?? '?'} 行中断：${text.zh}` : `✗ the file breaks off at line ${line ?? '?'}: ${text.en}`;

async function mapFile(file: string): Promise<ColumnMap> {
  const { columnMapSchema } = await import('@liangjian/platform/import');
  try {
    return columnMapSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Fault('bad-argument', `--map ${file}: ${(error as Error).message.slice(0, 300)}`);
  }
}

/** On a terminal one line that changes, else a line every few thousand rows. */
function progress(words: (rows: number) => string): { readonly at: (rows: number) => void; readonly close: () => void } {
  const live = process.stderr.isTTY === true;
  let told = 0;
  return {
    at: (rows) => {
      if (live) process.stderr.write(`\r\u001b[K${words(rows)}`);
      else if (rows - told >= EVERY) process.stderr.write(`${words(rows)}\n`);
      else return;
      told = rows;
    },
    close: () => {
      if (live && told > 0) process.stderr.write('\r\u001b[K');
    },
  };
}

const EVERY = 5000;

const STAYS: Readonly<Record<'in-hand' | 'acted-on' | 'linked' | 'transferred' | 'messages', Text>> = {
  'in-hand': { zh: '已在办理', en: 'somebody works on it' },
  'acted-on': { zh: '已有办理记录', en: 'something was done with it' },
  linked: { zh: '已与其他线索关联', en: 'it is linked to another tip' },
  transferred: { zh: '已移送', en: 'it was handed over' },
  messages: { zh: '已有往来消息', en: 'there are messages' },
};

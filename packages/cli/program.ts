import type { Language } from '@liangjian/inspect';
import { TOOL } from '@liangjian/inspect';
import { Command, Option } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addCustodians } from './commands/custodians.ts';
import { addDiff } from './commands/diff.ts';
import { addImport } from './commands/import.ts';
import { addInspect } from './commands/inspect.ts';
import { addJudge } from './commands/judge.ts';
import { addProof } from './commands/proof.ts';
import { addRules } from './commands/rules.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { addWork } from './commands/work.ts';
import type { CommandContext } from './context.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** The command line in one language. `outcome.status` receives the exit status of the command that ran. */
export function buildProgram(language: Language, outcome: { status: number }): Command {
  const t = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const program = new Command('liangjian');
  const context: CommandContext = {
    language,
    t,
    end: (status) => {
      outcome.status = status;
    },
  };
  program
    .description(
      t(
        '亮剑：检查商家在消费者面前如何收集个人信息，并封存可核验的证据。',
        'Liangjian: inspect how a shop collects personal information, and seal evidence that anyone can verify.',
      ),
    )
    .version(TOOL.version, '-V, --version', t('显示版本号', 'show the version'))
    .addOption(new Option('--lang <zh|en>', t('显示语言：zh 中文，en 英文', 'language: zh Chinese, en English')).choices(['zh', 'en']))
    .helpOption('-h, --help', t('显示帮助', 'show help'))
    .helpCommand('help [command]', t('显示某个命令的帮助', 'show the help of a command'))
    .addHelpText('after', () => footer(t));
  addInspect(program, context);
  addJudge(program, context);
  addVerify(program, context);
  addProof(program, context);
  addRules(program, context);
  addDiff(program, context);
  addServe(program, context);
  addWork(program, context);
  addCustodians(program, context);
  addImport(program, context);
  addAudit(program, context);
  for (const command of everyCommand(program)) {
    command
      .exitOverride()
      .configureHelp({
        styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
        styleOptionDescription: (text) => (language === 'zh' ? inChinese(text) : text),
        helpWidth: 100,
        showGlobalOptions: command !== program,
      })
      // Commander's own words are replaced by the error catalogue.
      .configureOutput({ outputError: () => {}, writeErr: () => {} });
    if (command !== program) command.helpOption('-h, --help', t('显示帮助', 'show help'));
  }
  return program;
}

/** The program and all below it. */
const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];

/** Commander's own notes on an option. */
function inChinese(text: string): string {
  return text
    .replace(
      / ?\(choices: ([^()]*?)(?:, )?(?:default: ([^()]*))?\)/,
      (_, choices: string, value?: string) => `（可选 ${choices}${value ? `，默认 ${value}` : ''}）`,
    )
    .replace(/ ?\(default: ([^()]*)\)/, '（默认 $1）')
    .replaceAll('"', '');
}

function footer(t: CommandContext['t']): string {
  return t(
    `
退出码：
  0  没有发现问题        1  至少发现一项问题（verify：证据包被改动；diff：有差异）
  2  未能检查            3  只检查了一部分

示例：
  liangjian inspect https://shop.example/menu --scene S1 --out 检查结果
  liangjian verify 检查结果/bundle.wacz`,
    `
Exit status:
  0  nothing failed           1  at least one problem (verify: the bundle was changed; diff: different)
  2  could not be inspected   3  inspected in part

Examples:
  liangjian inspect https://shop.example/menu --scene S1 --out result
  liangjian verify result/bundle.wacz`,
  );
}

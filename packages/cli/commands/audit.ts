import { readFileSync } from 'node:fs';
import type { Language } from '@liangjian/inspect';
import type { AuditVerdict, NamedRow } from '@liangjian/platform/audit';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { collect } from '../run/options.ts';

interface AuditOptions {
  readonly data?: string;
  readonly anchor?: readonly string[];
  readonly format: 'text' | 'json';
}

/** `liangjian audit verify`: recomputes the whole trail outside the database. */
export function addAudit(program: Command, { t, language, end }: CommandContext): void {
  const audit = program.command('audit').summary(t('核验审计记录', 'verify the audit trail'));
  audit
    .command('verify')
    .summary(t('逐条重算审计记录，指出被改动、删除、插入的条目', 'name every entry that was changed, removed or inserted'))
    .description(
      t(
        '在数据库之外逐条重算哈希链、每小时的根和时间戳。退出码 0 完整，1 有条目被改动、删除或者插入，2 无法核验。',
        'Recompute the chains, the hourly roots and their time-stamps outside the database. Exit status 0 intact, 1 an entry was changed, removed or inserted, 2 could not be verified.',
      ),
    )
    .option('--data <dir>', t('数据目录（或者用 DATABASE_URL）', 'folder of all data (or DATABASE_URL)'))
    .option(
      '--anchor <pem>',
      t('信任的时间戳机构证书（PEM），可重复', 'certificate (PEM) of a time-stamp authority you trust; repeatable'),
      collect,
    )
    .addOption(new Option('--format <format>', t('输出格式', 'format')).choices(['text', 'json']).default('text'))
    .action(async ({ data, anchor = [], format }: AuditOptions) => {
      const anchors = anchor.map((file) => readFileSync(file, 'utf8'));
      // Only commands of the platform need a database; the others start without loading it.
      const { withPlatform } = await import('../run/platform.ts');
      const { nameRows, verifyAudit } = await import('@liangjian/platform/audit');
      const { verdict, rows } = await withPlatform(data, async ({ store }) => {
        const found = await verifyAudit(store.worker, anchors);
        return { verdict: found, rows: await nameRows(store.worker, found) };
      });
      process.stdout.write(format === 'json' ? `${JSON.stringify({ ...verdict, rows }, null, 2)}\n` : auditText(verdict, rows, language));
      end(verdict.ok ? 0 : 1);
    });
}

type Fault = AuditVerdict['faults'][number];
type Words = readonly [zh: string, en: string];

const MOST_LINES = 50;

/** The answer first, then every fault by chain and place with what stands there, then hours nobody outside vouches for. */
export function auditText(verdict: AuditVerdict, rows: readonly NamedRow[], language: Language): string {
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en);
  const { ok, entries, roots, stamped, gaps, faults } = verdict;
  const lines = [
    say(
      ok
        ? ['✓ 完整：没有条目被改动、删除或者插入', '✓ Intact: no entry was changed, removed or inserted']
        : ['✗ 审计记录被动过', '✗ The trail was tampered with'],
    ),
    ...faults
      .slice(0, MOST_LINES)
      .flatMap((fault) => [`  ✗ ${say(wordsOf(fault))}`, ...standing(fault, rows).map((row) => `      ${row}`)]),
  ];
  if (faults.length > MOST_LINES)
    lines.push(say([`  …另有 ${faults.length - MOST_LINES} 处`, `  …and ${faults.length - MOST_LINES} more`]));
  lines.push(
    say([
      `${entries} 条记录，${roots} 个根，其中 ${stamped} 个有时间戳`,
      `${entries} entries, ${roots} roots, ${stamped} of them with a time-stamp`,
    ]),
  );
  if (gaps.length > 0)
    lines.push(
      say([`? ${gaps.length} 个根没有外部时间戳：`, `? ${gaps.length} roots without a time-stamp from outside:`]),
      ...gaps.slice(0, 5).map(({ root, at, why }) => `    ${root}  ${at}  ${why}`),
      ...(gaps.length > 5 ? ['    …'] : []),
    );
  return `${lines.join('\n')}\n`;
}

/** The row that stands at the place of a fault now. */
const standing = (fault: Fault, rows: readonly NamedRow[]): string[] =>
  rows
    .filter((row) => 'seq' in fault && row.chain === fault.chain && row.seq === fault.seq)
    .map(({ at, actor, act, kind, subject }) => `${at}  ${actor}  ${act}  ${kind} ${subject}`);

function wordsOf(fault: Fault): Words {
  switch (fault.fault) {
    case 'changed':
      return [`链 ${fault.chain} 第 ${fault.seq} 条被改动`, `chain ${fault.chain}, entry ${fault.seq}: changed`];
    case 'removed':
      return [`链 ${fault.chain} 第 ${fault.seq} 条被删除`, `chain ${fault.chain}, entry ${fault.seq}: removed`];
    case 'inserted':
      return [`链 ${fault.chain} 第 ${fault.seq} 条是插入的`, `chain ${fault.chain}, entry ${fault.seq}: inserted`];
    case 'root-changed':
      return [`第 ${fault.root} 个根被改动`, `root ${fault.root}: changed`];
    case 'root-removed':
      return [`第 ${fault.root} 个根之前的根被删除`, `root ${fault.root}: the one before it was removed`];
    case 'root-contradicted':
      return [
        `链 ${fault.chain} 第 ${fault.from} 至 ${fault.seq} 条在第 ${fault.root} 个根之后被重写`,
        `chain ${fault.chain}, entries ${fault.from} to ${fault.seq}: rewritten after root ${fault.root}`,
      ];
    case 'token-invalid':
      return [
        `第 ${fault.root} 个根的时间戳无效：${fault.detail ?? ''}`,
        `root ${fault.root}: its time-stamp is not valid: ${fault.detail ?? ''}`,
      ];
  }
}

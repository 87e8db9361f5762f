import { type Check, type Verification, verifyBundle } from '@liangjian/evidence';
import type { Language } from '@liangjian/inspect';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../context.ts';
import { requireBundle } from '../run/load.ts';
import { collect } from '../run/options.ts';
import { trustOf } from '../run/trust.ts';

interface VerifyCommandOptions {
  readonly trust?: readonly string[];
  readonly anchor?: readonly string[];
  readonly format: 'text' | 'json';
}

/** `liangjian verify`: checks a sealed bundle with nothing but the file and the keys one trusts. */
export function addVerify(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('verify')
    .summary(t('离线校验封存的证据包', 'verify a sealed bundle offline'))
    .description(
      t(
        '离线校验证据包：内容、顺序、签名、时间戳。退出码 0 完整，1 被改动并指出环节。',
        'Verify a bundle offline: content, order, signatures, time-stamps. Exit status 0 intact, 1 broken, naming the link.',
      ),
    )
    .argument('<bundle>', t('.wacz 证据包', '.wacz bundle'))
    .option(
      '--trust <file>',
      t('信任的签名公钥（PEM）或者指纹文件，可重复', 'public key (PEM) or fingerprints of a signer you trust; repeatable'),
      collect,
    )
    .option(
      '--anchor <pem>',
      t('信任的时间戳机构证书（PEM），可重复', 'certificate (PEM) of a time-stamp authority you trust; repeatable'),
      collect,
    )
    .addOption(new Option('--format <format>', t('输出格式', 'format')).choices(['text', 'json']).default('text'))
    .action(async (file: string, options: VerifyCommandOptions) => {
      requireBundle(file);
      const verification = await verifyBundle(file, trustOf(options.trust ?? [], options.anchor ?? []));
      process.stdout.write(
        options.format === 'json' ? `${JSON.stringify(verification, null, 2)}\n` : verificationText(verification, language),
      );
      context.end(verification.verdict === 'broken' ? 1 : 0);
    });
}

const VERDICTS: Readonly<Record<Verification['verdict'], readonly [zh: string, en: string]>> = {
  intact: ['✓ 完整，未被改动', '✓ Intact: nothing was changed'],
  'intact-with-gaps': ['✓ 完整，未被改动；有未证明的事项', '✓ Intact: nothing was changed; some things are not proved'],
  broken: ['✗ 未通过校验', '✗ Broken'],
};

/** The answer first: the broken link, then all that is broken, then what is not proved, then what held. */
export function verificationText(verification: Verification, language: Language): string {
  const zh = language === 'zh';
  const line = (check: Check) => `  ${check.ok ? (check.gap ? '?' : '✓') : '✗'} ${check.detail[language]}`;
  const others = verification.checks.filter((check) => !check.ok && check !== verification.broken);
  const gaps = verification.checks.filter((check) => check.ok && check.gap);
  const held = verification.checks.filter((check) => check.ok && !check.gap);
  const lines = [VERDICTS[verification.verdict][zh ? 0 : 1]];
  if (verification.broken) lines.push(`${zh ? '断裂环节：' : 'Broken link: '}${verification.broken.detail[language]}`);
  if (others.length > 0) lines.push('', zh ? '其他未通过：' : 'Also broken:', ...others.slice(0, 20).map(line));
  if (others.length > 20) lines.push(zh ? `  …另有 ${others.length - 20} 项` : `  …and ${others.length - 20} more`);
  if (gaps.length > 0) lines.push('', zh ? '未证明：' : 'Not proved:', ...gaps.map(line));
  if (held.length > 0) lines.push('', zh ? `已通过 ${held.length} 项：` : `${held.length} checks held:`, ...held.map(line));
  if (verification.created) lines.push('', `${zh ? '封存时间：' : 'Sealed at: '}${verification.created}`);
  if (verification.root) lines.push(`${zh ? '根哈希：' : 'Root: '}${verification.root}`);
  for (const { algorithm, fingerprint } of verification.fingerprints) lines.push(`${zh ? '公钥指纹' : 'Key'} ${algorithm}: ${fingerprint}`);
  return `${lines.join('\n')}\n`;
}

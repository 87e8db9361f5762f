import type { Founded } from '@liangjian/platform/run';
import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { collect, whole } from '../run/options.ts';
import { openPassphrases } from '../run/passphrases.ts';

interface FoundOptions {
  readonly data?: string;
  readonly threshold: number;
  readonly person?: readonly string[];
  readonly office: string;
  readonly passphraseFile?: string;
}

interface AdmitOptions {
  readonly data?: string;
  readonly by: string;
  readonly person: string;
  readonly office: string;
  readonly passphraseFile?: string;
}

const DATA = ['--data <dir>', '数据目录（或者用 DATABASE_URL）', 'folder of all data (or DATABASE_URL)'] as const;
const FILE = [
  '--passphrase-file <file>',
  '口令文件，每人一行，顺序与人员一致；不给则在终端输入（不显示）',
  'pass phrases, a line each in the order of the persons; typed at the terminal, not shown, when left out',
] as const;
const OFFICE = ['--office <id>', '新人员所属单位', 'office of persons without an account'] as const;

/** `liangjian custodians found|admit`: who can open identities together. */
export function addCustodians(program: Command, { t, end }: CommandContext): void {
  const custodians = program.command('custodians').summary(t('设立身份保管人', 'found the custodians of identities'));
  const prompt = (person: string) => t(`${person} 的口令短语（输入时不显示）：`, `Pass phrase of ${person} (not shown): `);
  const again = (person: string) => t(`${person} 再输入一次：`, `${person} once more: `);
  const tell = (founded: readonly Founded[]): void => {
    for (const { logIn, officer, invitation } of founded)
      process.stdout.write(
        `✓ ${logIn}  ${officer}\n${invitation === null ? '' : `  ${t('邀请码（72 小时内有效，只用一次）', 'invitation (once, within 72 hours)')}  ${invitation}\n`}`,
      );
    end(0);
  };

  custodians
    .command('found')
    .summary(t('首次设立保管人和托管密钥', 'found custodians and escrow, once'))
    .description(
      t(
        '首次设立身份保管人和托管密钥。每人在终端输入只有自己知道的口令短语；没有账号的人同时得到邀请码。已经有保管人时拒绝执行。',
        'Found the custodians of identities and the escrow. Each person types a pass phrase only they know; who has no account gets an invitation. Refused when there are custodians.',
      ),
    )
    .option(DATA[0], t(DATA[1], DATA[2]))
    .requiredOption('--threshold <n>', t('恢复时至少几人共同在场', 'persons needed together to recover'), whole('--threshold', 2, 20))
    .option('--person <log-in>', t('保管人的登录名，每人一次', 'log-in name of a custodian; once for each'), collect)
    .option(OFFICE[0], t(OFFICE[1], OFFICE[2]), 'samr-city')
    .option(FILE[0], t(FILE[1], FILE[2]))
    .action(async ({ data, threshold, person = [], office, passphraseFile }: FoundOptions) => {
      if (person.length < threshold) throw new Fault('bad-argument', `--person: ${person.length} < --threshold ${threshold}`);
      const { withPlatform } = await import('../run/platform.ts');
      const { foundCustody } = await import('@liangjian/platform/run');
      const founded = await withPlatform(
        data,
        async (platform) => {
          // Before anybody has typed anything.
          if (await platform.canSeal()) throw new Fault('wrong-state', t('已经有保管人', 'there are custodians'));
          const passphrases = openPassphrases(passphraseFile);
          const persons: { logIn: string; passphrase: string }[] = [];
          for (const logIn of person) persons.push({ logIn, passphrase: await passphrases.next(prompt(logIn), again(logIn)) });
          return foundCustody(platform, threshold, persons, office);
        },
        true,
      );
      tell(founded);
    });

  custodians
    .command('admit')
    .summary(t('由一名保管人准入另一人', 'a custodian lets another person in'))
    .description(
      t(
        '由一名在任保管人准入另一人，两人先后输入各自的口令短语。托管份额不变。',
        'A custodian lets another person into the circle; both type their pass phrases in turn. Shares of the escrow stay as they are.',
      ),
    )
    .option(DATA[0], t(DATA[1], DATA[2]))
    .requiredOption('--by <log-in>', t('在任保管人的登录名', 'log-in name of the custodian'))
    .requiredOption('--person <log-in>', t('新保管人的登录名', 'log-in name of the new one'))
    .option(OFFICE[0], t(OFFICE[1], OFFICE[2]), 'samr-city')
    .option(FILE[0], t(FILE[1], FILE[2]))
    .action(async ({ data, by, person, office, passphraseFile }: AdmitOptions) => {
      const { withPlatform } = await import('../run/platform.ts');
      const { admitCustodian } = await import('@liangjian/platform/run');
      const founded = await withPlatform(data, async (platform) => {
        const passphrases = openPassphrases(passphraseFile);
        const first = { logIn: by, passphrase: await passphrases.next(prompt(by)) };
        const second = { logIn: person, passphrase: await passphrases.next(prompt(person), again(person)) };
        return admitCustodian(platform, first, second, office);
      });
      tell([founded]);
    });
}

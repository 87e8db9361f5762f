import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractProof, verifyProof } from '@liangjian/evidence';
import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { Fault } from '../fault.ts';
import { requireBundle } from '../run/load.ts';
import { collect } from '../run/options.ts';
import { trustOf } from '../run/trust.ts';
import { verificationText } from './verify.ts';

interface ProofOptions {
  readonly out?: string;
  readonly check?: boolean;
  readonly trust?: readonly string[];
  readonly anchor?: readonly string[];
}

/** `liangjian proof`: hands over one thing of a bundle alone, with the proof that it was sealed; and checks such a proof. */
export function addProof(program: Command, context: CommandContext): void {
  const { t, language } = context;
  program
    .command('proof')
    .summary(t('单独取出一项证据及其证明，或者校验这样的证明', 'take one item out with its proof, or check such a proof'))
    .description(
      t(
        '取出一项：proof 证据包 项目 --out 目录。项目例如 liangjian/report.json#/outcomes/3，或者流水的一行 liangjian/arms/refuse.ndjson#12。\n校验：proof --check 目录（或者 proof.json 和 item 两个文件）。',
        'Take out: proof BUNDLE ITEM --out DIR. An item is for example liangjian/report.json#/outcomes/3, or a ledger line liangjian/arms/refuse.ndjson#12.\nCheck: proof --check DIR (or the two files proof.json and item).',
      ),
    )
    .argument('<file>', t('证据包；校验时为目录或者 proof.json', 'bundle; to check: folder or proof.json'))
    .argument('[item]', t('项目路径；校验时为材料文件', 'path of the item; to check: the file of the item'))
    .option('--out <dir>', t('写入 proof.json 和 item 的目录', 'folder for proof.json and item'))
    .option('--check', t('校验证明', 'check a proof'))
    .option('--trust <file>', t('信任的签名公钥或者指纹文件，可重复', 'public key or fingerprints you trust; repeatable'), collect)
    .option('--anchor <pem>', t('信任的时间戳机构证书，可重复', 'certificate of a time-stamp authority you trust; repeatable'), collect)
    .action(async (file: string, item: string | undefined, options: ProofOptions) => {
      if (options.check) {
        const proof = existsSync(file) && statSync(file).isDirectory() ? join(file, 'proof.json') : file;
        const material = item ?? join(dirname(proof), 'item');
        for (const path of [proof, material]) if (!existsSync(path)) throw new Fault('target-not-found', path);
        const verification = await verifyProof(proof, material, trustOf(options.trust ?? [], options.anchor ?? []));
        process.stdout.write(verificationText(verification, language));
        context.end(verification.verdict === 'broken' ? 1 : 0);
        return;
      }
      if (item === undefined || options.out === undefined) throw new Fault('bad-argument', item === undefined ? 'item' : '--out');
      requireBundle(file);
      const made = await extractProof(file, item, options.out).catch((error: Error) => {
        throw new Fault(/^no (item|ledger)|has no line/.test(error.message) ? 'target-not-found' : 'bundle-broken', error.message);
      });
      process.stdout.write(`${made.proofFile}\n${made.itemFile}\n`);
    });
}

import type { Stamp, StampGap, Stamps, Statement } from '../seal/format.ts';
import { type TimestampFault, verifyTimestamp } from '../timestamp/verify.ts';
import { broken, type Check, gap, passed } from './check.ts';

const ZH: Record<TimestampFault, string> = {
  unreachable: '时间戳机构联系不上',
  malformed: '时间戳文件无法解析',
  refused: '时间戳机构拒绝签发',
  'wrong-imprint': '时间戳是给别的数据盖的',
  'wrong-nonce': '时间戳是对另一次请求的答复',
  'bad-signature': '时间戳签名不成立',
  'wrong-purpose': '签发证书不是时间戳专用证书',
  'expired-certificate': '签发证书在盖戳时不在有效期',
  'untrusted-authority': '签发机构不在可信名单内',
};

const what = (of: string) =>
  of === 'seal'
    ? { zh: '封存件', en: 'the seal' }
    : { zh: `流水 ${of.slice('ledger:'.length)}`, en: `ledger ${of.slice('ledger:'.length)}` };

/** Ten minutes: more than a badly kept clock explains. */
const CLOCK = 600_000;

/** Verifies one token over the digest it must be for. */
export const checkToken = (
  of: string,
  path: string,
  tsr: Uint8Array,
  digest: string,
  claimed: string | null,
  trustAnchors: readonly string[],
): Check[] => {
  const { zh, en } = what(of);
  const verdict = verifyTimestamp(tsr, Buffer.from(digest, 'hex'), { trustAnchors });
  if (!verdict.ok)
    return [
      broken(
        'timestamp',
        verdict.fault,
        path,
        `${zh}:${ZH[verdict.fault]}(${path})`,
        `${en}: ${verdict.fault}, ${verdict.detail} (${path})`,
      ),
    ];
  const checks = [
    verdict.anchored
      ? passed(
          'timestamp',
          `${zh}:${verdict.authority} 于 ${verdict.genTime} 盖时间戳`,
          `${en}: stamped at ${verdict.genTime} by ${verdict.authority}`,
          path,
        )
      : gap(
          'timestamp',
          'unanchored',
          path,
          `${zh}:时间戳 ${verdict.genTime} 的签名成立，但没有提供可信根证书，机构身份未确认`,
          `${en}: stamped at ${verdict.genTime}, signature holds, but no trust anchor was given for ${verdict.authority}`,
        ),
  ];
  const difference = claimed === null ? 0 : Date.parse(verdict.genTime) - Date.parse(claimed);
  if (Math.abs(difference) > CLOCK) {
    const minutes = Math.round(difference / 60_000);
    checks.push(
      gap(
        'timestamp',
        'clock',
        path,
        `${zh}:时间戳与本机自称时间相差 ${minutes} 分钟`,
        `${en}: the stamp and the machine's own time differ by ${minutes} minutes`,
      ),
    );
  }
  return checks;
};

const checkMissing = (of: string, statement: Statement, gaps: readonly StampGap[]): Check[] => {
  const { zh, en } = what(of);
  if (statement.authorities.length === 0)
    return [
      gap('timestamp', 'no-authority', of, `${zh}:未加盖时间戳（没有配置时间戳机构）`, `${en}: not time-stamped: no authority configured`),
    ];
  const noted = gaps.filter((g) => g.of === of);
  if (noted.length === 0)
    return [
      broken(
        'timestamp',
        'removed',
        of,
        `${zh}:声明配置了时间戳机构，时间戳却不见了`,
        `${en}: an authority was configured, but there is neither token nor reason`,
      ),
    ];
  return noted.map((g) =>
    gap(
      'timestamp',
      g.fault,
      of,
      `${zh}:未取得时间戳，${ZH[g.fault as TimestampFault] ?? g.fault}(${g.url ?? ''})`,
      `${en}: no token, ${g.fault}: ${g.detail} (${g.url ?? ''})`,
    ),
  );
};

/** Every ledger's head and the seal itself: stamped, or the reason why not. */
export const checkTimestamps = async (
  statement: Statement,
  sealDigest: string,
  stamps: Stamps,
  read: (path: string) => Promise<Buffer>,
  trustAnchors: readonly string[],
): Promise<Check[]> => {
  const subjects = [
    ...statement.ledgers.map((ledger) => ({ of: `ledger:${ledger.arm}`, digest: ledger.head, claimed: null })),
    { of: 'seal', digest: sealDigest, claimed: statement.created },
  ];
  const checks = await Promise.all(
    subjects.map(async ({ of, digest, claimed }) => {
      const mine = stamps.stamps.filter((s: Stamp) => s.of === of);
      if (mine.length === 0) return checkMissing(of, statement, stamps.gaps);
      const each = mine.map(async ({ path }) => {
        const tsr = await read(path).catch(() => null);
        return tsr
          ? checkToken(of, path, tsr, digest, claimed, trustAnchors)
          : [broken('timestamp', 'removed', path, `时间戳文件不见了：${path}`, `The token is missing: ${path}`)];
      });
      return (await Promise.all(each)).flat();
    }),
  );
  return checks.flat();
};

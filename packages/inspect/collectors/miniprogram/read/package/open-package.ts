import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Unread } from '../../program.ts';
import type { Container } from '../container/container.ts';
import { isTar, openTar } from '../container/tar.ts';
import { isWxapkg, openWxapkg } from '../container/wxapkg.ts';
import type { ReadLimits } from '../limits.ts';
import { unread, unreadNamed } from '../unread.ts';
import { appIdIn, decrypt, HEAD, isEncrypted } from './decrypt.ts';
import type { Package } from './package-parts.ts';
import { openTail } from './read-tail.ts';

export interface OpenedPackage extends Package {
  readonly kind: 'wxapkg' | 'tar';
  readonly appId: string | null;
  /** Hash of the bytes behind the encrypted block: the same package in two forms is one. */
  readonly content: string;
  /** False when only a part could be decrypted. */
  readonly whole: boolean;
  readonly unread: readonly Unread[];
}

export const isPackage = (bytes: Buffer): boolean => isWxapkg(bytes) || isEncrypted(bytes);

/** What an Alipay package hides: its templates are code. */
export const alipayTemplates = (name: string): Unread =>
  unreadNamed(
    `${name}（模板）`,
    '支付宝包里的模板已编译成脚本，没有还原成模板',
    `${name} (templates)`,
    'an Alipay package compiles its templates into scripts; they were not restored',
  );

function gunzip(bytes: Buffer, limits: ReadLimits): Buffer | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(limits.packageBytes, Math.max(bytes.length, 4096) * limits.unpackRatio) });
  } catch {
    return null;
  }
}

/** Opens one package, encrypted or not. Null when it cannot be opened at all; `notRead` then says why. */
export function openPackage(
  bytes: Buffer,
  name: string,
  appIds: readonly string[],
  limits: ReadLimits,
  notRead: Unread[],
): OpenedPackage | null {
  const hash = (of: Buffer): string => createHash('sha256').update(of).digest('hex');
  let artefactHash: string | null = null;
  const artefact = (): string => {
    artefactHash ??= hash(bytes);
    return artefactHash;
  };
  const made = (
    container: Container,
    kind: OpenedPackage['kind'],
    plain: Buffer,
    appId: string | null,
    more: readonly Unread[] = [],
  ): OpenedPackage => ({
    name,
    entries: container.entries,
    artefact,
    loose: false,
    kind,
    appId,
    content: hash(plain),
    whole: more.length === 0 || kind === 'tar',
    unread: [...container.unread, ...more],
  });
  const named = appIdIn(name);
  if (isWxapkg(bytes)) return made(openWxapkg(bytes, name, limits), 'wxapkg', bytes.subarray(HEAD), named);
  if (isEncrypted(bytes)) {
    const candidates = [...new Set([...appIds, ...(named ? [named] : [])])];
    const opened = decrypt(bytes, candidates);
    if (opened.how === 'whole') return made(openWxapkg(opened.bytes, name, limits), 'wxapkg', opened.bytes.subarray(HEAD), opened.appId);
    if (opened.how === 'tail') {
      const entries = openTail(opened.tail);
      const share = Math.floor((opened.tail.length / bytes.length) * 1000) / 10;
      const why = unread(
        name,
        `加密包没有给出正确的 AppID，只解开了 ${share}% 的字节，文件名和配置可能不全`,
        `encrypted and no right AppID at hand: ${share} % of its bytes could be read; names and configuration may be incomplete`,
      );
      return made({ kind: 'wxapkg', entries, unread: [] }, 'wxapkg', opened.tail, null, [why]);
    }
    notRead.push(
      unread(
        name,
        '加密包无法解开：没有给出正确的 AppID，也无法推断',
        'an encrypted package: no right AppID was given, and none could be found',
      ),
    );
    return null;
  }
  const tar = isTar(bytes) ? bytes : gunzip(bytes, limits);
  if (tar && isTar(tar)) return made(openTar(tar, name, limits), 'tar', bytes, named, [alipayTemplates(name)]);
  notRead.push(unread(name, '不是可识别的小程序包', 'not a mini-program package that is known'));
  return null;
}

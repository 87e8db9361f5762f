import { canonicalJson } from '../canonical.ts';
import { sha256 } from '../hash.ts';
import { merkleRoot } from '../merkle.ts';
import { isAboutTheSeal, type Manifest, PATHS, type Statement } from '../seal/format.ts';
import { itemLeaves, sortItems } from '../seal/item.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, passed } from './check.ts';

/** The manifest is the signed one, canonical, in order, and its tree has the signed root. */
export const checkManifest = (bundle: Bundle, text: string, manifest: Manifest, statement: Statement): Check[] => {
  const found = bundle.digests.get(PATHS.manifest);
  const stated = statement.manifest;
  const bad = (fault: string, zh: string, en: string) => [broken('manifest', fault, PATHS.manifest, zh, en)];
  if (!found || found.sha256 !== stated.sha256 || found.sm3 !== stated.sm3 || found.bytes !== stated.bytes)
    return bad('changed-manifest', '清单与签名声明不符', 'The manifest is not the one that was signed.');
  if (canonicalJson(JSON.parse(text)) !== text) return bad('form', '清单不是规范形式', 'The manifest is not in canonical form.');
  const ordered = sortItems(manifest.items);
  if (ordered.some((item, i) => item.path !== manifest.items[i]?.path || (i > 0 && item.path === ordered[i - 1]?.path)))
    return bad('order', '清单项目顺序错误或重复', 'Items are out of order or listed twice.');
  const root = merkleRoot(itemLeaves(manifest.items, manifest.seed)).toString('hex');
  if (root !== statement.root || manifest.items.length !== statement.items)
    return bad('root', '默克尔根与签名声明不符', 'The Merkle root is not the one that was signed.');
  return [passed('manifest', `清单 ${statement.items} 项，默克尔根 ${root}`, `${statement.items} items, Merkle root ${root}`)];
};

/** No file beside what was sealed. */
export const checkMembers = (bundle: Bundle, manifest: Manifest, stampPaths: ReadonlySet<string>): Check[] => {
  const sealed = new Set(manifest.items.filter((item) => item.kind === 'member').map((item) => item.path));
  const extra = [...bundle.members.keys()].filter(
    (name) => !sealed.has(name) && (!isAboutTheSeal(name) || (name.endsWith('.tsr') && !stampPaths.has(name))),
  );
  return extra.length === 0
    ? [passed('members', '没有清单之外的文件', 'No member beside what was sealed.')]
    : extra.map((name) => broken('members', 'extra-member', name, `清单里没有的文件：${name}`, `Not in the manifest: ${name}`));
};

/** The list for `sha256sum -c` covers exactly the sealed files. */
export const checkSums = async (bundle: Bundle, manifest: Manifest, statement: Statement): Promise<Check[]> => {
  const lines = [
    ...manifest.items.filter((item) => item.kind === 'member').map((item) => `${item.sha256}  ${item.path}\n`),
    `${statement.manifest.sha256}  ${PATHS.manifest}\n`,
  ];
  const text = (await bundle.read(PATHS.sums).catch(() => Buffer.alloc(0))).toString('utf8');
  return text === lines.toSorted().join('') && sha256(text) === statement.sums.sha256
    ? []
    : [broken('manifest', 'sums', PATHS.sums, '校验和文件与清单不符', 'SHA256SUMS does not match the manifest.')];
};

import { canonicalJson } from '../canonical.ts';
import { type Digests, digestBytes } from '../hash.ts';
import type { Manifest } from '../seal/format.ts';
import type { Item } from '../seal/item.ts';
import { valueAt } from '../seal/pointer.ts';
import { readRecord } from '../wacz/warc-read.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, passed } from './check.ts';

const same = (item: Item, found: Digests | null): boolean =>
  found !== null && item.sha256 === found.sha256 && item.sm3 === found.sm3 && item.bytes === found.bytes;

const isPicture = (item: Item): boolean => item.role === 'screenshot' || item.mediaType.startsWith('image/');

const checkMember = (bundle: Bundle, item: Item): Check | null => {
  const found = bundle.digests.get(item.path) ?? null;
  if (!found) return broken('item', 'missing-member', item.path, `封存的文件不见了：${item.path}`, `Sealed but missing: ${item.path}`);
  if (same(item, found)) return null;
  if (item.role === 'report')
    return broken('item', 'changed-report', item.path, `报告被改动：${item.path}`, `The report was changed: ${item.path}`);
  if (isPicture(item))
    return broken('item', 'changed-picture', item.path, `画面被替换：${item.path}`, `The picture was exchanged: ${item.path}`);
  return broken('item', 'changed-member', item.path, `文件被改动：${item.path}`, `Changed: ${item.path}`);
};

const checkBody = async (bundle: Bundle, item: Item): Promise<Check | null> => {
  const place = item.in;
  const archive = place && bundle.members.get(place.member);
  const where = place ? `${place.member} @${place.offset} ${place.url}` : '';
  if (!archive) return broken('item', 'missing-member', item.path, `档案不见了：${where}`, `The archive is missing: ${where}`);
  const record = await readRecord(bundle.file, archive, { ...place, max: item.bytes }).catch((error: unknown) => String(error));
  if (typeof record !== 'string' && same(item, record.payload) && record.blockOk && record.payloadOk) return null;
  const why = typeof record === 'string' ? record : same(item, record.payload) ? 'the record’s own digests are wrong' : 'other bytes';
  return isPicture(item)
    ? broken(
        'item',
        'changed-picture',
        item.path,
        `画面被替换：${item.path}(${where})`,
        `The picture was exchanged: ${item.path} (${where}): ${why}`,
      )
    : broken(
        'item',
        'changed-body',
        item.path,
        `网络内容被改动：${item.path}(${where})`,
        `The body was changed: ${item.path} (${where}): ${why}`,
      );
};

const checkPart = (item: Item, report: unknown): Check | null => {
  const value = valueAt(report, item.path.slice(item.path.indexOf('#') + 1));
  if (value !== undefined && same(item, digestBytes(Buffer.from(canonicalJson(value), 'utf8')))) return null;
  return broken(
    'item',
    'changed-part',
    item.path,
    `报告中的这一条被改动：${item.path}`,
    `This entry of the report was changed: ${item.path}`,
  );
};

const NAMED = /(?:^|\/)artefacts\/([0-9a-f]{2})\/([0-9a-f]{64})$/;

/** Every sealed item still has its bytes, wherever they lie. */
export const checkItems = async (bundle: Bundle, manifest: Manifest): Promise<Check[]> => {
  const checks: Check[] = [];
  const reports = new Map<string, unknown>();
  for (const item of manifest.items) {
    const name = NAMED.exec(item.path);
    if (name && (name[2] !== item.sha256 || !item.sha256.startsWith(name[1] as string)))
      checks.push(broken('item', 'misnamed', item.path, `名称与内容不符：${item.path}`, `The name is not the digest: ${item.path}`));
    let check: Check | null;
    if (item.kind === 'part') {
      const path = item.path.slice(0, item.path.indexOf('#'));
      if (!reports.has(path)) reports.set(path, await bundle.json(path).catch(() => undefined));
      check = checkPart(item, reports.get(path));
    } else check = item.kind === 'body' ? await checkBody(bundle, item) : checkMember(bundle, item);
    if (check) checks.push(check);
  }
  const order = ['changed-picture', 'changed-body', 'changed-part'];
  const rank = (check: Check): number => (order.includes(check.fault ?? '') ? 0 : 1);
  return checks.length > 0
    ? checks.toSorted((a, b) => rank(a) - rank(b))
    : [passed('item', `全部 ${manifest.items.length} 项内容与封存时一致`, `All ${manifest.items.length} items are as they were sealed.`)];
};

import { open } from 'node:fs/promises';
import type { ZipFaultKind } from '../wacz/zip-read.ts';
import { zipEnding, zipHeader } from '../wacz/zip-write.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, passed } from './check.ts';

const ZH: Record<ZipFaultKind, string> = {
  'not-a-zip': '不是完整的压缩包（目录缺失或被截断）',
  'trailing-data': '文件末尾多出数据',
  comment: '压缩包带有注释',
  'duplicate-member': '压缩包里有同名的两个文件',
  'same-name-other-case': '两个文件名只有大小写不同',
  overlap: '两个文件共用同一段数据',
  'hidden-data': '有不属于任何文件的数据',
  'header-mismatch': '目录与文件头或内容不一致',
  'bad-name': '文件名不安全',
  'compressed-member': '文件被重新压缩过',
  unsupported: '使用了不应有的压缩包功能',
};

/** The zip itself: one reading only, every byte accounted for. */
export const checkContainer = (bundle: Bundle): Check[] =>
  bundle.faults.length === 0
    ? [passed('container', `压缩包完整，共 ${bundle.members.size} 个文件`, `The container is whole: ${bundle.members.size} members.`)]
    : bundle.faults.map((f) =>
        broken(
          'container',
          f.kind,
          f.member,
          `${ZH[f.kind]}${f.member ? `:${f.member}` : ''}`,
          `${f.kind}${f.member ? `: ${f.member}` : ''} (${f.detail})`,
        ),
      );

/**
 * The frame around the members is the one our writer makes for these members and this date. Fields that no reader looks at
 * (dates, attributes, versions) are thereby accounted for too: no bit of the file is free.
 */
export const checkFrame = async (bundle: Bundle, created: string): Promise<Check[]> => {
  const date = new Date(created);
  const members = [...bundle.members.values()].toSorted((a, b) => a.headerAt - b.headerAt);
  const frames = members.map((member) => ({ at: member.headerAt, bytes: zipHeader(member, date, null), name: member.name }));
  const start = Math.max(0, ...members.map((member) => member.dataAt + member.bytes));
  const directory = Buffer.concat(members.map((member) => zipHeader(member, date, member.headerAt)));
  frames.push({ at: start, bytes: Buffer.concat([directory, zipEnding(members.length, start, directory.length)]), name: '' });
  const file = await open(bundle.file, 'r');
  try {
    for (const { at, bytes, name } of frames) {
      const found = Buffer.alloc(bytes.length);
      await file.read(found, 0, bytes.length, at);
      if (!found.equals(bytes))
        return [
          broken(
            'container',
            'header-mismatch',
            name || null,
            `压缩包的${name ? `文件头` : '目录'}不是封存时写下的${name ? `:${name}` : ''}`,
            `The ${name ? `header of ${name}` : 'directory'} is not as it was written when sealed.`,
          ),
        ];
    }
    return [];
  } finally {
    await file.close();
  }
};

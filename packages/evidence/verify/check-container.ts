import type { ZipFaultKind } from '../wacz/zip-read.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, passed } from './check.ts';

const ZH: Record<ZipFaultKind, string> = {
  'not-a-zip': '不是完整的压缩包(目录缺失或被截断)',
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
    ? [passed('container', `压缩包完整,共 ${bundle.members.size} 个文件`, `The container is whole: ${bundle.members.size} members.`)]
    : bundle.faults.map((f) =>
        broken(
          'container',
          f.kind,
          f.member,
          `${ZH[f.kind]}${f.member ? `:${f.member}` : ''}`,
          `${f.kind}${f.member ? `: ${f.member}` : ''} (${f.detail})`,
        ),
      );

import type { Unread } from '../../program.ts';
import type { ConfigBuilder } from '../config/builder.ts';
import { unread } from '../unread.ts';

/** What the configuration promises and nobody handed over: whole subpackages as one entry, single pages by name. */
export function missingPages(config: ConfigBuilder, there: (page: string) => boolean): Unread[] {
  const out: Unread[] = [];
  const plugins = new Map<string, number>();
  const packages = new Map<string, { missing: string[]; all: number }>();
  for (const page of config.pages) {
    const plugin = /(?:^|\/)__plugin__\/([^/]+)\//.exec(page.path)?.[1];
    if (plugin !== undefined) {
      if (!there(page.path)) plugins.set(plugin, (plugins.get(plugin) ?? 0) + 1);
      continue;
    }
    const of = packages.get(page.subpackage ?? '') ?? { missing: [], all: 0 };
    of.all += 1;
    if (!there(page.path)) of.missing.push(page.path);
    packages.set(page.subpackage ?? '', of);
  }
  for (const [name, { missing, all }] of packages) {
    if (missing.length === 0) continue;
    if (name !== '' && missing.length === all) {
      out.push(
        unread(
          name,
          `配置里声明了这个分包（${all} 个页面），但没有提供分包文件`,
          `the configuration declares this subpackage (${all} pages), but it was not provided`,
        ),
      );
      continue;
    }
    for (const page of missing) {
      out.push(
        unread(page, '配置里声明了这个页面，但没有找到它的文件', 'the configuration declares this page, but its files were not found'),
      );
    }
  }
  for (const [plugin, pages] of plugins) {
    out.push(unread(plugin, `第三方插件的代码没有提供（${pages} 个页面）`, `the code of this plugin was not provided (${pages} pages)`));
  }
  return out;
}

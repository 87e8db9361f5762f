import { type FSWatcher, statSync, watch } from 'node:fs';
import type { Language } from '@liangjian/inspect';
import type { Target } from './targets.ts';

/** An editor writes several files for one save, and a build many. */
const QUIET_MS = 200;
const IGNORED = /(^|[\\/])(node_modules|\.git|\.cache)([\\/]|$)/;

/** Runs `again` after changes in the folders or files of the targets, one run at a time, until the process is interrupted. */
export async function watchPrograms(targets: readonly Target[], language: Language, again: () => Promise<unknown>): Promise<void> {
  const paths = targets.flatMap((target) => ('program' in target ? target.program : []));
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let pending = false;
  const rerun = async (): Promise<void> => {
    if (running) {
      pending = true;
      return;
    }
    running = true;
    process.stderr.write(language === 'zh' ? '— 文件有改动，重新检查 —\n' : '— files changed, inspecting again —\n');
    await again();
    running = false;
    if (pending) {
      pending = false;
      void rerun();
    }
  };
  const watchers: FSWatcher[] = paths.map((path) =>
    watch(path, { recursive: statSync(path).isDirectory() }, (_event, name) => {
      if (name !== null && IGNORED.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void rerun(), QUIET_MS);
    }),
  );
  process.stderr.write(language === 'zh' ? '正在等待文件改动，按 Ctrl+C 结束。\n' : 'Waiting for changes; press Ctrl+C to end.\n');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
}

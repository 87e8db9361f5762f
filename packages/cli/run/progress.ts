import type { Language, VisitProgress } from '@liangjian/inspect';
import { oneLine } from '@liangjian/inspect';

const STEPS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  arrive: ['打开页面', 'opening'],
  choice: ['作出选择', 'answering prompts'],
  use: ['走向基本功能', 'using'],
  leave: ['离开', 'leaving'],
  read: ['阅读规则文本', 'reading legal texts'],
  done: ['完成', 'done'],
};
const ORDER = Object.keys(STEPS);
const CELLS = 20;

export interface Progress {
  readonly start: (target: number, label: string) => void;
  readonly step: (target: number, progress: VisitProgress) => void;
  readonly end: (target: number, line: string) => void;
  readonly close: () => void;
}

interface Row {
  readonly label: string;
  readonly arms: Map<string, string>;
}

/** Progress on standard error: live lines on a terminal, else one line when a target begins and one when it ends. */
export function openProgress(
  total: number,
  arms: number,
  language: Language,
  quiet: boolean,
  out: NodeJS.WriteStream = process.stderr,
): Progress {
  const none = () => {};
  if (quiet) return { start: none, step: none, end: none, close: none };
  const rows = new Map<number, Row>();
  const name = (target: number, label: string) => `[${target + 1}/${total}] ${oneLine(label, 60)}`;
  const live = out.isTTY === true;
  let drawn = 0;

  const erase = () => {
    if (drawn > 0) out.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
  };
  const draw = () => {
    if (!live) return;
    erase();
    const lines = [...rows].slice(0, 16).map(([target, row]) => {
      const steps = [...row.arms.values()].map((what) => ORDER.indexOf(what) + 1);
      const part = steps.reduce((sum, step) => sum + step, 0) / (arms * ORDER.length);
      const filled = Math.min(CELLS, Math.round(part * CELLS));
      const last = [...row.arms.values()].at(-1) ?? 'arrive';
      return `${'█'.repeat(filled)}${'░'.repeat(CELLS - filled)} ${name(target, row.label)} ${STEPS[last]?.[language === 'zh' ? 0 : 1] ?? last}`;
    });
    for (const line of lines) out.write(`${line}\n`);
    drawn = lines.length;
  };

  return {
    start(target, label) {
      rows.set(target, { label, arms: new Map() });
      if (live) draw();
      else out.write(`${name(target, label)} …\n`);
    },
    step(target, progress) {
      if (progress.arm === null) return;
      const row = rows.get(target);
      row?.arms.delete(progress.arm);
      row?.arms.set(progress.arm, progress.what);
      draw();
    },
    end(target, line) {
      const label = rows.get(target)?.label ?? '';
      rows.delete(target);
      erase();
      out.write(`${name(target, label)} ${line}\n`);
      draw();
    },
    close: erase,
  };
}

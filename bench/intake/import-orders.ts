import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportTotals } from '@liangjian/platform/import';
import { encoded } from '../../packages/platform/intake/import/testing.ts';
import { serverCpu } from './server-cpu.ts';

export interface ImportCost {
  readonly totals: ImportTotals;
  readonly seconds: number;
  /** Processor of the importing process, and of the database beside it. */
  readonly cpuS: number;
  readonly serverCpuS: number;
  /** Resident memory of the importing process at its highest, and how far that lies above what it had before the file. */
  readonly peakMb: number;
  readonly growthMb: number;
  /** How much more is in use after nine tenths of the file than after one tenth, once what is not used is collected. */
  readonly heldMb: number;
  readonly fileMb: number;
}

const HEAD = '工单编号,受理时间,业务类型,被诉方名称,统一社会信用代码,被诉方地址,所属区,标题,诉求内容,诉求人姓名,联系电话';
const DISTRICTS = ['黄浦区', '徐汇区', '长宁区', '静安区', '浦东新区', '闵行区'];
const STORIES = [
  '扫码点餐必须授权手机号，拒绝以后不能下单，店员说没有别的办法，要求处理并删除本人信息。',
  '健身房办卡要求刷脸，没有其他进门方式，也没有看到任何书面说明，本人不同意提供人脸。',
  '教培机构课程结束以后仍然每天来电推销，已经三次要求停止使用号码，对方没有回应。',
];

/** Orders as a hotline exports them, every fiftieth of them damaged in one of two ways. */
function ordersFile(folder: string, rows: number): { file: string; bytes: number } {
  const lines = Array.from({ length: rows }, (_, n) => {
    const number = n % 50 === 49 ? '3.1E+19' : `SH2026${String(n).padStart(8, '0')}`;
    const time = n % 100 === 48 ? '不详' : `2026-11-${String(1 + (n % 20)).padStart(2, '0')} 09:${String(n % 60).padStart(2, '0')}`;
    const shop = `演示${n % 800}号店（虚构）`;
    return `${number},${time},${n % 3 ? '举报' : '投诉'},${shop},,演示路${n % 300}号,${DISTRICTS[n % DISTRICTS.length]},关于${shop},"${STORIES[n % STORIES.length]}第${n}单",演示人,100${String(n).padStart(8, '0')}`;
  });
  const bytes = encoded([HEAD, ...lines].join('\r\n'), 'gb18030');
  const file = join(folder, 'orders.csv');
  writeFileSync(file, bytes);
  return { file, bytes: bytes.length };
}

/** Imports so many orders in GB18030, in a process of its own beside the one that holds the database in `data`. */
export async function importCost(data: string, rows: number): Promise<ImportCost> {
  const { file, bytes } = ordersFile(data, rows);
  const server = serverCpu(data);
  const child = fork(join(import.meta.dirname, '..', 'subjects', 'import-orders.ts'), [data, file, String(rows)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const told = await Promise.race([once(child, 'message'), ended]);
  if (told === undefined) throw new Error('the import ended without an answer');
  await ended;
  return {
    ...(told[0] as Omit<ImportCost, 'fileMb' | 'serverCpuS'>),
    fileMb: bytes / 2 ** 20,
    serverCpuS: (serverCpu(data) - server) / 1000,
  };
}

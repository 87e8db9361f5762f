import type { Text } from '@liangjian/law';

/** A queue of background work. Payloads hold ids only: whoever reads the queue learns nothing of a tip. */
export interface Queue {
  readonly title: Text;
  /** Minutes of Asia/Shanghai at which it runs by itself, as cron. */
  readonly cron?: string;
  readonly retryLimit?: number;
  readonly expireInSeconds?: number;
  /** One job of a key at a time waits; a second one says nothing new. */
  readonly once?: boolean;
}

/** Every queue there is. They are made by the migration, so that no application role needs to. */
export const queues = {
  'tip.received': { title: { zh: '处理新收到的举报投诉', en: 'Work on a tip that came in' } },
  'tip.material': { title: { zh: '处理举报人补充的材料', en: 'Work on material added by a reporter' } },
  'clock.reckon': { title: { zh: '重新计算期限', en: 'Reckon clocks anew' }, expireInSeconds: 3600, once: true },
  'clock.watch': { title: { zh: '检查将到期和已到期事项', en: 'Look for what is due' }, cron: '5 8 * * *' },
  'import.run': { title: { zh: '导入热线工单', en: 'Import hotline orders' }, expireInSeconds: 3600, retryLimit: 1 },
  'upload.sweep': { title: { zh: '清理未提交的上传', en: 'Clear uploads never sent' }, cron: '20 * * * *', once: true },
  'object.check': {
    title: { zh: '抽查封存的文件', en: 'Check a sample of sealed files' },
    cron: '10 3 * * *',
    once: true,
    expireInSeconds: 7200,
  },
  'session.sweep': { title: { zh: '清理过期会话', en: 'Clear sessions that ended' }, cron: '40 3 * * *', once: true },
  'opening.close': { title: { zh: '关闭到期的身份查看', en: 'Close openings whose time is over' }, cron: '*/10 * * * *', once: true },
  'audit.stamp': { title: { zh: '为审计记录加盖时间戳', en: 'Stamp the audit trail' }, cron: '0 * * * *', once: true, retryLimit: 3 },
  'audit.verify': { title: { zh: '核验审计记录', en: 'Verify the audit trail' }, cron: '30 2 * * *', once: true, expireInSeconds: 7200 },
} as const satisfies Readonly<Record<string, Queue>>;

export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

import type { ErrorRow } from './error-entry.ts';

/** What can go wrong between the platform and its database. */
export const storeErrors: readonly ErrorRow[] = [
  [
    'store-folder-unusable',
    null,
    2,
    '数据库无法在这个数据目录中启动。',
    'The database cannot start in this data folder.',
    '请查看后面的说明；换一个可以写入的目录（例如 /var/lib/liangjian），或者用 DATABASE_URL 指定已有的 PostgreSQL。',
    'See the words that follow; choose a folder that can be written, such as /var/lib/liangjian, or name a PostgreSQL with DATABASE_URL.',
  ],
  [
    'not-permitted',
    403,
    2,
    '您的角色不能办理这一事项。',
    'Your role does not include this act.',
    '请由有权限的人员办理；需要增加权限时请联系本单位管理员。',
    'Let a person with the permission act, or ask the administrator of your office for it.',
  ],
  [
    'repeated-differently',
    409,
    2,
    '同一次提交的内容前后不一致。',
    'The same submission was sent twice with different contents.',
    '请刷新页面，核对已经保存的内容后再办理。',
    'Reload the page and check what was saved before going on.',
  ],
];

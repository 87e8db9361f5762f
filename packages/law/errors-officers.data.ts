import type { ErrorRow } from './error-entry.ts';

/** What an officer can meet when logging in or keeping officers. */
export const officerErrors: readonly ErrorRow[] = [
  [
    'weak-password',
    422,
    2,
    '口令太弱。',
    'The password is too weak.',
    '请用至少 12 个字符、不含用户名的口令，例如几个不相干的词。',
    'Use at least 12 characters without your log-in name, for example several unrelated words.',
  ],
  [
    'invitation-used',
    410,
    2,
    '这个邀请链接已经用过或者过期。',
    'This invitation has been used or has expired.',
    '请管理员重新发出邀请。',
    'Ask the administrator for a new one.',
  ],
];

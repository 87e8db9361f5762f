import type { ErrorRow } from './error-entry.ts';

/** What can happen when the code of a program is read. */
export const programErrors: readonly ErrorRow[] = [
  [
    'no-program-found',
    422,
    2,
    '其中没有找到小程序。',
    'No mini-program was found in it.',
    '请指向小程序的源代码目录（含 app.json、pages.json 或 app.config）、.wxapkg 包或者它们的压缩包；加密包可以用 --app-id 写明 AppID。',
    'Point at the source folder of a mini-program (with app.json, pages.json or app.config), a .wxapkg package, or an archive of these; for an encrypted package name the AppID with --app-id.',
  ],
];

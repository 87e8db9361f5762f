import type { FileRole, MiniPlatform } from '../../program.ts';

/** What an extension says about a file. Names are matched longest first. */
export const ROLES: ReadonlyMap<string, FileRole> = new Map([
  ['.js', 'script'],
  ['.mjs', 'script'],
  ['.cjs', 'script'],
  ['.jsx', 'script'],
  ['.wxs', 'script'],
  ['.sjs', 'script'],
  ['.qs', 'script'],
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.tsx', 'typescript'],
  ['.uts', 'typescript'],
  ['.wxml', 'template'],
  ['.axml', 'template'],
  ['.ttml', 'template'],
  ['.swan', 'template'],
  ['.vue', 'single-file-component'],
  ['.nvue', 'single-file-component'],
  ['.uvue', 'single-file-component'],
  ['.wpy', 'single-file-component'],
  ['.mpx', 'single-file-component'],
  ['.json', 'config'],
  ['.json5', 'config'],
  ['.jsonc', 'config'],
  ['.wxss', 'style'],
  ['.acss', 'style'],
  ['.ttss', 'style'],
  ['.css', 'style'],
  ['.less', 'style'],
  ['.scss', 'style'],
  ['.sass', 'style'],
  ['.styl', 'style'],
  ['.md', 'text'],
  ['.txt', 'text'],
]);

/** The template extension of each platform. */
export const TEMPLATE_OF: Readonly<Record<MiniPlatform, string>> = {
  wechat: '.wxml',
  alipay: '.axml',
  douyin: '.ttml',
  baidu: '.swan',
};

/** Names inside a file name (`index.h5.tsx`) by which Taro, uni-app and mpx choose a file for a target. */
export const TARGET_OF_SUFFIX: ReadonlyMap<string, MiniPlatform | 'other'> = new Map([
  ['weapp', 'wechat'],
  ['wx', 'wechat'],
  ['mp-weixin', 'wechat'],
  ['alipay', 'alipay'],
  ['ali', 'alipay'],
  ['mp-alipay', 'alipay'],
  ['tt', 'douyin'],
  ['mp-toutiao', 'douyin'],
  ['swan', 'baidu'],
  ['mp-baidu', 'baidu'],
  ['h5', 'other'],
  ['web', 'other'],
  ['rn', 'other'],
  ['android', 'other'],
  ['ios', 'other'],
  ['harmony', 'other'],
  ['qq', 'other'],
  ['jd', 'other'],
  ['quickapp', 'other'],
  ['app-plus', 'other'],
]);

export const extensionOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
};

export const withoutExtension = (path: string): string => {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  return dot > slash + 1 ? path.slice(0, dot) : path;
};

import type { MiniPlatform } from '../../program.ts';
import type { PlatformTest } from './conditions.ts';

const OWN: Readonly<Record<MiniPlatform, string>> = {
  wechat: 'MP-WEIXIN',
  alipay: 'MP-ALIPAY',
  douyin: 'MP-TOUTIAO',
  baidu: 'MP-BAIDU',
};

const KNOWN = /^(?:MP(?:-[A-Z0-9]+)?|H5|WEB|APP(?:-[A-Z0-9]+)*|QUICKAPP(?:-[A-Z0-9]+)*|UNI-APP-X|VUE2|VUE3)$/;

/** The names that uni-app defines for a target (https://uniapp.dcloud.net.cn/tutorial/platform.html). */
export const namesOf =
  (platform: MiniPlatform, vue: 2 | 3 | null): PlatformTest =>
  (name) => {
    if (name === OWN[platform] || name === 'MP') return true;
    if (name === 'VUE2' || name === 'VUE3') return vue === null ? null : name === `VUE${vue}`;
    return KNOWN.test(name) ? false : null;
  };

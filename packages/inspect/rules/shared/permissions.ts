import type { Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { text } from './text.ts';

const KNOWN: readonly (readonly [RegExp, Text])[] = [
  [/geo|location|position/i, text('位置', 'location')],
  [/camera|video/i, text('相机', 'camera')],
  [/micro|audio|record/i, text('麦克风', 'microphone')],
  [/contact|address-?book/i, text('通讯录', 'contacts')],
  [/clipboard.?read|^clipboard$/i, text('剪贴板', 'clipboard')],
  [/bluetooth/i, text('蓝牙', 'bluetooth')],
  [/phone|telephony/i, text('电话', 'phone')],
  [/photo|album|media.?library|image/i, text('相册', 'photos')],
  [/storage|files?$/i, text('存储', 'storage')],
  [/sensor|motion|orient|gyro|accelero/i, text('动作传感器', 'motion sensors')],
  [/sms|message/i, text('短信', 'text messages')],
  [/calendar/i, text('日历', 'calendar')],
  [/wifi/i, text('无线网络', 'wi-fi')],
];

/** Browser permissions that open no personal information. */
const HARMLESS = /persistent|storage-access|notification|push|wake|midi|fullscreen|background|clipboard.?(write|sanit)|fonts|idle/i;

/** The permission in words. */
export const permissionWords = (fact: Fact<'permission'>): Text =>
  KNOWN.find(([pattern]) => pattern.test(fact.detail.permission))?.[1] ?? text(fact.detail.permission, fact.detail.permission);

/** Asks for a device capability through which PI is collected. */
function opensPi(fact: Fact<'permission'>): boolean {
  if (fact.pi.length > 0) return true;
  const { permission } = fact.detail;
  return !HARMLESS.test(permission) && KNOWN.some(([pattern]) => pattern.test(permission));
}

/** Permissions asked of the visitor that open PI. */
export const piPermissions = (facts: FactView): readonly Fact<'permission'>[] =>
  facts.of('permission').filter((fact) => fact.detail.stage !== 'read' && opensPi(fact));

/** Asked by the page itself as it opened, or right after the choice; later asks follow from what the visitor does. */
export const askedAtLoad = ({ detail }: Fact<'permission'>): boolean =>
  detail.trigger === 'load' && (detail.stage === 'arrive' || detail.stage === 'choice');

/** Asks for the place of the device. */
export const isLocation = (fact: Fact<'permission'>): boolean =>
  /geo|location|position/i.test(fact.detail.permission) || fact.pi.some((pi) => pi.startsWith('location'));

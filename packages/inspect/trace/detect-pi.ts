import type { PiCategory } from '@liangjian/law';
import type { Leaf } from './leaves.ts';
import { isIdNumber, isLuhn, isMobile } from './validate.ts';

/** PI in a named value that is not one of our canaries. */
export interface Detected {
  readonly category: PiCategory;
  /** `weak`: a value of this form may as well belong to the shop (its own coordinates, say); never held against it alone. */
  readonly certainty: 'strong' | 'weak';
}

const last = (key: string): string =>
  (
    key
      .split(/[.[\]]+/)
      .filter(Boolean)
      .at(-1) ?? key
  )
    .replace(/[^a-zA-Z0-9\u4e00-\u9fa5]/g, '')
    .toLowerCase();

const PHONE_KEY = /(?:phone|mobile|msisdn|shouji|sjh|cellphone|telephone|^tel$|usertel|手机|电话)/;
const SHOP_KEY = /(?:shop|store|merchant|service|hotline|kefu|contactus|customer_?service|branch|company|seller|support|客服|门店|商家)/i;
const PLATFORM_KEY = /^(?:wx|wechat|weixin|ali|alipay|mp|user)?(?:openid|unionid|unionopenid|suboopenid|buyerid|alipayuserid)$/;
const DEVICE_KEY =
  /^(?:imei\d?|oaid|idfa|idfv|androidid|imsi|iccid|caid|meid|openudid|serialno|deviceserial|macaddr(?:ess)?|wifimac|bssid)$/;
const ZEROS = /^[0:-]*$/;

/** PI by form and name. Numbers count only where form, check digit and name leave little doubt. */
export function detectPi({ key, value }: Leaf): Detected | null {
  const name = last(key);
  const text = value.trim();
  if (text === '' || text.length > 200) return null;
  if (PLATFORM_KEY.test(name) && /^[\w-]{12,64}$/.test(text) && !/^(?:undefined|null)$/i.test(text))
    return { category: 'platform-id', certainty: 'strong' };
  if (DEVICE_KEY.test(name) && text.length >= 8 && !ZEROS.test(text) && /\d/.test(text))
    return { category: 'device-id', certainty: 'strong' };
  if (/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text) && !/^(?:00[:-]){5}00$|^(?:02[:-]00[:-])/i.test(text))
    return { category: 'device-id', certainty: 'weak' };
  const digits = text.replace(/^(?:\+|00)?86[\s-]?/, '').replace(/[\s-]/g, '');
  if (isMobile(digits)) {
    const named = PHONE_KEY.test(name);
    return { category: 'phone', certainty: named && !SHOP_KEY.test(key) ? 'strong' : 'weak' };
  }
  if (isIdNumber(text)) return { category: 'id-number', certainty: 'strong' };
  if (/^62\d{14,17}$/.test(digits) && isLuhn(digits))
    return { category: 'bank-card', certainty: /card|bank|acct|account|卡/.test(name) ? 'strong' : 'weak' };
  return null;
}

/** A latitude and a longitude in China among the values. Weak: usually the shop's own place or the corner of a map tile. */
export function detectPlace(leaves: readonly Leaf[]): Detected | null {
  const near = (pattern: RegExp, low: number, high: number) =>
    leaves.some(
      ({ key, value }) => pattern.test(last(key)) && /^-?\d{1,3}\.\d{3,}$/.test(value) && Number(value) >= low && Number(value) <= high,
    );
  return near(/^(?:lat|latitude|wd|weidu|y)$/, 3, 54) && near(/^(?:lng|lon|long|longitude|jd|jingdu|x)$/, 73, 136)
    ? { category: 'location-precise', certainty: 'weak' }
    : null;
}

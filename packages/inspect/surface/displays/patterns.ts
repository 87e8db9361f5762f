import { memo } from '../words/memo.ts';
import type { PiCategory } from '@liangjian/law';
import { isIdNumber, isLuhn, isMobile } from '../../trace/validate.ts';
import { DOUBLE_SURNAMES, NOT_NAMES, SURNAMES } from '../words/display-words.data.ts';

/** A value of the form of PI in a text. */
export interface Shown {
  readonly category: PiCategory;
  readonly value: string;
  readonly masked: boolean;
  readonly start: number;
  /** The form alone is enough; otherwise the words around must speak for it. */
  readonly sure: boolean;
}

const STAR = '[*＊•●×xX]';
const PHONE = /(?<![\d.*-])(?:(?:\+|00)?86[\s-]?)?(1\d{2}[\s-]?\d{4}[\s-]?\d{4})(?![\d.*])/g;
/** In the shape of a mobile number whatever its series, or of one of a known series cut in another way. */
const PHONE_MASKED = new RegExp(
  `(?<![\\d*])(?:1\\d\\d[\\s-]?${STAR}{4}[\\s-]?\\d{4}|1[3-9]\\d[\\s-]?${STAR}{3,6}[\\s-]?\\d{2,4})(?![\\d*])`,
  'g',
);
const ID = /(?<![\dA-Za-z])(\d{17}[\dXx])(?![\dA-Za-z])/g;
const ID_MASKED = new RegExp(`(?<![\\d*])([1-8]\\d{0,5}${STAR}{6,16}\\d{0,4}[\\dXx]?)(?![\\d*A-Za-z])`, 'g');
const PLATE =
  /(?<![A-Z0-9一-龥])([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\s-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Za-z0-9])/g;
const PLATE_MASKED =
  /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\s-]?[A-HJ-NP-Z0-9]{0,3}[*＊]{2,5}[A-HJ-NP-Z0-9]{0,3})/g;
const CARD = /(?<![\d.*-])((?:\d{4}[\s-]){3}\d{1,7}|\d{16,19})(?![\d*])/g;
const CARD_MASKED =
  /((?:\d{4}[\s-]?)?(?:[*＊•]{4}[\s-]?){2,4}\d{3,4})(?!\d)|(?:储蓄卡|信用卡|借记卡|银行卡)[^\d\n]{0,6}(?:尾号)?[((]?(\d{4})[))]?(?!\d)/g;
const NAME_LABEL =
  /(?:真实)?(?:姓名|收货人|收件人|取餐人|取件人|订餐人|下单人|联系人|预约人|预订人|报名人|入住人|乘车人|提货人|持卡人|借款人|中奖人|顾客|买家|客户|业主|房东|车主|学员|家长|访客|寄件人)(?:姓名)?\s*[:：|\s]\s*([\p{Script=Han}·*＊]{1,6})(?![\p{Script=Han}*＊])/gu;
const NAME_BESIDE_PHONE = /(?:^|[\s,，:：|])([\p{Script=Han}*＊]{2,4})\s*(?:先生|女士|小姐)?\s{0,4}(?=(?:\+?86)?1[\d*]{2})/gu;
const TITLED = /(?:^|[\s,，:：|])([\p{Script=Han}])(?:先生|女士|小姐)(?=$|[\s,，。:：|\d])/gu;
const ADDRESS =
  /((?:[\p{Script=Han}]{2,8}(?:省|自治区))?[\p{Script=Han}]{1,8}(?:市|区|县|镇|街道)[\p{Script=Han}\d*＊A-Za-z-]{2,40}?(?:路|街|弄|巷|大道|村|小区|苑|花园|公寓|里)[\p{Script=Han}\d*＊A-Za-z()（）-]{0,24}?[\d*＊]+\s*(?:号|室|栋|幢|单元|楼|层|座)[\d*＊A-Za-z号室栋幢单元楼层座-]{0,16})/gu;

/** Every form has a digit or a sign that hides one, a title, or a label with its colon. */
const MAY_SHOW = /[\d*＊•●×]|先生|女士|小姐|[名人客家户东主员长][:：|\s]/;

/** All values of the form of PI in one line of text, in order. */
export const shownIn = memo((text: string): readonly Shown[] => (MAY_SHOW.test(text) ? read(text) : []));

function read(text: string): readonly Shown[] {
  const found: Shown[] = [];
  const add = (category: PiCategory, match: RegExpMatchArray, value: string, masked: boolean, sure: boolean) => {
    const start = match.index ?? 0;
    if (found.some((one) => start < one.start + one.value.length && start + match[0].length > one.start && one.category !== 'name')) return;
    found.push({ category, value, masked, start, sure });
  };
  for (const match of text.matchAll(ID)) if (isIdNumber(match[1] ?? '')) add('id-number', match, match[1] ?? '', false, true);
  for (const match of text.matchAll(ID_MASKED)) {
    const length = (match[1] ?? '').length;
    if (length >= 15 && length <= 18) add('id-number', match, match[1] ?? '', true, true);
  }
  for (const match of text.matchAll(PHONE)) {
    const digits = (match[1] ?? '').replace(/\D/g, '');
    add('phone', match, digits, false, isMobile(digits));
  }
  for (const match of text.matchAll(PHONE_MASKED)) add('phone', match, match[0], true, true);
  for (const match of text.matchAll(PLATE)) if (/\d/.test(match[1] ?? '')) add('plate', match, match[1] ?? '', false, true);
  for (const match of text.matchAll(PLATE_MASKED)) add('plate', match, match[1] ?? '', true, true);
  for (const match of text.matchAll(CARD)) {
    const digits = (match[1] ?? '').replace(/\D/g, '');
    if (isLuhn(digits) && digits.length >= 16) add('bank-card', match, digits, false, false);
  }
  for (const match of text.matchAll(CARD_MASKED)) add('bank-card', match, match[0], true, match[2] !== undefined);
  for (const match of text.matchAll(ADDRESS)) add('address', match, match[1] ?? '', /[*＊]{2}/.test(match[1] ?? ''), false);
  for (const pattern of [NAME_LABEL, NAME_BESIDE_PHONE]) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (isName(value) && !found.some((one) => one.category === 'name' && one.value === value))
        add('name', match, value, /[*＊]/.test(value), true);
    }
  }
  for (const match of text.matchAll(TITLED)) if (SURNAMES.includes(match[1] ?? '-')) add('name', match, match[0].trim(), true, false);
  return found.sort((a, b) => a.start - b.start);
}

/** Two to four characters that begin with a family name, or a name with stars in it. */
function isName(value: string): boolean {
  // 「车源号」, 「单号」, 「均价」 begin like a name and are a label.
  if (/(号|号码|编号|单|码|费|价|量|数)$/.test(value)) return false;
  if (NOT_NAMES.test(value)) return false;
  if (/[*＊]/.test(value)) return /^[\p{Script=Han}]?[*＊]{1,3}[\p{Script=Han}]?$/u.test(value) && /\p{Script=Han}/u.test(value);
  const bare = value.replace(/(先生|女士|小姐)$/, '');
  if (DOUBLE_SURNAMES.test(bare)) return bare.length >= 3 && bare.length <= 4;
  return bare.length >= 2 && bare.length <= 3 && SURNAMES.includes(bare[0] ?? '-');
}

import type { PiCategory } from '@liangjian/law';
import { isIdNumber, isMobile } from './validate.ts';

/** PI of people in what a server returned, distinct values per category. */
export interface Returned {
  readonly category: PiCategory;
  readonly value: string;
  readonly masked: boolean;
}

const PERSON = new Set(
  'owner owners ownername linkman recipient addressee resident residents payer holder user users username userphone usermobile nick nickname openid unionid member members memberno realname truename idcard idno receiver receivers consignee gender sex birthday birth customer customers avatar plate plateno order orders orderno orderid buyer buyers guest guests passenger passengers parent parents student students child children applicant applicants appointment appointments booking bookings reservation reservations queue visitor visitors patient patients tenant tenants borrower borrowers tablerecord comments reviews'.split(
    ' ',
  ),
);
const PLACE =
  /shop|store|merchant|branch|outlet|\bpoi\b|hotline|service|kefu|company|business|open_?time|opening|lat(?:itude)?$|lng$|longitude|franchise|support|headquarter|distance/i;
const STAFF = /agent|broker|staff|advisor|consultant|sales|teacher|coach|manager|courier|rider|driver|waiter|employee/i;
const PHONE_KEY = /phone|mobile|tel|shouji|contact|手机|电话/i;
const PLACE_NAME = /(?:店|中心|馆|公司|部|超市|广场|场|院|厅|门市|校区|分校|站|学校)$/u;
const ID_KEY = /id_?(?:no|num|number|card)|card_?(?:no|id|num)|cert|identity|sfz|身份证/i;
const MASKED_PHONE = /^1[3-9]\d[*•×xX]{4,5}\d{3,4}$/;
const MASKED_ID = /^\d{1,6}[*•×xX]{6,16}[\dX]{1,4}$/;
/** Words of a name: `userPhone`, `user_phone`, `USER-PHONE`. */
const ofPerson = (name: string): boolean =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => PERSON.has(word));

const MAX_NODES = 200_000;

/**
 * Mobile and ID numbers of people in a JSON answer. A number is a person's when its record is (an order, a member, a name beside it that is
 * no shop's); a shop's, a hotline's or a staff member's published number is not counted, nor is a single number nobody is named with.
 */
export function returnedInJson(root: unknown, own: readonly string[]): readonly Returned[] {
  const sure: Returned[] = [];
  const unsure: Returned[] = [];
  let nodes = 0;
  const visit = (value: unknown, key: string, path: string, siblings: Readonly<Record<string, unknown>>): void => {
    nodes += 1;
    if (nodes > MAX_NODES || value === null || value === undefined) return;
    if (typeof value === 'object') {
      const around = Array.isArray(value) ? siblings : (value as Record<string, unknown>);
      for (const [name, item] of Object.entries(value))
        visit(item, Array.isArray(value) ? key : name, Array.isArray(value) ? path : `${path}.${name}`, around);
      return;
    }
    const text = String(value).trim();
    if (own.some((canary) => text.includes(canary))) return;
    // A field that says what it holds is taken at its word; without a name the check digit must speak.
    const id = isIdNumber(text) || (ID_KEY.test(key) && /^\d{17}[\dX]$/i.test(text));
    if (id || (MASKED_ID.test(text) && ID_KEY.test(key))) {
      sure.push({ category: 'id-number', value: text, masked: !id });
      return;
    }
    const digits = text.replace(/^(?:\+|00)?86[\s-]?/, '').replace(/[\s-]/g, '');
    const masked = MASKED_PHONE.test(text);
    if (!masked && !isMobile(digits) && !(PHONE_KEY.test(key) && /^1\d{10}$/.test(digits))) return;
    const names = Object.keys(siblings);
    const named = Object.entries(siblings).some(
      ([name, item]) => /name|title/i.test(name) && typeof item === 'string' && PLACE_NAME.test(item),
    );
    const parent = path.split('.').at(-2) ?? '';
    if (PLACE.test(key) || PLACE.test(parent) || STAFF.test(path) || named) return;
    if (ofPerson(path) || names.some(ofPerson)) sure.push({ category: 'phone', value: digits, masked });
    else if (!PLACE.test(path) && !names.some((name) => PLACE.test(name)) && PHONE_KEY.test(key))
      unsure.push({ category: 'phone', value: digits, masked });
  };
  visit(root, '', '', {});
  const several = new Set(unsure.map(({ value }) => value)).size > 1;
  return distinct([...sure, ...(several ? unsure : [])]);
}

const HOTLINE = /热线|客服|电话|联系|咨询|加盟|招商|投诉|服务|预约|tel:|phone|hotline|contact|whatsapp|地址/i;
const PERSON_WORD = /姓名|用户|会员|订单|收货|家长|业主|顾客|客户|收件|先生|女士|车主|学员|借款人|手机号/;

/** The same in a page's HTML or text, by the words around a number. */
export function returnedInText(html: string, own: readonly string[]): readonly Returned[] {
  const text = html.replace(/<[^>]{0,2000}>/g, ' ').replace(/\s+/g, ' ');
  const phones = [...text.matchAll(/(?<![\w.*-])(?:\+?86[ -]?)?(1\d\d(?:\d{8}|[*•×]{4}\d{4}))(?![\w.*-])/g)].flatMap(
    (match): Returned[] => {
      const value = match[1] ?? '';
      const masked = MASKED_PHONE.test(value);
      const before = text.slice(Math.max(0, match.index - 24), match.index);
      const around = before + text.slice(match.index, match.index + 40);
      if (
        own.includes(value) ||
        (!masked && !isMobile(value)) ||
        !PERSON_WORD.test(around) ||
        (HOTLINE.test(before) && !PERSON_WORD.test(before))
      )
        return [];
      return [{ category: 'phone', value, masked }];
    },
  );
  const ids = [...text.matchAll(/(?<![\w.-])\d{17}[\dXx](?![\w.-])/g)].flatMap(([value]): Returned[] =>
    isIdNumber(value) && !own.includes(value) ? [{ category: 'id-number', value, masked: false }] : [],
  );
  return distinct([...phones, ...ids]);
}

const distinct = (items: readonly Returned[]): readonly Returned[] => [
  ...new Map(items.map((item) => [`${item.category} ${item.value}`, item])).values(),
];

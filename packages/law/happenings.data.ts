import type { ViolationKind } from './requirement.ts';
import type { Text } from './text.ts';

/** What can happen to a consumer, in the consumer's words, and the kind of violation it points to. Null: it points to none by itself. */
export interface Happening {
  readonly code: string;
  readonly text: Text;
  readonly kind: Exclude<ViolationKind, 'none'> | null;
}

/** The public form offers these; the order is the order of the kinds. Nobody has to know the law to choose. */
export const happenings: readonly Happening[] = [
  {
    code: 'forced-phone',
    kind: 'K1',
    text: { zh: '不给手机号（或者不注册、不登录）就不能用', en: 'It could not be used without a phone number, registration or log-in' },
  },
  {
    code: 'forced-follow',
    kind: 'K1',
    text: { zh: '要先关注公众号或者授权微信信息才能继续', en: 'I had to follow an account or hand over my WeChat profile first' },
  },
  { code: 'forced-location', kind: 'K1', text: { zh: '不给定位就不能用', en: 'It could not be used without my location' } },
  {
    code: 'asked-too-much',
    kind: 'K1',
    text: { zh: '要的信息太多，跟这件事没有关系', en: 'It asked for more than the matter needs' },
  },
  { code: 'face', kind: 'K1', text: { zh: '要刷脸，没有别的办法', en: 'Only face recognition was offered' } },
  { code: 'child', kind: 'K1', text: { zh: '收集了孩子的信息', en: 'Data of my child were collected' } },
  {
    code: 'no-real-choice',
    kind: 'K1',
    text: { zh: '默认替我勾了同意，或者点了不同意还是照样收集', en: 'Consent was ticked for me, or my refusal changed nothing' },
  },
  {
    code: 'passed-on',
    kind: 'K2',
    text: { zh: '我的信息被卖了、泄露了，或者给了别的公司', en: 'My data were sold, leaked or given to another company' },
  },
  {
    code: 'strangers-know',
    kind: 'K2',
    text: { zh: '办完这件事以后，不认识的人知道了我的信息', en: 'After this, strangers knew my data' },
  },
  {
    code: 'left-open',
    kind: 'K3',
    text: { zh: '别人的信息随便就能看到（表格、单据、网页没有保护）', en: 'Other people’s data lay open: lists, slips, pages' },
  },
  {
    code: 'marketing',
    kind: 'K4',
    text: { zh: '没同意就收到广告短信或者推销电话', en: 'I got advertising messages or calls without agreeing' },
  },
  {
    code: 'marketing-after-refusal',
    kind: 'K4',
    text: { zh: '拒绝或者退订以后还在发', en: 'It went on after I had refused or unsubscribed' },
  },
  {
    code: 'no-policy',
    kind: 'K5',
    text: {
      zh: '没有隐私政策，或者找不到、打不开、看不懂',
      en: 'There was no privacy policy, or it could not be found, opened or understood',
    },
  },
  {
    code: 'not-deleted',
    kind: 'R',
    text: { zh: '要求删除、更正或者注销，不给办', en: 'My wish to delete, correct or close my account was not met' },
  },
  { code: 'other', kind: null, text: { zh: '其他，或者说不清', en: 'Something else, or not sure' } },
];

const byCode: ReadonlyMap<string, Happening> = new Map(happenings.map((one) => [one.code, one]));

/** Kinds that some happenings point to, each once, in the order of the list; unknown codes count for nothing. */
export function kindsOfHappenings(codes: readonly string[]): readonly Exclude<ViolationKind, 'none'>[] {
  const chosen = new Set(codes);
  return [...new Set(happenings.flatMap(({ code, kind }) => (chosen.has(code) && kind !== null ? [kind] : [])))];
}

/** Happening by code, or undefined. */
export const findHappening = (code: string): Happening | undefined => byCode.get(code);

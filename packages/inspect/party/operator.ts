import type { Evidence, Fact } from '../facts/fact.ts';
import { makeFact } from '../facts/make-fact.ts';

export type OperatorBasis = Fact<'operator'>['detail']['basis'];

/** One record of who runs the touchpoint, as read in a text. */
export interface OperatorRecord {
  readonly basis: OperatorBasis;
  /** Company as written, null when the record is only a number. */
  readonly company: string | null;
  /** Filing or licence number in its normal form. */
  readonly number: string | null;
  readonly span: { readonly start: number; readonly end: number; readonly quote: string };
}

const PROVINCE = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const COMPANY =
  '[\\p{Script=Han}A-Za-z0-9（）()·&]{2,40}?(?:有限责任公司|股份有限公司|有限公司|股份公司|合伙企业(?:[（(]有限合伙[）)])?|个人独资企业|经营部|商行|商店|餐饮店|事务所|工作室|培训学校|培训中心)(?:[\\p{Script=Han}]{2,10}分公司)?';

const ICP = new RegExp(`([${PROVINCE}])\\s*ICP\\s*备\\s*(\\d{8}(?:\\d{2})?)\\s*号(?:\\s*[-－—]\\s*(\\d{1,4}[A-Z]?))?`, 'giu');
const POLICE = new RegExp(`([${PROVINCE}])公网安备\\s*(\\d{13,14})\\s*号?`, 'gu');
const USCC = /(?<![0-9A-Z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Z])/g;
const COPYRIGHT = new RegExp(`(?:©|&copy;|\\(c\\)|copyright|版权所有|版权归)[\\s©:：|0-9a-z.,\\-–—]{0,40}?(${COMPANY})`, 'giu');
/** A name that stands right before the filing number; whoever only built the page is said to have built it. */
const BEFORE_ICP = new RegExp(
  `(?<!技术支持\\s*[:：]?\\s*|技术|支持|建设|制作|设计|提供)(?<![\\p{Script=Han}A-Za-z0-9（）()·&])(${COMPANY})[\\s|｜·•,，-]{0,6}(?:ICP备案号?\\s*[:：]?\\s*)?(?=[${PROVINCE}]\\s*ICP\\s*备)`,
  'giu',
);
const CONTROLLERS = [
  new RegExp(
    `(?:个人信息处理者|运营者|运营主体|开发者|经营者|公司名称|服务提供者|产品提供方)(?:名称)?\\s*(?:[:：]|为|是|系)\\s*[“"]?(${COMPANY})`,
    'gu',
  ),
  new RegExp(`(?:我们|本公司)[”"]?\\s*(?:是指|指|即|系)\\s*[“"]?(${COMPANY})`, 'gu'),
  new RegExp(
    `(?:^|[。；;，,、：:\\s由（(“"])(${COMPANY})(?:及其关联公司)?\\s*[（(]\\s*(?:以下|下称|下文|简称)[^）)]{0,20}(?:我们|本公司|公司)`,
    'gmu',
  ),
  new RegExp(`本(?:隐私)?(?:政策|协议|声明|指引|规则)由\\s*(${COMPANY})`, 'gu'),
];

const USCC_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: the last of 18 characters checks the other 17 (weights 3^i, modulo 31). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const digit of code.slice(0, 17)) {
    const value = USCC_DIGITS.indexOf(digit);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_DIGITS[(31 - (sum % 31)) % 31] === code[17];
}

/** Records of the operator in a page's or a policy's text, in the order met, each once. Pure. */
export function operatorRecords(text: string, from: 'page' | 'policy'): readonly OperatorRecord[] {
  const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length, quote: match[0].trim() });
  const company = (basis: OperatorBasis, pattern: RegExp): OperatorRecord[] =>
    [...text.matchAll(pattern)].map((match) => ({ basis, company: tidy(match[1] ?? ''), number: null, span: spanOf(match) }));
  const records: OperatorRecord[] = [
    ...[...text.matchAll(ICP)].map((match) => ({
      basis: 'icp' as const,
      company: null,
      number: `${match[1]}ICP备${match[2]}号${match[3] ? `-${match[3].toUpperCase()}` : ''}`,
      span: spanOf(match),
    })),
    ...[...text.matchAll(POLICE)].map((match) => ({
      basis: 'police-record' as const,
      company: null,
      number: `${match[1]}公网安备${match[2]}号`,
      span: spanOf(match),
    })),
    ...[...text.matchAll(USCC)]
      .filter((match) => isCreditCode(match[0]))
      .map((match) => ({ basis: 'licence' as const, company: null, number: match[0], span: spanOf(match) })),
    ...company('copyright', COPYRIGHT),
    ...company('copyright', BEFORE_ICP),
    ...(from === 'policy' ? CONTROLLERS.flatMap((pattern) => company('policy-controller', pattern)) : []),
  ];
  const seen = new Set<string>();
  return records
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ basis, company: name, number }) => {
      const key = `${basis} ${name} ${number}`;
      return !seen.has(key) && seen.add(key);
    });
}

const tidy = (name: string): string =>
  name
    .replace(
      /^(?:我的|首页|关于我们|联系我们|用户协议|隐私政策|服务条款|帮助中心|更多|由|和|您与|您和|与|及|的|是|为|指|归|属于|对于)+/u,
      '',
    )
    .trim();

/** The records as facts; `evidenceOf` says where the text lies. */
export function operatorFacts(
  text: string,
  from: 'page' | 'policy',
  evidenceOf: (span: OperatorRecord['span']) => Evidence[],
): Fact<'operator'>[] {
  return operatorRecords(text, from).map(({ basis, company, number, span }) =>
    makeFact('operator', {
      phase: 'static',
      pi: [],
      party: null,
      label: company ?? number ?? '',
      detail: { basis, number },
      evidence: evidenceOf(span),
      stable: [basis],
    }),
  );
}

/** A shop's name taken apart. */
export interface FoldedName {
  /** What two spellings of one name share; empty when nothing is left. */
  readonly key: string;
  /** The name without place, legal form and branch: what shops of one chain share. */
  readonly brand: string;
  /** `人民广场店`, or null. */
  readonly branch: string | null;
}

const FORM = /(?:股份)?有限(?:责任)?公司|股份公司|个体工商户|有限合伙|合伙企业|个人独资企业|集团|总公司/g;
const TRADE = /(?:餐饮|商贸|贸易|食品|酒店|企业|投资|信息|网络|科技|文化|教育|健身|汽车)?(?:管理|服务|销售|咨询|发展|科技|培训)*$/;

/**
 * Folds the name of an operator or shop for comparison: width, case, spaces and signs, `上海(市)` and districts in front, the legal form.
 * Two names with the same key are likely one; different keys prove nothing.
 */
export function foldName(name: string): FoldedName {
  const plain = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const bracket = /[(【[]([^)】\]]{1,30})[)】\]]/.exec(plain);
  const inBracket = bracket?.[1] ?? '';
  const isPlace = /^(?:中国|上海|上海市)$/.test(inBracket);
  const outside = plain.replace(/[(【[][^)】\]]{0,30}[)】\]]/g, isPlace ? '' : '');
  const tail = /^(.{2,}?)([\p{Script=Han}a-z0-9]{2,10}(?:分店|门店|旗舰店|专卖店|分公司))$/u.exec(outside);
  const branch = !isPlace && /店|分公司|分部|校区|门店|中心/.test(inBracket) ? inBracket : null;
  const base = (branch === null && tail?.[1] ? tail[1] : outside).replace(/[^\p{Script=Han}a-z0-9]/gu, '');
  const legal = base
    .replace(FORM, '')
    .replace(/^(?:中国)?(?:上海市?)?/, '')
    .replace(/^[\p{Script=Han}]{2,3}(?:新区|区|县)(?=[\p{Script=Han}a-z0-9]{2})/u, '');
  const brand = legal.replace(TRADE, '') || legal || base;
  const place = branch ?? (branch === null ? (tail?.[2] ?? null) : null);
  return { key: `${legal || base}${place ?? ''}`.replace(/[^\p{Script=Han}a-z0-9]/gu, ''), brand, branch: place };
}

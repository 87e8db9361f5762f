import type { Text } from '@liangjian/law';
import type { Fact } from '../../facts/fact.ts';
import type { FactView } from '../rule.ts';
import { ownTexts } from './exculpation.ts';
import { quote, text } from './text.ts';

/** What the policy says and what the pages say of who runs the shop, where the two do not go together. */
export interface Mismatch {
  readonly facts: readonly Fact[];
  readonly words: Text;
}

/** Words of company names that tell nobody apart. */
const COMMON =
  /[（(][^）)]*[）)]|(股份|集团)?有限(责任)?公司|分公司|集团|合伙企业|经营部|商行|商店|餐饮店|工作室|培训(学校|中心)?|北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|[\p{Script=Han}]{2,3}(省|市|自治区)|餐饮|管理|网络|科技|技术|信息|服务|商贸|贸易|咨询|文化|传播|传媒|投资|实业|发展|电子商务|商务|汽车|销售|房产|房地产|经纪|教育|健康|停车|饮品|食品|百货|超市|智能|数据|软件|国际|中国/gu;

/** Both hold two characters in a row that tell a company apart: the same one, a branch, or one of a group. */
function isKin(a: string, b: string): boolean {
  const pairs = (name: string) => {
    const rest = name.replaceAll(COMMON, ' ');
    return [...rest].flatMap((_, at) => (/^\S{2}$/.test(rest.slice(at, at + 2)) ? [rest.slice(at, at + 2)] : []));
  };
  const own = pairs(a);
  const others = new Set(pairs(b));
  // A name of common words only can be compared with nothing.
  return own.length === 0 || others.size === 0 || own.some((pair) => others.has(pair));
}

/** The policy's processor is not the company in the foot of the pages; null when they agree or either is not named. */
export function otherController(facts: FactView): Mismatch | null {
  const shown = facts.of('operator').filter(({ detail, label }) => detail.basis === 'copyright' && label.length >= 4);
  const texts = ownTexts(facts).filter(({ detail }) => detail.controller !== null);
  const first = texts[0];
  const said = first?.detail.controller ?? '';
  const near = shown[0];
  if (!first || !near || texts.some(({ detail }) => shown.some(({ label }) => isKin(label, detail.controller ?? '')))) return null;
  return {
    facts: [first, near],
    words: text(
      `隐私政策写明的处理者是 ${quote(said).zh}，页面标示的经营者是 ${quote(near.label).zh}，是否为本店的政策须核对`,
      `the policy names ${quote(said).en} as the processor while the pages name ${quote(near.label).en}; whether it is this shop’s policy must be checked`,
    ),
  };
}

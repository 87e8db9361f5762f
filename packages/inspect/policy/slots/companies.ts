const FORM =
  '(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|合伙企业(?:（有限合伙）)?|个人独资企业|经营部|商行|商店|餐饮店|饭店|酒店|茶铺|药房|超市|事务所|工作室|培训学校|培训中心|服务中心|中心|银行|医院|学校|幼儿园|合作社|人民政府(?:办公[厅室])?|管理委员会|报社|出版社|电视台|广播电台|协会|基金会|博物馆|图书馆|研究院)(?:[\\p{Script=Han}]{2,10}分公司)?';
/** Folded text: Latin letters are lower case, brackets wide. */
const COMPANY = new RegExp(`[\\p{Script=Han}a-z0-9（）()·&]{2,36}?${FORM}`, 'gu');
/** Cheap look before the long one. */
const MAYBE =
  /公司|企业|经营部|商行|店|铺|药房|超市|事务所|工作室|学校|中心|银行|医院|幼儿园|合作社|政府|委员会|报社|出版社|电视台|电台|协会|基金会|博物馆|图书馆|研究院/;
const LEGAL = /(?:公司|合伙企业(?:（有限合伙）)?|独资企业|经营部|商行|事务所|工作室)$/;
const LEAD =
  /^(?:.{0,12}(?:会|将|可能|需要?|须|可以|已)(?:向|与|和|给|由|委托|把))|^(?:.*(?:是由|系由|提供者为|运营者为|名称为|主体为|处理者为|处理者是|公司名称|是指|即为|服务由|产品由|归属于|隶属于|(?:政策|协议|声明|指引|规则|文本|说明)由))|^(?:由|和|与|及|以及|或|的|是|为|指|即|系|归|向|给|对|在|如|例如|包括|其中|我们|本|该|各|其|同|委托|通过|欢迎使用|感谢您使用|尊敬的用户|版权所有|联合|提供给|共享给)+/u;
const NOT_A_NAME =
  /^(?:关联|第三方|合作|母|子|分|总|本|该|我|贵|其他|上述|相关|集团|广告|物流|支付|服务|有限|股份|云服务|保险|网络|征信|境外|任何|其它|控股|附属)?(?:有限)?(?:公司|中心|银行|医院|学校|酒店|商店|超市|饭店|服务中心)$|^(?:客服|个人|用户|设置|帮助|数据|安全|会员|隐私|账号|消息|信息|管理|反馈|互助)/;

export interface CompanyName {
  readonly name: string;
  /** Place in the given text. */
  readonly at: number;
  /** The name has a legal form, not only the look of one. */
  readonly legal: boolean;
}

/** Names of companies, firms and shops in a folded stretch of text, lead-in words taken off. */
export function companiesIn(text: string): CompanyName[] {
  if (!MAYBE.test(text)) return [];
  return [...text.matchAll(COMPANY)].flatMap((match) => {
    const bare = match[0].replace(LEAD, '').replace(/^(?:欢迎)?(?:您|你)?使用(?:由)?/, '');
    // An open bracket without its end is the start of an aside, and the name stands inside it.
    const name = bare.includes('）')
      ? bare
      : bare
          .slice(bare.lastIndexOf('（') + 1)
          .replace(LEAD, '')
          .replace(/^原(?=.{6})/, '');
    if (name.length < 4 || NOT_A_NAME.test(name)) return [];
    return [{ name, at: match.index + match[0].length - name.length, legal: LEGAL.test(name) || /公司/.test(name) }];
  });
}

/** What an unfilled template leaves behind, in folded text. */
const TEMPLATE =
  /x{2,}(?:公司|科技|有限|网络|平台|店|app|小程序|产品|省|市|区|路|号|年)|某某(?:公司|平台|店|科技)|\[[^\]\n]{0,12}(?:公司|名称|填写|日期|邮箱|电话|地址|年|产品|主体|联系)[^\]\n]{0,10}\]|【[^】\n]{0,10}(?:填写|公司名称|插入|待补充|主体名称|app名称|产品名称|公司全称|联系电话|联系邮箱|注册地址|公司地址|邮箱地址|xx)[^】\n]{0,10}】|[_]{3,}|x{2,}@x{1,}|(?:此处|这里)(?:填写|插入|填入)|\{\{[^}\n]{1,30}\}\}|\$\{[^}\n]{1,30}\}|(?:您|贵)(?:的)?公司名称|（示例公司名称）|your company/;

/** The remnant in a sentence, null when there is none. */
export const templateIn = (sentence: string): string | null => TEMPLATE.exec(sentence)?.[0] ?? null;

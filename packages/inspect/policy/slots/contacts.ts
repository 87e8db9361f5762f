const MAIL = /[a-z0-9][a-z0-9._+-]{0,40}(?:@|\[at\]|#at#)[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20}){1,3}/g;
const PHONE =
  /(?<![\d.@-])(?:(?:\+?86[- ]?)?1\d{10}|(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}(?:[- 转]\d{1,5})?|400[- ]?\d{3,4}[- ]?\d{3,4}|800[- ]?\d{3}[- ]?\d{4}|95\d{3,4}|1010\d{4}|123\d{2})(?![\d-])/g;
const ADDRESS =
  /(?<!(?:ip|mac|收货|邮箱|收件|寄件|网络|物理|送货|配送|网址|邮件|您的|电子) ?)(?:地址|住所|住所地|办公地点|通信地址|注册地)(?:为|是|位于|[：: ])[：: ]*([\p{Script=Han}\da-z（）()\-－—·#号 ]{6,60}?)(?=[。；，,;\n]|邮编|邮政|电话|联系|$)|(?:[\p{Script=Han}]{2,9}(?:省|自治区)|[\p{Script=Han}]{2,6}市)[\p{Script=Han}]{1,10}(?:区|县|市|镇)[\p{Script=Han}\da-z]{1,24}(?:路|街|道|巷|大厦|广场|园|号|村)[\p{Script=Han}\da-z-]{0,24}/gu;

export interface Contacts {
  readonly mails: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => (match[1] ?? match[0]).trim())),
];

/** E-mail addresses, phone numbers and postal addresses of a sentence, folded. */
export const contactsIn = (sentence: string): Contacts => ({
  mails: all(sentence, MAIL),
  phones: all(sentence, PHONE),
  addresses: all(sentence, ADDRESS),
});

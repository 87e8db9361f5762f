import type { FactDetails } from '../facts/fact.ts';
import type { ClauseReading } from './clause.ts';
import type { Outline, Sentence } from './text/outline.ts';

export type ControlRole = FactDetails['control']['role'];

/** A way to use a right as the text describes it. */
export interface ToldControl {
  readonly role: ControlRole;
  readonly conditions: readonly string[];
  readonly sentence: Sentence;
}

const ROLES: readonly (readonly [role: ControlRole, elements: readonly string[], words: RegExp])[] = [
  ['account-closing', ['account-closing'], /注销|销户|关闭|退会|close|delete/],
  ['deletion', ['correction-deletion', 'rights-how', 'rights-channel'], /删除|清除|delete/],
  ['correction', ['correction-deletion', 'rights-how', 'rights-channel'], /更正|修改|更新|编辑|修正|纠正/],
  ['access', ['rights-how', 'rights-channel'], /查阅|查询|查看|访问|复制|导出/],
  ['consent-withdrawal', ['consent-withdrawal'], /./],
  ['complaint', ['complaint-channel'], /./],
  ['personalisation-switch', ['automated-decision'], /关闭|退订|拒绝|退出|停止|取消|屏蔽|不接受|开关|管理|opt/],
  ['marketing-switch', ['marketing-choice'], /关闭|退订|拒收|拒绝|退出|停止|取消|td|不接收|不再|开关|opt/],
];
const OFFERS =
  /可|能|有权|通过|点击|进入|联系|发送|拨打|向我们|申请|请求|要求|权利|路径|方式|退订|回复|支持|如需|如果|若|设置|打开|请|前往|登录|入口|在“/;

const CONDITIONS =
  /手持(?:身份证|证件)[\p{Script=Han}]{0,4}|身份证[^。；，、\n]{0,6}(?:照片?|复印件|正反面|扫描件|原件)|线下(?:办理|提交|申请|核验|门店)?|书面(?:申请|请求|形式|方式|材料)|邮寄[^。；，\n]{0,10}|(?:到店|前往|亲自到|本人到|携带)[^。；，\n]{0,14}(?:门店|营业厅|柜台|前台|网点|办理|证件)|(?:提供|提交|出具|上传)[^。；，\n]{0,14}(?:证明|材料|凭证|照片|证件|文件)|(?:手续费|工本费|服务费|收取[^。；，\n]{0,10}费用)|(?:无|没有|结清|不存在|处理完)[^。；，\n]{0,10}(?:未完成|未结|欠款|余额|订单|争议|纠纷|在途)[^。；，\n]{0,6}|放弃[^。；，\n]{0,16}(?:积分|权益|余额|优惠)|公证[^。；，\n]{0,6}|仅(?:能|可|限|支持)[^。；，\n]{0,16}(?:电话|邮寄|线下|书面|门店)|(?:验证|核验|核实|确认)[^。；，\n]{0,8}身份|人脸(?:识别|核验)|注册满[^。；，\n]{1,10}|\d{1,3}\s*个?(?:工作日|天|日)(?:之)?(?:内|后)/gu;
const WAIVED = /无需|不需|无须|不要求|不设置|不收取|免费|不必/;

/** Ways to use rights the text offers, one for every role, with the conditions it sets in the same section. */
export function toldControls(outline: Outline, clauses: readonly ClauseReading[]): ToldControl[] {
  return ROLES.flatMap(([role, elements, words]) => {
    const sentences = clauses
      .filter(({ element, verdict }) => elements.includes(element) && verdict === 'present')
      .flatMap((clause) => clause.sentences)
      .filter(({ text }) => words.test(text) && OFFERS.test(text) && !REFUSES.test(text));
    const sentence = sentences[0];
    if (!sentence) return [];
    const conditions = sentences.flatMap((one) => [one, ...followers(outline, one, words)]).flatMap(conditionsIn);
    return [{ role, conditions: [...new Set(conditions)], sentence }];
  });
}

/** The text says it is not offered. */
const REFUSES = /(?:不支持|无法|不能|不得|不可|暂不提供|不提供|不予)[^。；，\n]{0,12}(?:注销|删除|更正|修改|撤回|查询|关闭|退订)/;

/** The next two sentences of the section: "For this you must …" follows the right it limits. */
const followers = (outline: Outline, { index, heading }: Sentence, words: RegExp): readonly Sentence[] =>
  [index + 1, index + 2].flatMap((at) => {
    const next = outline.sentences[at];
    return next &&
      next.heading === heading &&
      next.kind === 'sentence' &&
      (words.test(next.text) || /^(?:为此|届时|申请时|您需|需要?|须|应|前提|条件|同时)/.test(next.text))
      ? [next]
      : [];
  });

const conditionsIn = ({ text }: Sentence): string[] =>
  text
    .split(/[，；。,;]/)
    .filter((part) => !WAIVED.test(part))
    .flatMap((part) => [...part.matchAll(CONDITIONS)].map((match) => match[0].trim()));

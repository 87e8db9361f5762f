import type { ControlReading } from '../model.ts';
import { DANGEROUS_WORDS, ICON_WORDS, ROLE_WORDS, SAFE_WORDS } from '../words/control-words.data.ts';
import { documentOf, documentsIn } from '../words/documents.ts';
import { fold } from '../words/fold.ts';

type Role = ControlReading['role'];

/** Price, count, arrows and brackets around the words of a button say nothing about what it does. */
function core(text: string): string {
  return fold(text)
    .replace(/^[\s·•*【[(<>‹«←]+(?=.)|[\s>›»→!~。.\])】]+$/g, '')
    .replace(/\s*[((]\d+[))]$/, '')
    .trim();
}

const hasAmount = (text: string): boolean => /[¥$€]\s*\d|\d\s*元/.test(text);

/** What a control is for, by its words alone. Danger wins over every other reading. */
export function roleOfWords(text: string): Role {
  const words = core(text);
  if (words === '') return 'other';
  if (isDocument(words)) return 'document';
  const safe = !hasAmount(words) && SAFE_WORDS.some((word) => word.test(words));
  // Long texts are cards that are pressed to open something; single words inside them are not the label of a button.
  if (!safe && words.length <= 30 && DANGEROUS_WORDS.some((word) => word.test(words)) && !refuses(words)) return 'dangerous';
  if (/^(立即|去|马上)?(缴费|交费|付停车费)/.test(words) && hasAmount(words)) return 'dangerous';
  // 「游客下单，不登录」 passes the log-in by.
  if (
    words.length <= 24 &&
    /游客(身份|模式)?(下单|点单|购买|结账)|(不|免|无需|不用|跳过)(登录|登陆|注册),?(直接|继续)?(下单|点单|购买|结账)/.test(words)
  )
    return 'forward';
  for (const { role, words: list } of ROLE_WORDS) {
    if (words.length > 24 && role !== 'forward') continue;
    if (role === 'login' && refuses(words)) continue;
    if (list.some((word) => word.test(words))) return role;
  }
  return 'other';
}

/** 「暂不授权」「不允许」 say no to the danger. */
function refuses(words: string): boolean {
  return /^(不|暂不|先不|拒绝|无需|不要|跳过|取消)(?!(订单|预约|租借))|^(don't|do not|not|no|never|skip)\b/.test(words);
}

function isDocument(words: string): boolean {
  if (words.length > 40 || /登录|注册(?!协议)|继续|提交|支付|设置/.test(words.replace(/《[^》]*》/g, ''))) return false;
  if (documentsIn(words).length > 0) return true;
  return words.length <= 20 && /(协议|条款|声明|授权书|政策|须知|指引|清单)$/.test(words) && documentOf(words) !== null;
}

/** Role of a control without words, by class names and picture file names of it and what it holds. */
export function roleOfIcon(hints: string): Role {
  const folded = hints.toLowerCase();
  return ICON_WORDS.find(({ words }) => words.some((word) => word.test(folded)))?.role ?? 'other';
}

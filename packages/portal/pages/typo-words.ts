import type { ReceiptProblem } from '@liangjian/platform/vault';
import type { PortalLanguage } from '../text/words.ts';

/** What is wrong with a typed receipt code, so that one knows where to look. */
export function typoWords(problem: ReceiptProblem, language: PortalLanguage): string {
  switch (problem.kind) {
    case 'length':
      return language === 'zh'
        ? `查询码应为 ${problem.expected} 位，您输入了 ${problem.found} 位。`
        : `A receipt code has ${problem.expected} characters; you typed ${problem.found}.`;
    case 'sign':
      return language === 'zh'
        ? `第 ${problem.at} 位的“${problem.sign}”不会出现在查询码里，请核对。`
        : `Character ${problem.at}, “${problem.sign}”, never occurs in a receipt code. Please check.`;
    case 'check':
      return language === 'zh'
        ? '查询码里有一位输错了，或者相邻两位颠倒了，请逐组核对。'
        : 'One character is wrong, or two are swapped. Please check group by group.';
  }
}

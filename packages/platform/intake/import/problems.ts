import type { Text } from '@liangjian/law';
import type { RowProblem } from './cell.ts';

type Row = readonly [severity: RowProblem['severity'], zh: string, en: string, nextZh: string, nextEn: string];

/** What can be wrong with a row, and what to do. */
const problems = {
  'number-empty': [
    'error',
    '没有工单编号',
    'there is no order number',
    '请补填编号后重新导入；没有编号无法防止重复导入',
    'Fill in the number; without it the order could come in twice',
  ],
  'number-digits-lost': [
    'error',
    '编号被当作数字保存，后几位已经丢失',
    'the number was stored as a figure and has lost its last digits',
    '请从来源系统重新导出，或者先把该列设为“文本”再填写原编号',
    'Export it anew, or set the column to “text” and enter the number again',
  ],
  'number-formula': [
    'error',
    '编号是公式算出来的',
    'the number is the result of a formula',
    '请粘贴为数值（文本）后再导入',
    'Paste it as a value (text) and import again',
  ],
  'number-form': [
    'error',
    '编号含有不该有的字符，或者过短、过长',
    'the number has characters it cannot have, or is too short or too long',
    '请与来源系统核对编号',
    'Check the number with the source',
  ],
  'number-twice': [
    'error',
    '本文件前面已有同一编号',
    'the same number stands further up in this file',
    '请核对是否重复；内容不同的，以来源系统为准',
    'See whether it is a repetition; where they differ, the source decides',
  ],
  'time-empty': [
    'error',
    '没有接收时间',
    'there is no time of receipt',
    '请补填；期限从接收之日起算',
    'Fill it in; the limits run from that day',
  ],
  'time-form': [
    'error',
    '接收时间无法识别',
    'the time of receipt cannot be read',
    '请写成 2026-11-03 09:05 或者 2026年11月3日',
    'Write it as 2026-11-03 09:05 or 2026年11月3日',
  ],
  'time-figure': [
    'error',
    '接收时间是一个数字，不是日期',
    'the time of receipt is a figure, not a date',
    '请把该列设为“日期”格式',
    'Set the column to a date format',
  ],
  'time-future': ['error', '接收时间晚于今天', 'the time of receipt is later than today', '请核对日期', 'Check the date'],
  'time-old': [
    'warning',
    '接收时间早于2020年',
    'the time of receipt is before 2020',
    '请核对年份；期限将按收到之日适用的规定计算',
    'Check the year; the rules of that day apply',
  ],
  'kind-empty': [
    'error',
    '没有写明是投诉还是举报',
    'it does not say whether it is a complaint or a report',
    '请补填，或者在列对应关系里设默认类型',
    'Fill it in, or set a default in the map',
  ],
  'kind-other': [
    'error',
    '不是投诉、举报（咨询、建议、求助等不导入）',
    'it is neither a complaint nor a report (enquiries and suggestions are not imported)',
    '确属投诉、举报的，请改正类型',
    'If it is one, correct the type',
  ],
  'content-empty': ['error', '没有内容', 'there is no content', '请补填诉求内容', 'Fill in what it is about'],
  'text-long': ['error', '单元格过长', 'a cell is too long', '请把超长材料作为附件另行提交', 'Hand in the long material as an attachment'],
  'cell-error': [
    'error',
    '单元格是错误值（如 #N/A）',
    'the cell holds an error value such as #N/A',
    '请改正或者清空',
    'Correct or empty it',
  ],
  'cell-formula': [
    'warning',
    '单元格是公式，取的是保存时的结果',
    'the cell holds a formula; its stored result was taken',
    '请核对该值',
    'Check the value',
  ],
  'characters-lost': [
    'warning',
    '有字符无法识别（显示为�）',
    'some characters could not be read (shown as �)',
    '请核对原文；整个文件如此的，请重新选择编码',
    'Check the original; if the whole file is so, choose another encoding',
  ],
  'direction-marks': [
    'warning',
    '含有改变文字方向的隐藏字符',
    'it holds hidden characters that turn the direction of writing',
    '内容照原样保存，请当心显示顺序',
    'The text is kept as it is; mind the order in which it shows',
  ],
  'uscc-wrong': [
    'warning',
    '统一社会信用代码校验不符',
    'the social credit code fails its check character',
    '工单照常导入，请在核对主体时改正',
    'The order is imported; correct it when the operator is checked',
  ],
  'district-unknown': [
    'warning',
    '不是上海市的区',
    'it is not a district of Shanghai',
    '工单导入后按分派规则处理',
    'The order is imported and goes by the routing rules',
  ],
  'row-short': [
    'warning',
    '这一行的列数少于表头',
    'the row has fewer columns than the header',
    '请核对是否错位',
    'See whether cells have moved',
  ],
  'row-wide': [
    'warning',
    '这一行的列数多于表头，多半是内容里的分隔符没有加引号',
    'the row has more columns than the header; most likely a separator in a text has no quotes',
    '请核对各列是否错位',
    'See whether cells have moved',
  ],
} as const satisfies Readonly<Record<string, Row>>;

export type ProblemCode = keyof typeof problems;

export function problem(code: ProblemCode, line: number, column: string | null = null): RowProblem {
  const [severity, zh, en, nextZh, nextEn] = problems[code];
  const text: Text = { zh, en };
  return { line, column, severity, code, text, next: { zh: nextZh, en: nextEn } };
}

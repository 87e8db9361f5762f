import type { Outline } from '../text/outline.ts';
import { companiesIn } from './companies.ts';

/** One recipient or code kit as a list gives it. Empty strings where the list is silent. */
export interface RecipientRow {
  readonly name: string;
  readonly company: string;
  readonly purpose: string;
  readonly items: string;
  readonly link: string;
  /** Index of the sentence it starts in. */
  readonly sentence: number;
  readonly sdk: boolean;
}

const COLUMNS: readonly (readonly [keyof Omit<RecipientRow, 'sentence' | 'sdk'>, RegExp])[] = [
  ['company', /公司|主体|机构|运营方|提供方|开发者|合作方|接收方|第三方(?!sdk)|所属|厂商/],
  ['name', /名称|sdk|插件|产品|服务名/],
  ['purpose', /目的|用途|场景|功能|业务/],
  ['items', /信息|数据|字段|权限|内容/],
  ['link', /链接|官网|网址|隐私|政策|地址/],
];
const PAIR = /^\s*(?:[(（]?\d{1,2}[)）、.]|[·•●-])?\s*([^：:\n]{2,22})[：:]\s*(\S.*)$/u;
const LINK = /https?:\/\/[\w./?=&%#~:-]+|www\.[\w./?=&%#~-]+/;

const columnOf = (header: string): (typeof COLUMNS)[number][0] | null =>
  /信息|数据/.test(header) && !/链接|政策|公司|主体/.test(header)
    ? 'items'
    : /目的|用途|场景/.test(header)
      ? 'purpose'
      : /链接|官网|网址|隐私政策/.test(header)
        ? 'link'
        : (COLUMNS.find(([, pattern]) => pattern.test(header))?.[0] ?? null);

/** Rows of recipient and SDK tables, and blocks of the form "SDK名称：…；使用目的：…". Linear. */
export function recipientRows(outline: Outline): RecipientRow[] {
  return [...tableRows(outline), ...definitionRows(outline)].filter(({ name, company }) => `${name}${company}`.length >= 2);
}

function tableRows(outline: Outline): RecipientRow[] {
  const rows: RecipientRow[] = [];
  let header: readonly ((typeof COLUMNS)[number][0] | null)[] = [];
  let isSdk = false;
  let last = -2;
  for (const sentence of outline.sentences) {
    if (!sentence.text.includes('\t') && sentence.kind !== 'row') continue;
    const cells = sentence.text.split('\t').map((cell) => cell.trim());
    if (sentence.line !== last + 1) header = [];
    last = sentence.line;
    const columns = cells.map(columnOf);
    const isHeader =
      cells.every((cell) => cell.length <= 16) && columns.filter(Boolean).length >= 2 && cells.length >= 2 && header.length === 0;
    if (isHeader) {
      const words = cells.join(' ');
      const names = /sdk|接收方|第三方|公司|合作|主体|提供方|机构|厂商/.test(words);
      header = names ? columns : [];
      isSdk = /sdk|插件/.test(words);
      continue;
    }
    if (header.length === 0) continue;
    const at = (column: string) => cells[header.indexOf(column as never)] ?? '';
    const first = header.includes('name') || header.includes('company') ? '' : (cells[0] ?? '');
    const name = at('name') || first;
    rows.push({
      name,
      company: at('company') || companiesIn(sentence.text)[0]?.name || '',
      purpose: at('purpose'),
      items: at('items'),
      link: LINK.exec(sentence.text)?.[0] ?? '',
      sentence: sentence.index,
      sdk: isSdk || /sdk/.test(name),
    });
  }
  return rows;
}

function definitionRows(outline: Outline): RecipientRow[] {
  const rows: RecipientRow[] = [];
  let open: { -readonly [K in keyof RecipientRow]: RecipientRow[K] } | null = null;
  for (const sentence of outline.sentences) {
    if (sentence.kind === 'row') continue;
    for (const part of sentence.text.split(/[；;]/)) {
      const [, key, value] = PAIR.exec(part.replace(/[。；;\n]$/, '')) ?? [];
      if (!key || !value) continue;
      const starts =
        /(?:sdk|插件|第三方|合作方|接收方|公司|产品|服务商)[^：]{0,6}(?:名称|名)$|^(?:sdk|插件)(?:名称)?$|^接收方$|^(?:第三方|合作方)(?:公司|主体)?$/.test(
          key,
        );
      const fillsOpen: boolean = open !== null && open.company === '' && columnOf(key) === 'company';
      if (starts && !fillsOpen && (!open || open.name !== '' || /sdk|插件/.test(key))) {
        if (open) rows.push(open);
        open = {
          name: '',
          company: '',
          purpose: '',
          items: '',
          link: '',
          sentence: sentence.index,
          sdk: /sdk|插件/.test(`${key}${value}`),
        };
      }
      if (!open) continue;
      const column = starts && !fillsOpen && open.name === '' ? 'name' : columnOf(key);
      if (column && open[column] === '') open[column] = column === 'link' ? (LINK.exec(value)?.[0] ?? value) : value.slice(0, 120);
    }
    if (sentence.kind === 'heading' && open) {
      rows.push(open);
      open = null;
    }
  }
  return open ? [...rows, open] : rows;
}

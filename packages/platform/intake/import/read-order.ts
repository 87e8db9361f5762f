import { districtOf, districts } from '@liangjian/law';
import { readRegistration } from '../../triage/uscc.ts';
import { type Cell, importLimits, type RowProblem, type SheetRow } from './cell.ts';
import type { ImportedOrder, OrderChannel, OrderField } from './order.ts';
import { readOrderNumber } from './order-number.ts';
import { type ProblemCode, problem } from './problems.ts';
import { readWhen } from './when.ts';

export interface OrderRules {
  readonly channel: OrderChannel;
  readonly defaultKind: 'complaint' | 'report' | null;
  /** Column of each field. */
  readonly at: ReadonlyMap<OrderField, number>;
  readonly names: readonly string[];
  /** Day of the import in Shanghai. */
  readonly today: string;
}

export interface OrderAnswer {
  /** Null when an error stands in the way. */
  readonly order: ImportedOrder | null;
  readonly problems: readonly RowProblem[];
}

/** Reads one row as an order. Pure; every fault of the row is told at once, not only the first. */
export function readOrder(row: SheetRow, rules: OrderRules): OrderAnswer {
  const problems: RowProblem[] = [];
  const cellAt = (field: OrderField): Cell | undefined => row.cells[rules.at.get(field) ?? -1];
  const tell = (code: ProblemCode, field: OrderField | null = null): void => {
    const index = field === null ? undefined : rules.at.get(field);
    problems.push(problem(code, row.line, index === undefined ? null : (rules.names[index] ?? null)));
  };
  checkShape(row, rules, tell);
  const text = (field: OrderField): string | null => {
    const cell = cellAt(field);
    if (cell === undefined || cell.text.trim() === '') return null;
    checkCell(cell, field, tell);
    return clean(cell.text);
  };
  const orderNumber = numberOf(cellAt('order-number'), tell);
  const received = whenOf(cellAt('received-at'), rules.today, tell);
  const kind = kindOf(text('kind'), rules.defaultKind, tell);
  const content = text('content');
  if (content === null) tell('content-empty', 'content');
  const uscc = text('uscc');
  if (uscc !== null && readRegistration(uscc).kind === 'wrong') tell('uscc-wrong', 'uscc');
  const district = districtNamed(text('district'), tell);
  const [name, phone] = [text('reporter-name'), text('reporter-phone')];
  const rest = {
    title: text('title'),
    operatorName: text('operator-name'),
    uscc,
    address: text('address'),
    district,
    link: text('link'),
    reporter: name === null && phone === null ? null : { name, phone },
  };
  if (problems.some(({ severity }) => severity === 'error')) return { order: null, problems };
  if (orderNumber === undefined || received === undefined || kind === undefined || content === null) return { order: null, problems };
  return {
    order: { channel: rules.channel, orderNumber, receivedOn: received.on, receivedAt: received.at, kind, content, ...rest },
    problems,
  };
}

type Tell = (code: ProblemCode, field?: OrderField | null) => void;

function checkShape({ cells }: SheetRow, { names, at }: OrderRules, tell: Tell): void {
  const filled = cells.findLastIndex(({ text }) => text.trim() !== '') + 1;
  if (filled > names.length) tell('row-wide');
  // Trailing empty cells are left out by many exports; only a required column that is not there is worth a word.
  if (cells.length <= (at.get('content') ?? 0)) tell('row-short');
}

function checkCell({ text, kind }: Cell, field: OrderField, tell: Tell): void {
  if (text.length > importLimits.cell) tell('text-long', field);
  if (kind === 'error') tell('cell-error', field);
  if (kind === 'formula') tell('cell-formula', field);
  if (text.includes('\ufffd')) tell('characters-lost', field);
  if (/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(text)) tell('direction-marks', field);
}

/** Control characters are no text anybody wrote; line ends become one kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();

function numberOf(cell: Cell | undefined, tell: Tell): string | undefined {
  const read = readOrderNumber(cell);
  if (read.ok) return read.number;
  const codes = {
    empty: 'number-empty',
    'digits-lost': 'number-digits-lost',
    formula: 'number-formula',
    'not-a-number': 'number-form',
  } as const;
  tell(codes[read.why], 'order-number');
  return undefined;
}

function whenOf(cell: Cell | undefined, today: string, tell: Tell): ReturnType<typeof readWhen> {
  if (cell === undefined || cell.text.trim() === '') {
    tell('time-empty', 'received-at');
    return undefined;
  }
  const when = readWhen(cell.text);
  if (when === undefined)
    tell(cell.kind === 'number' || /^\d{5}(?:\.\d+)?$/.test(cell.text.trim()) ? 'time-figure' : 'time-form', 'received-at');
  else if (when.on > today) tell('time-future', 'received-at');
  else if (when.on < '2020-01-01') tell('time-old', 'received-at');
  return when;
}

function kindOf(text: string | null, otherwise: OrderRules['defaultKind'], tell: Tell): ImportedOrder['kind'] | undefined {
  if (text === null) {
    if (otherwise === null) tell('kind-empty', 'kind');
    return otherwise ?? undefined;
  }
  const [complaint, report] = [/投诉|complaint/i.test(text), /举报|report/i.test(text)];
  if (complaint && report) return /投诉举报|投诉\/举报|投诉类|举报类/.test(text) && otherwise !== null ? otherwise : 'both';
  if (complaint) return 'complaint';
  if (report) return 'report';
  if (otherwise !== null && !/咨询|建议|求助|表扬|其他/.test(text)) return otherwise;
  tell('kind-other', 'kind');
  return undefined;
}

const shortName = (name: string): string => name.replace(/（.*/, '').replace(/新?[区县]$/, '');
const byName: ReadonlyMap<string, string> = new Map(
  districts.filter(({ kind }) => kind !== 'city').map(({ code, name }) => [shortName(name.zh), code] as const),
);

/** Code of a district named by name or number; old districts give the one that took them over. */
function districtNamed(text: string | null, tell: Tell): string | null {
  if (text === null) return null;
  const name = text.replace(/^上海市?|市场监督管理局|市场监管局|人民政府|\s/g, '');
  const code = /^\d{6}/.exec(name)?.[0] ?? byName.get(shortName(name));
  const found = code === undefined ? undefined : districtOf(code);
  if (found === undefined) tell('district-unknown', 'district');
  return found?.code ?? null;
}

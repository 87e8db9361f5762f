import type { Cell } from './cell.ts';

export type OrderNumber =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly why: 'empty' | 'digits-lost' | 'formula' | 'not-a-number' };

/** Digits a number in Excel is exact to. */
const EXACT = 15;

/**
 * The number of an order as text. A number cell of more than 15 digits, or one shown as 3.1E+19, has lost its last digits in Excel:
 * two different orders would become one, so it is refused, not repaired.
 */
export function readOrderNumber(cell: Cell | undefined): OrderNumber {
  const text = (cell?.text ?? '').normalize('NFKC').replace(/\s/g, '').replace(/^'/, '');
  if (cell === undefined || text === '') return { ok: false, why: 'empty' };
  if (cell.kind === 'formula') return { ok: false, why: 'formula' };
  if (/^\d+(?:\.\d+)?E\+?\d+$/i.test(text)) return { ok: false, why: 'digits-lost' };
  if (cell.kind === 'number') {
    if (text.replace(/^0+|\D/g, '').length > EXACT) return { ok: false, why: 'digits-lost' };
    return /^\d+(?:\.0+)?$/.test(text) ? { ok: true, number: text.replace(/\.0+$/, '') } : { ok: false, why: 'not-a-number' };
  }
  // Letters, digits and the joints that registers use; no control characters, no spaces that only look like nothing.
  return /^[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9()[\]〔〕_/-]{2,63}$/u.test(text)
    ? { ok: true, number: text }
    : { ok: false, why: 'not-a-number' };
}

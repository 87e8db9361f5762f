import { createHash } from 'node:crypto';

/** h(0): 32 zero bytes. */
const START = Buffer.alloc(32);

const step = (previous: Buffer, line: string | Uint8Array): Buffer => createHash('sha256').update(previous).update(line).digest();

/**
 * Hash chain over the lines of one ledger: h(0) = 32 zero bytes, h(n) = SHA-256(h(n-1) ‖ UTF-8 of line n without its newline).
 * `append` is synchronous, so that a writer's order and the chain's order are the same. Throws when a line holds a line break.
 */
export const createLedgerChain = () => {
  let link: Buffer = START;
  let lines = 0;
  return {
    append(line: string): { line: number; head: string } {
      if (/[\r\n]/.test(line)) throw new Error('a ledger line holds a line break');
      link = step(link, line);
      lines += 1;
      return { line: lines, head: link.toString('hex') };
    },
    head: (): string => link.toString('hex'),
    lines: (): number => lines,
  };
};

export type LedgerChain = ReturnType<typeof createLedgerChain>;

/** Splits NDJSON bytes into lines without their newline. A missing last newline is allowed, an empty file has no lines. */
export const ledgerLines = (ledger: Uint8Array): Buffer[] => {
  const buffer = Buffer.from(ledger.buffer, ledger.byteOffset, ledger.byteLength);
  const lines: Buffer[] = [];
  let from = 0;
  while (from < buffer.length) {
    const newline = buffer.indexOf(10, from);
    const to = newline < 0 ? buffer.length : newline;
    lines.push(buffer.subarray(from, to));
    from = to + 1;
  }
  return lines;
};

/** Every link of the chain, h(1) … h(n), as hex. */
export const ledgerLinks = (lines: readonly Uint8Array[]): string[] => {
  let link: Buffer = START;
  return lines.map((line) => {
    link = step(link, line);
    return link.toString('hex');
  });
};

/** Head of the chain over whole NDJSON bytes, as hex. */
export const ledgerHead = (ledger: Uint8Array): string => ledgerLinks(ledgerLines(ledger)).at(-1) ?? START.toString('hex');

export type LedgerVerdict =
  | { readonly ok: true }
  /** `line` counts from 1 and is the first line that is not what was sealed. */
  | { readonly ok: false; readonly fault: 'changed' | 'swapped' | 'inserted' | 'cut-tail' | 'added-tail' | 'links'; readonly line: number };

/**
 * Compares ledger lines with what was sealed.
 * @param expected head and number of lines as sealed; `links` h(1)…h(n) allow naming the first broken line, without them
 * the `seq` of the lines is the only help.
 */
export const verifyLedger = (
  ledger: Uint8Array,
  expected: { readonly head: string; readonly lines: number; readonly links?: readonly string[] },
): LedgerVerdict => {
  const lines = ledgerLines(ledger);
  const { links } = expected;
  if (links && (links.length !== expected.lines || (links.at(-1) ?? START.toString('hex')) !== expected.head))
    return { ok: false, fault: 'links', line: Math.min(links.length, expected.lines) };
  const actual = ledgerLinks(lines);
  if (actual.length === expected.lines && (actual.at(-1) ?? START.toString('hex')) === expected.head) return { ok: true };
  const first = links ? actual.findIndex((link, index) => link !== links[index]) : firstOutOfOrder(lines);
  if (first < 0) {
    if (lines.length < expected.lines) return { ok: false, fault: 'cut-tail', line: lines.length + 1 };
    if (lines.length > expected.lines) return { ok: false, fault: 'added-tail', line: expected.lines + 1 };
    return { ok: false, fault: 'changed', line: 1 };
  }
  if (first >= expected.lines) return { ok: false, fault: 'added-tail', line: expected.lines + 1 };
  if (!links) return { ok: false, fault: 'swapped', line: first + 1 };
  // The line that belongs here can be recognised: it continues the true chain to the next true link.
  const before = first === 0 ? START : Buffer.from(links[first - 1] as string, 'hex');
  const belongs = lines.findIndex((line, index) => index > first && step(before, line).toString('hex') === links[first]);
  if (belongs < 0) return { ok: false, fault: 'changed', line: first + 1 };
  return { ok: false, fault: lines.length > expected.lines ? 'inserted' : 'swapped', line: first + 1 };
};

/** Index of the first line whose own `seq` is not its place, or -1. */
const firstOutOfOrder = (lines: readonly Buffer[]): number =>
  lines.findIndex((line, index) => {
    try {
      const seq = (JSON.parse(line.toString('utf8')) as { seq?: unknown }).seq;
      return typeof seq === 'number' && seq !== index + 1;
    } catch {
      return true;
    }
  });

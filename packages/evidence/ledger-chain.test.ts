import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLedgerChain, ledgerHead, ledgerLines, ledgerLinks, verifyLedger } from './ledger-chain.ts';

const lines = Array.from({ length: 9 }, (_, i) => JSON.stringify({ seq: i + 1, t: i * 10, type: 'note', detail: `扫码点餐 ${i}` }));
const bytes = (ls: readonly string[]) => Buffer.from(ls.map((l) => `${l}\n`).join(''));
const links = ledgerLinks(lines.map((l) => Buffer.from(l)));
const expected = { head: links.at(-1) as string, lines: lines.length, links };

test('the chain is the one the design writes down', () => {
  const chain = createLedgerChain();
  expect(chain.head()).toBe('0'.repeat(64));
  let h: Buffer = Buffer.alloc(32);
  for (const [i, line] of lines.entries()) {
    h = createHash('sha256')
      .update(Buffer.concat([h, Buffer.from(line, 'utf8')]))
      .digest();
    expect(chain.append(line)).toEqual({ line: i + 1, head: h.toString('hex') });
  }
  expect(ledgerHead(bytes(lines))).toBe(chain.head());
  expect(() => chain.append('a\nb')).toThrow('line break');
});

test('an unchanged ledger is accepted, with or without the last newline', () => {
  expect(verifyLedger(bytes(lines), expected)).toEqual({ ok: true });
  expect(verifyLedger(bytes(lines).subarray(0, -1), expected)).toEqual({ ok: true });
  expect(verifyLedger(Buffer.alloc(0), { head: '0'.repeat(64), lines: 0, links: [] })).toEqual({ ok: true });
});

test('names the fault and the first broken line', () => {
  const changed = lines.with(4, (lines[4] as string).replace('扫码点餐', '扫码停车'));
  expect(verifyLedger(bytes(changed), expected)).toEqual({ ok: false, fault: 'changed', line: 5 });
  expect(verifyLedger(bytes(lines.slice(0, 6)), expected)).toEqual({ ok: false, fault: 'cut-tail', line: 7 });
  expect(verifyLedger(bytes([...lines, '{"seq":10}']), expected)).toEqual({ ok: false, fault: 'added-tail', line: 10 });
  const swapped = lines.with(2, lines[5] as string).with(5, lines[2] as string);
  expect(verifyLedger(bytes(swapped), expected)).toEqual({ ok: false, fault: 'swapped', line: 3 });
  expect(verifyLedger(bytes(lines.toSpliced(3, 0, '{"seq":4}')), expected)).toEqual({ ok: false, fault: 'inserted', line: 4 });
});

test('without links the seq of the lines still shows a swap and a cut', () => {
  const bare = { head: expected.head, lines: expected.lines };
  expect(verifyLedger(bytes(lines.slice(0, 6)), bare)).toEqual({ ok: false, fault: 'cut-tail', line: 7 });
  expect(verifyLedger(bytes(lines.with(2, lines[5] as string).with(5, lines[2] as string)), bare)).toEqual({
    ok: false,
    fault: 'swapped',
    line: 3,
  });
});

test('links that do not lead to the sealed head are a fault themselves', () => {
  expect(verifyLedger(bytes(lines), { ...expected, links: links.slice(0, -1) })).toMatchObject({ ok: false, fault: 'links' });
});

test('property: any single changed byte is found at its own line', () => {
  const whole = bytes(lines);
  fc.assert(
    fc.property(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] as number) ^ flip;
      const verdict = verifyLedger(copy, expected);
      const line = ledgerLines(whole.subarray(0, at + 1)).length;
      expect(verdict).toMatchObject({ ok: false, line });
    }),
  );
});

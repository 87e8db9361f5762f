import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { GATE_LIMITS, type GateLimits, openGate } from './gate.ts';
import { checkProof, leadingZeros, newProof } from './proof.ts';

const secret = Buffer.alloc(32, 5);
const now = Date.UTC(2026, 10, 24, 8);
const limits: GateLimits = { ...GATE_LIMITS, calmBits: 6 };

const work = (challenge: string, bits: number): string => {
  for (let number = 0; ; number += 1) {
    if (leadingZeros(createHash('sha256').update(`${challenge}:${number}`).digest()) >= bits) return String(number);
  }
};
const given = (challenge: string, proof: string, answer = '', source = 's') => ({ challenge, proof, answer, source });

describe('with script', () => {
  test('the work of its own form lets a form in, that of another does not', () => {
    const gate = openGate(limits);
    const form = randomBytes(16);
    const { challenge, bits } = newProof(secret, form, gate, now);
    const found = work(challenge, bits);
    expect(() => checkProof(secret, form, given(challenge, found), gate, now)).not.toThrow();
    expect(() => checkProof(secret, randomBytes(16), given(challenge, found), gate, now)).toThrow('proof-needed');
    expect(() => checkProof(Buffer.alloc(32, 6), form, given(challenge, found), gate, now)).toThrow('proof-needed');
  });

  test('a challenge made easier by hand, and work that was not done, do not', () => {
    const gate = openGate(limits);
    const form = randomBytes(16);
    const { challenge } = newProof(secret, form, gate, now);
    const easier = challenge.replace(/^6\./, '0.');
    expect(() => checkProof(secret, form, given(easier, '1'), gate, now)).toThrow('proof-needed');
    const idle = Array.from({ length: 50 }, (_, at) => String(at)).find(
      (number) => leadingZeros(createHash('sha256').update(`${challenge}:${number}`).digest()) < 6,
    );
    expect(() => checkProof(secret, form, given(challenge, idle ?? ''), gate, now)).toThrow('proof-needed');
    for (const junk of ['', '.', '6', 'a.b.c.d', 'x'.repeat(9999)]) {
      expect(() => checkProof(secret, form, given(junk, '1'), gate, now)).toThrow('proof-needed');
    }
  });

  test('a flood makes it harder, hoarded challenges lose their worth, and calm comes back', () => {
    const gate = openGate(limits);
    const form = randomBytes(16);
    const hoarded = newProof(secret, form, gate, now);
    for (let second = 0; second < 10_000; second += 1) gate.count(now + second * 6);
    const later = now + 60_000;
    expect(gate.bits(later)).toBeGreaterThan(limits.calmBits + 3);
    expect(gate.bits(later)).toBeLessThanOrEqual(limits.mostBits);
    expect(() => checkProof(secret, form, given(hoarded.challenge, work(hoarded.challenge, 6)), gate, later)).toThrow('proof-needed');
    expect(gate.bits(later + 20 * 60_000)).toBe(limits.calmBits);
  });
});

describe('without script', () => {
  const answers = (zh: string): number => {
    const numerals = [...'零一二三四五六七八九十'];
    const [left = '', right = ''] = zh.replace('等于几？', '').split('加');
    return numerals.indexOf(left) + numerals.indexOf(right);
  };

  test('the answer in digits, full-width digits or numerals lets a form in', () => {
    const gate = openGate({ ...limits, perSource: 1000, withoutWork: 1000 });
    for (let run = 0; run < 60; run += 1) {
      const form = randomBytes(16);
      const { challenge, question } = newProof(secret, form, gate, now);
      const sum = answers(question.zh);
      const tens = sum >= 20 ? '二十' : sum >= 10 ? '十' : '';
      const numeral = tens + (sum % 10 === 0 ? '' : '零一二三四五六七八九'.charAt(sum % 10));
      const wide = [...String(sum)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
      for (const typed of [String(sum), ` ${sum} `, wide, numeral]) {
        expect(() => checkProof(secret, form, given(challenge, '', typed), gate, now)).not.toThrow();
      }
      for (const typed of ['', String(sum + 1), '十十', 'abc']) {
        expect(() => checkProof(secret, form, given(challenge, '', typed), gate, now)).toThrow('proof-needed');
      }
    }
  });

  test('one source waits after its share, another and a form sent twice do not, and the next window opens', () => {
    const gate = openGate({ ...limits, perSource: 2, withoutWork: 3 });
    expect(['f1', 'f2', 'f3'].map((form) => gate.admitWithoutWork('a', form, now))).toEqual([true, true, false]);
    expect(gate.admitWithoutWork('a', 'f1', now)).toBe(true);
    expect(gate.admitWithoutWork('b', 'f4', now)).toBe(true);
    expect(gate.admitWithoutWork('c', 'f5', now)).toBe(false);
    expect(gate.admitWithoutWork('a', 'f3', now + 600_000)).toBe(true);
  });
});

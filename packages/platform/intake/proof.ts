import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Text } from '@liangjian/law';
import { secretKey } from '../vault/secret-key.ts';
import { IntakeFault } from './fault.ts';
import type { Gate } from './gate.ts';

/**
 * Proof of work against floods: the browser looks for a number whose hash with a signed challenge begins with zero bits. The challenge
 * belongs to one form, and a form counts once, so that no list of spent challenges is needed and no address is kept.
 * Who has no script answers a question instead and stands in the queue of the gate.
 */
export interface Proof {
  readonly challenge: string;
  readonly bits: number;
  readonly question: Text;
}

export interface GivenProof {
  readonly challenge: string;
  /** The number found by the browser; empty without script. */
  readonly proof: string;
  /** Answer to the question; empty with script. */
  readonly answer: string;
  /** Name of the source, see `http/source.ts`: in memory only, and no address. */
  readonly source: string;
}

const mac = (secret: Uint8Array, text: string): Buffer => createHmac('sha256', secretKey(secret)).update(text).digest();
const formMark = (form: Uint8Array): string => createHash('sha256').update('proof/1/').update(form).digest('base64url').slice(0, 22);

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const summands = (secret: Uint8Array, challenge: string): readonly [number, number] => {
  const bytes = mac(secret, `question/${challenge}`);
  return [1 + (bytes.readUInt8(0) % 10), 1 + (bytes.readUInt8(1) % 10)];
};

/** A challenge for one form, as hard as the gate now asks. */
export const newProof = (secret: Uint8Array, form: Uint8Array, gate: Gate, now = Date.now()): Proof => {
  const bits = gate.bits(now);
  const text = `${bits}.${formMark(form)}`;
  const challenge = `${text}.${mac(secret, text).toString('base64url').slice(0, 22)}`;
  const [left, right] = summands(secret, challenge);
  return {
    challenge,
    bits,
    question: { zh: `${NUMERALS[left]}加${NUMERALS[right]}等于几？`, en: `What is ${WORDS[left]} plus ${WORDS[right]}?` },
  };
};

/** Number of zero bits that a hash begins with. */
export const leadingZeros = (hash: Uint8Array): number => {
  const at = hash.findIndex((byte) => byte !== 0);
  return at === -1 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] ?? 0) - 24;
};

const signedBits = (secret: Uint8Array, form: Uint8Array, challenge: string): number | undefined => {
  const [bits = '', mark, tag = '', ...rest] = challenge.slice(0, 80).split('.');
  if (rest.length > 0 || mark !== formMark(form)) return undefined;
  const wanted = Buffer.from(mac(secret, `${bits}.${mark}`).toString('base64url').slice(0, 22));
  const found = Buffer.from(tag);
  return found.length === wanted.length && timingSafeEqual(found, wanted) ? Number(bits) : undefined;
};

const answerOf = (typed: string): number => {
  const plain = typed.slice(0, 20).normalize('NFKC').trim();
  const numeral = /^(?:(二)?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (plain !== '' && numeral) return (numeral[2] ? (numeral[1] ? 20 : 10) : 0) + (numeral[3] ? NUMERALS.indexOf(numeral[3]) : 0);
  return /^\d{1,3}$/.test(plain) ? Number(plain) : Number.NaN;
};

/**
 * Lets a form in or throws: `proof-needed` when the work or the answer is missing, false, or too easy for the flood that has begun since;
 * `too-many-requests` when the queue of those without script is full.
 */
export const checkProof = (secret: Uint8Array, form: Uint8Array, given: GivenProof, gate: Gate, now = Date.now()): void => {
  const bits = signedBits(secret, form, given.challenge);
  // Somebody who wrote for an hour keeps the easy challenge of an hour ago, unless forms were hoarded for a flood.
  if (bits === undefined || bits < gate.bits(now) - 3) throw new IntakeFault('proof-needed');
  if (given.proof !== '') {
    const hash = createHash('sha256')
      .update(`${given.challenge}:${given.proof.slice(0, 20)}`)
      .digest();
    if (leadingZeros(hash) < bits) throw new IntakeFault('proof-needed');
  } else {
    const [left, right] = summands(secret, given.challenge);
    if (answerOf(given.answer) !== left + right) throw new IntakeFault('proof-needed');
    if (!gate.admitWithoutWork(given.source, formMark(form), now)) throw new IntakeFault('too-many-requests');
  }
  gate.count(now);
};

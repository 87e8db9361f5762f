import type { FactDetails } from '../../fact.ts';
import { detectPi } from '../../../trace/detect-pi.ts';
import { isFingerprintName, isIdentifier } from '../../../trace/identifiers.ts';
import type { Leaf } from '../../../trace/leaves.ts';
import { type Needles, needlesFor } from '../../../trace/needles.ts';
import { findInOutgoing, leavesOfOutgoing, type OutgoingLeaf } from '../../../trace/outgoing.ts';
import { splitOver } from '../../../trace/split.ts';
import type { PrintTest } from './fingerprints.ts';
import type { Message } from './messages.ts';
import { type NetArm, steady } from './net.ts';

type Found = FactDetails['transfer']['found'][number];

/** One message with what it carries. */
export interface Sighting {
  readonly arm: NetArm;
  readonly message: Message;
  readonly found: readonly Found[];
  readonly identifiers: FactDetails['transfer']['identifiers'];
}

interface Raw {
  readonly message: Message;
  readonly canaries: readonly Found[];
  readonly detected: readonly { readonly found: Found; readonly value: string }[];
  readonly identifiers: readonly OutgoingLeaf[];
}

/** Consecutive messages to one host among which the pieces of one value may lie. */
const PIECES_WITHIN = 6;

/** What each message carries: our canaries however wrapped, other PI by form and name, and values that single out a browser. */
export function sightingsOf(
  messages: readonly Message[],
  kept: ReadonlyMap<NetArm, ReadonlySet<string>>,
  isPrint: PrintTest,
): readonly Sighting[] {
  const needles = new Map<NetArm, Needles>();
  const needlesOf = (arm: NetArm): Needles => {
    const known = needles.get(arm) ?? needlesFor(arm.canary);
    needles.set(arm, known);
    return known;
  };
  const pieces = new Map<string, { readonly leaf: OutgoingLeaf; readonly turn: number }[]>();
  const strokes = new Map<string, string>();
  const turns = new Map<string, number>();
  const raws = messages.map((message): Raw => {
    const sought = needlesOf(message.arm);
    const canaries = findInOutgoing(message.out, sought).map(
      ({ category, key, where, encoding }): Found => ({ category, key: steady(key), where, encoding, canary: true }),
    );
    const leaves = leavesOfOutgoing(message.out);
    const line = `${message.arm.arm} ${message.host}`;
    const turn = (turns.get(line) ?? 0) + 1;
    turns.set(line, turn);
    const late = [...acrossMessages(leaves, sought, pieces, line, turn), ...signBySign(leaves, sought, strokes, line)].filter(
      ({ category }) => !canaries.some((hit) => hit.category === category),
    );
    return {
      message,
      canaries: [...canaries, ...late],
      detected: leaves.flatMap((leaf) => {
        const pi = detectPi(leaf);
        if (pi?.certainty !== 'strong' || Object.values(message.arm.canary).some((value) => leaf.value.includes(value))) return [];
        return [
          {
            found: { category: pi.category, key: steady(leaf.key), where: leaf.where, encoding: 'plain', canary: false },
            value: leaf.value,
          },
        ];
      }),
      identifiers: leaves.filter(
        (leaf) =>
          (isIdentifier(leaf) || kept.get(message.arm)?.has(leaf.value) === true || isPrint(message, leaf)) &&
          detectPi(leaf)?.certainty !== 'strong',
      ),
    };
  });
  const constant = constants(raws);
  const nonces = noncesIn(raws, constant);
  const singlesOut = (message: Message, leaf: Leaf): boolean => {
    if (nonces.has(lineOf(message, leaf.key))) return false;
    if (constant.has(leaf.value)) return isFingerprintName(leaf.key) || isPrint(message, leaf);
    // Under a name that says nothing, only what every arm gives alike is a print; else it may be made by chance.
    return isIdentifier(leaf) || kept.get(message.arm)?.has(leaf.value) === true;
  };
  return raws.map(({ message, canaries, detected, identifiers }) => ({
    arm: message.arm,
    message,
    found: [...canaries, ...detected.filter(({ value }) => !constant.has(value)).map(({ found }) => found)],
    identifiers: identifiers.filter((leaf) => singlesOut(message, leaf)).map(({ key, where }) => ({ key: steady(key), where })),
  }));
}

function acrossMessages(
  leaves: readonly OutgoingLeaf[],
  sought: Needles,
  pieces: Map<string, { leaf: OutgoingLeaf; turn: number }[]>,
  line: string,
  turn: number,
): Found[] {
  const fresh = leaves.filter(
    ({ value }) =>
      value.length >= 4 &&
      sought.splittable.some(({ text }) => value.length < text.length && text.toLowerCase().includes(value.toLowerCase())),
  );
  if (fresh.length === 0) return [];
  const window = [
    ...(pieces.get(line) ?? []).filter((piece) => turn - piece.turn < PIECES_WITHIN),
    ...fresh.map((leaf) => ({ leaf, turn })),
  ];
  pieces.set(line, window);
  const last = fresh.at(-1);
  return splitOver(
    window.map(({ leaf }): Leaf => leaf),
    sought.splittable,
  ).map(({ category, key }) => ({
    category,
    key: steady(key),
    where: last?.where ?? 'body',
    encoding: 'split-over-requests',
    canary: true,
  }));
}

/** Every arm is a new visitor: a value that two arms share belongs to the page, not to who visits it. */
function constants(raws: readonly Raw[]): ReadonlySet<string> {
  const armsByValue = new Map<string, Set<string>>();
  const note = (value: string, arm: string) => armsByValue.set(value, (armsByValue.get(value) ?? new Set()).add(arm));
  for (const { message, detected, identifiers } of raws) {
    for (const { value } of detected) note(value, message.arm.arm);
    for (const { value } of identifiers) note(value, message.arm.arm);
  }
  return new Set([...armsByValue].filter(([, arms]) => arms.size > 1).map(([value]) => value));
}

/** A few signs a message under one name, as themselves or as key codes: what a logger of keys sends. */
function signBySign(leaves: readonly OutgoingLeaf[], sought: Needles, strokes: Map<string, string>, line: string): Found[] {
  return leaves.flatMap(({ key, value: stroke, where }): Found[] => {
    if (stroke.length > 8) return [];
    const read = [stroke, ...(/^\d\d$/.test(stroke) ? [String.fromCharCode(Number(stroke))] : [])];
    return read.flatMap((sign, way) => {
      const name = `${line} ${where} ${key} ${way}`;
      const text = ((strokes.get(name) ?? '') + sign.toLowerCase()).slice(-80);
      strokes.set(name, text);
      return sought.splittable
        .filter((value) => value.text.length >= 8 && text.includes(value.text.toLowerCase()))
        .map(({ category }) => ({ category, key: steady(key), where, encoding: 'split-over-requests', canary: true }));
    });
  });
}

const lineOf = ({ arm, host }: Message, key: string): string => `${arm.arm} ${host} ${key}`;

/**
 * Names whose value is another in every message of an arm: made for the message, not for the visitor. Not so where another arm gives one
 * of them too: a drawn print changes once, when the fonts have come.
 */
function noncesIn(raws: readonly Raw[], constant: ReadonlySet<string>): ReadonlySet<string> {
  const values = new Map<string, string[]>();
  for (const { message, identifiers } of raws) {
    for (const { key, value } of identifiers) values.set(lineOf(message, key), [...(values.get(lineOf(message, key)) ?? []), value]);
  }
  const isNonce = (seen: readonly string[]): boolean =>
    seen.length > 1 && new Set(seen).size === seen.length && !seen.some((value) => constant.has(value));
  return new Set([...values].filter(([, seen]) => isNonce(seen)).map(([line]) => line));
}

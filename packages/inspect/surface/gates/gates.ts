import type { Box, GateNeed } from '../../facts/fact.ts';
import { flowOf, type Run } from '../flow/flow.ts';
import type { PromptReading } from '../model.ts';
import { readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { fold } from '../words/fold.ts';
import { NARRATES } from '../words/narration.ts';
import { EXTRA_ONLY, FIRM, GATE_WORDS, NO_GATE } from '../words/gate-words.data.ts';

/** A sentence on the page that keeps the function closed until something is given. */
export interface GateReading {
  readonly needs: GateNeed;
  readonly node: number;
  readonly text: string;
  readonly box: Box | null;
}

const LONGEST = 80;
/** A page with more words than this is a text to read (rules, policy, questions and answers), not a closed door. */
const LONG_PAGE = 4000;

/** Gates by text, one per need and sentence. What a recognised prompt says is left to the prompt. */
export function readGates(surface: Surface, prompts: readonly Pick<PromptReading, 'node' | 'role'>[] = []): readonly GateReading[] {
  const reader = readerOf(surface);
  const flow = flowOf(reader);
  const words = flow.runs.reduce((sum, run) => sum + run.text.length, 0);
  if (words > LONG_PAGE) return [];
  const spoken = prompts.filter((prompt) => prompt.role !== 'unknown' && prompt.role !== 'notice');
  const found: GateReading[] = [];
  for (const block of blocks(flow.runs)) {
    const said = spoken.some((prompt) => reader.within(block.node, prompt.node));
    for (const sentence of block.text.split(/[。！!;；\n]/)) {
      for (const needs of gatesOf(sentence)) {
        // No prompt has the role of asking for a face: what it says of one would be lost.
        if ((said && needs !== 'face') || found.some((gate) => gate.needs === needs && gate.text === sentence.trim())) continue;
        found.push({ needs, node: block.node, text: sentence.trim(), box: reader.boxOf(block.node) });
      }
    }
  }
  for (const { node, words: drawn } of surface.recognised ?? []) {
    const text = drawn
      .map((word) => word.text)
      .join('')
      .replaceAll(/\s+/g, '');
    if (spoken.some((prompt) => reader.within(node, prompt.node))) continue;
    for (const needs of gatesOf(text)) {
      if (!found.some((gate) => gate.needs === needs)) found.push({ needs, node, text, box: reader.boxOf(node) });
    }
  }
  return found;
}

/** Demands that are made in one breath: 「注册会员并关注公众号后即可缴费」. */
const TOGETHER: readonly GateNeed[] = ['phone', 'profile', 'membership', 'follow', 'location', 'face', 'identity'];

/** What something is called promises nothing: 「自动开通“鲜享会员”」. */
const NAMED = /[“"「『‘'][^”"」』’']{1,12}[”"」』’']/g;

/** What a sentence demands; nothing when it demands nothing, says the opposite, or only promises an extra. */
export function gatesOf(sentence: string): readonly GateNeed[] {
  const words = fold(sentence);
  if (words.length < 4 || words.length > LONGEST || NO_GATE.test(words) || NARRATES.test(words)) return [];
  if (EXTRA_ONLY.test(words.replace(NAMED, '')) && !FIRM.test(words)) return [];
  const [first, ...more] = GATE_WORDS.filter((gate) => gate.words.some((word) => word.test(words))).map(({ needs }) => needs);
  if (first === undefined) return [];
  return TOGETHER.includes(first) ? [...new Set([first, ...more.filter((needs) => TOGETHER.includes(needs))])] : [first];
}

function blocks(runs: readonly Run[]): readonly { readonly node: number; readonly text: string }[] {
  const list: { node: number; text: string }[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    if (last && !run.breakBefore) last.text += run.text;
    else list.push({ node: run.node, text: run.text });
  }
  return list;
}

import { firstAt } from '../flow/sorted.ts';
import type { Flow } from '../flow/flow.ts';
import type { Reader } from '../reader.ts';
import { documentsIn } from '../words/documents.ts';

const LONGEST = 300;

/**
 * Words a tick stands for: its own label, widened to the row when the sentence goes on outside the label
 * (links beside it). Never reaches over another tick, a field, or a block that is not of the same row.
 */
export function tickLabel(reader: Reader, flow: Flow, tick: number, tied: string, others: readonly number[]): string {
  if (documentsIn(tied).length > 0 || tied.length > 60) return tied.replace(/\s+/g, ' ').trim();
  let at = reader.node(tick).parent;
  let best = tied;
  for (let level = 0; level < 5 && at > 0; level++) {
    const end = flow.end(at);
    const before = ticksAround(others, tick, at, end).before;
    const after = ticksAround(others, tick, at, end).after;
    const box = reader.boxOf(at);
    if (reader.node(at).tag === 'body' || reader.node(at).tag === 'form') break;
    if (box && box.height > 140 && level > 0) break;
    const following = flow.between(tick, after ?? end, LONGEST + 40);
    const preceding = before === undefined ? flow.between(at, tick, LONGEST + 40) : '';
    const words = (following || preceding).replace(/\s+/g, ' ').trim();
    if (words.length > LONGEST) break;
    if (words.length > best.length)
      best =
        following && preceding && before === undefined && after === undefined
          ? `${preceding} ${following}`.replace(/\s+/g, ' ').trim()
          : words;
    if (best !== '' && (before !== undefined || after !== undefined || documentsIn(best).length > 0)) break;
    // Only an agreement sentence goes on beside its label; whole words of another row are another row's.
    if (best.length > 1 && !/同意|阅读|授权|知悉|agree|read|accept|consent/i.test(best)) break;
    if (best !== '' && level >= 2) break;
    at = reader.node(at).parent;
  }
  return best.replace(/\s+/g, ' ').trim();
}

function ticksAround(
  ticks: readonly number[],
  tick: number,
  from: number,
  to: number,
): { readonly before: number | undefined; readonly after: number | undefined } {
  const at = firstAt(ticks, tick);
  const before = ticks[at - 1];
  const after = ticks[firstAt(ticks, tick + 1)];
  return {
    before: before !== undefined && before >= from ? before : undefined,
    after: after !== undefined && after < to ? after : undefined,
  };
}

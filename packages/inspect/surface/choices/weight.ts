import type { Box, ChoiceRole } from '../../facts/fact.ts';
import type { ChoiceReading } from '../model.ts';
import type { Reader } from '../reader.ts';
import { shareInside } from '../geometry/box.ts';
import type { Look } from './shape.ts';

export interface Weighed {
  readonly node: number;
  readonly look: Look;
  readonly box: Box;
  readonly contrast: number | null;
  readonly role: ChoiceRole;
}

/** Thresholds are ours; the law has none (App-method practice speaks of "equally conspicuous"). */
const SMALLEST_FONT = 9;
const FAINTEST = 0.35;
/** Grey #999 on white (2.85) is weak but read by everybody; beneath this a text is as good as hidden. */
const LOWEST_CONTRAST = 2.5;
const WAYS_OUT: ReadonlySet<ChoiceRole> = new Set(['refuse', 'close', 'later', 'guest', 'exit']);
const LIKE_AREA = 0.55;
const LIKE_FONT = 0.8;

/** Weight of every control against the strongest of the same prompt. */
export function weigh(reader: Reader, units: readonly Weighed[]): ChoiceReading['weight'][] {
  const strengths = units.map(strengthOf);
  const most = Math.max(0, ...strengths);
  // Among like ones the agreeing control is the measure: the question is whether the others are as strong as it.
  const rank = (at: number) => (strengths[at] ?? 0) + (units[at]?.role === 'agree' && (strengths[at] ?? 0) >= 0.75 * most ? most : 0);
  const best = units.reduce((top, _, at) => (rank(at) > rank(top) ? at : top), 0);
  const strongest = units[best];
  return units.map((unit, at) => {
    // A way out nobody can see stays hidden, even where it is the only control.
    if (isHidden(reader, unit) && (at !== best || WAYS_OUT.has(unit.role))) return 'hidden';
    if (at === best) return 'strongest';
    return strongest && isLike(unit, strongest) ? 'equal' : 'weaker';
  });
}

function strengthOf(unit: Weighed): number {
  const { look, box, contrast } = unit;
  const ground = look.filled ? 3 : look.bordered ? 1.6 : 1;
  const size = look.filled || look.bordered ? box.width * box.height : Math.min(box.width * box.height, 4000);
  return (
    ground *
    Math.sqrt(size) *
    (look.fontSize > 0 ? look.fontSize / 14 : 1) *
    (look.bold ? 1.1 : 1) *
    (contrast !== null && contrast < 2 ? 0.5 : 1)
  );
}

function isLike(unit: Weighed, strongest: Weighed): boolean {
  const drawn = (look: Look) => look.filled || look.bordered || look.shape === 'image';
  if (unit.look.shape === 'icon' && strongest.look.shape !== 'icon') return false;
  if (drawn(unit.look) !== drawn(strongest.look)) return false;
  const area = (box: Box) => box.width * box.height;
  if (area(unit.box) < LIKE_AREA * area(strongest.box)) return false;
  if (unit.look.fontSize < LIKE_FONT * strongest.look.fontSize) return false;
  return unit.contrast === null || unit.contrast >= 3 || (strongest.contrast !== null && unit.contrast >= 0.8 * strongest.contrast);
}

function isHidden(reader: Reader, unit: Weighed): boolean {
  if (reader.opacity(unit.node) < FAINTEST) return true;
  if (unit.look.fontSize > 0 && unit.look.fontSize < SMALLEST_FONT && unit.look.shape !== 'icon') return true;
  if (unit.contrast !== null && unit.contrast < LOWEST_CONTRAST && !unit.look.filled) return true;
  // Reachable only by scrolling the page or the card sideways or down.
  return shareInside(unit.box, reader.viewport) < 0.3 && reader.visibleBox(unit.node) === null;
}

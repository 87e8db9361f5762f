import type { Box } from '../../../facts/fact.ts';
import { shareInside } from '../../../surface/geometry/box.ts';
import type { PromptReading } from '../../../surface/model.ts';
import { type Aim, centreOf, type Effect, type Page, type PageLook } from './page.ts';

/** Brings a box into the view; returns where it is now. Pages scroll as one piece, so the offset is taken from what moved. */
async function reveal(page: Page, look: PageLook, node: number, part: Box | undefined): Promise<{ look: PageLook; box: Box } | null> {
  const box = part ?? look.surface.nodes[node]?.box;
  if (!box) return null;
  const { height } = look.surface.viewport;
  const { y } = centreOf(box);
  if (y >= 4 && y <= height - 4) return { look, box };
  await page.scroll(y - height / 2);
  const now = await page.look('scrolled');
  const moved = now.surface.viewport.scrollY - look.surface.viewport.scrollY;
  const there = { ...box, y: box.y - moved };
  return centreOf(there).y >= 0 && centreOf(there).y <= height ? { look: now, box: there } : null;
}

/**
 * Presses a node as a finger would, waits, looks again, and records what came of it. `part` is the place to press when a node
 * holds several buttons, as a picture does. Returns null when the node cannot be brought into view.
 */
export async function press(page: Page, before: PageLook, node: number, aim: Aim, text: string, part?: Box): Promise<Effect | null> {
  const place = await reveal(page, before, node, part);
  if (!place) return null;
  const { x, y } = centreOf(place.box);
  const from = page.url();
  const input = page.record('input', { kind: 'tap', aim, text, surface: before.sha256, node, x, y });
  await page.tap(x, y);
  await page.settle('short');
  const look = await page.look(`after ${aim}`);
  const effect = compare(before, look, node, from, page.url());
  const { closed, navigated, left, newPrompt, nothing } = effect;
  page.record('effect', { input, closed, navigated, left, newPrompt, nothing });
  return effect;
}

function compare(before: PageLook, after: PageLook, node: number, from: string, to: string): Effect {
  const pressed = before.reading.prompts.find((prompt) => prompt.choices.some((choice) => choice.node === node));
  const known = new Set(before.reading.prompts.map((prompt) => prompt.key));
  const closed =
    pressed !== undefined && !after.reading.prompts.some((prompt) => prompt.key === pressed.key || sameDrawing(prompt, pressed));
  const navigated = withoutHash(from) !== withoutHash(to);
  const left = hostOf(from) !== hostOf(to) || isEmptyPage(after);
  const newPrompt = after.reading.prompts.some((prompt) => !known.has(prompt.key));
  const nothing = !closed && !navigated && !newPrompt && after.sha256 === before.sha256;
  return {
    look: after,
    closed,
    navigated,
    left,
    newPrompt,
    nothing: nothing || (!closed && !navigated && !newPrompt && sameReading(before, after)),
  };
}

/** A drawn dialog may be read a little differently the second time. */
function sameDrawing(a: PromptReading, b: PromptReading): boolean {
  if (a.rendered !== 'image' || b.rendered !== 'image' || shareInside(a.box, b.box) < 0.95 || shareInside(b.box, a.box) < 0.95)
    return false;
  const letters = [...b.text].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.filter((letter) => a.text.includes(letter)).length >= 0.6 * letters.length;
}

const withoutHash = (url: string): string => url.split('#')[0] ?? url;
const hostOf = (url: string): string => URL.parse(url)?.host ?? url;
const isEmptyPage = (look: PageLook): boolean =>
  look.reading.text.trim() === '' && look.reading.pictures.length === 0 && look.reading.controls.length === 0;

function sameReading(a: PageLook, b: PageLook): boolean {
  return (
    a.reading.text === b.reading.text &&
    a.surface.nodes.length === b.surface.nodes.length &&
    a.reading.ticks.map((tick) => tick.state).join() === b.reading.ticks.map((tick) => tick.state).join()
  );
}

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
  const from = { url: page.url(), documents: page.documents(), inPopup: page.inPopup() };
  const pressed = before.reading.prompts.find((prompt) => prompt.choices.some((choice) => choice.node === node));
  const input = page.record('input', { kind: 'tap', aim, text, surface: before.sha256, node, x, y });
  await page.tap(x, y);
  // A question that goes and comes back while the page settles would look as if it had never gone.
  const refused = pressed !== undefined && REFUSES.test(aim) && ASKS.includes(pressed.role) ? pressed : undefined;
  const gone = refused !== undefined && (await goesAway(page, refused, `just after ${aim}`));
  await page.settle('short');
  let look = await page.look(`after ${aim}`);
  // Putting a layer aside is no wish to go elsewhere: what it pops up has been seen now and is closed.
  if (!from.inPopup && REFUSES.test(aim) && page.inPopup() && (await page.closePopup())) {
    await page.settle('short');
    look = await page.look(`after closing the pop-up of ${aim}`);
  }
  const cameOf = (now: PageLook): Effect => {
    const reopened = page.documents() !== from.documents && !from.inPopup;
    const closing = /:close$/.test(aim);
    return compare(before, now, pressed, { from: from.url, to: page.url(), reopened, gone, refused: refused !== undefined, closing });
  };
  let effect = cameOf(look);
  if (effect.nothing) {
    // On a busy machine a page answers late: nothing is said of a press before a second look.
    await page.pause(LATE_MS);
    effect = cameOf(await page.look(`late after ${aim}`));
  }
  const { closed, navigated, left, newPrompt, nothing } = effect;
  page.record('effect', { input, closed, navigated, left, newPrompt, nothing });
  return effect;
}

const LATE_MS = 900;

const REFUSES = /^prompt:.*:(refuse|close|later|guest)$/;
/** Long enough for a layer to go, too short for most to come back. */
const GOES_MS = 180;

async function goesAway(page: Page, pressed: PromptReading, reason: string): Promise<boolean> {
  await page.pause(GOES_MS);
  const popup = page.inPopup();
  const look = await page.look(reason);
  return !popup && !page.inPopup() && !stands(look, pressed);
}

/** Roles that ask for agreement or data: whether they come back matters. */
const ASKS: readonly PromptReading['role'][] = ['consent', 'login', 'phone', 'profile', 'membership', 'follow', 'location', 'permission'];

const stands = (look: PageLook, wanted: PromptReading): PromptReading | undefined =>
  look.reading.prompts.find((prompt) => prompt.key === wanted.key || sameDrawing(prompt, wanted));

interface Way {
  readonly from: string;
  readonly to: string;
  /** A document was opened since, be it the same one again. */
  readonly reopened: boolean;
  /** The prompt was seen to go in between. */
  readonly gone: boolean;
  /** The press refused a question. */
  readonly refused: boolean;
  /** The press was on a closing mark. */
  readonly closing: boolean;
}

function compare(before: PageLook, after: PageLook, pressed: PromptReading | undefined, way: Way): Effect {
  const known = new Set(before.reading.prompts.map((prompt) => prompt.key));
  const same = pressed && (stands(after, pressed) ?? (way.closing ? heldBack(before, after, pressed) : undefined));
  // The same words in a new document, or on a node that was not there before, are the question asked once more.
  const again =
    pressed !== undefined &&
    same !== undefined &&
    (way.gone || way.reopened || (way.refused && isOtherNode(before, pressed.node, after, same.node)));
  const closed = pressed !== undefined && (same === undefined || again);
  const navigated = withoutHash(way.from) !== withoutHash(way.to) || way.reopened;
  const left = hostOf(way.from) !== hostOf(way.to) || isEmptyPage(after) || saysGoodbye(after);
  const newPrompt = again || after.reading.prompts.some((prompt) => !known.has(prompt.key) && prompt !== same);
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

const HOLDS_BACK =
  /(再次?|再来)(点击?|按)|(确[定认]|真的)(要)?(不要|不领|放弃|离开|关闭|退出|残忍)|残忍(拒绝|离开|放弃)|最后一次机会|are you sure|(tap|click) again/i;

/** The very layer whose mark was pressed, which now asks whether one means it: it changed its words and did not close. */
function heldBack(before: PageLook, after: PageLook, pressed: PromptReading): PromptReading | undefined {
  const node = before.surface.nodes[pressed.node]?.backend;
  if (node === undefined) return undefined;
  return after.reading.prompts.find(
    (prompt) =>
      after.surface.nodes[prompt.node]?.backend === node &&
      HOLDS_BACK.test(prompt.text) &&
      prompt.choices.some(({ role }) => role === 'close'),
  );
}

function isOtherNode(before: PageLook, a: number, after: PageLook, b: number): boolean {
  const [was, is] = [before.surface.nodes[a]?.backend, after.surface.nodes[b]?.backend];
  return was !== undefined && is !== undefined && was !== is;
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

const GOODBYE =
  /(您|你)?已(经)?(退出|离开|拒绝)[^。]{0,12}(感谢|谢谢|再见|欢迎|请关闭|无法)|感谢(您的)?(使用|访问|光临|支持)[^。]{0,8}(再见|请关闭|欢迎再来)|请(您)?(直接|自行)?关闭(本|此|当前)?(页面|网页|窗口|小程序)|(无法|不能)(继续)?(为您)?(提供|使用)[^。]{0,8}服务[^。]{0,6}(请关闭|再见)|服务已(终止|结束)|期待(与)?(您)?(的)?(再次光临|下次)/;

/** Little but words of parting, and nothing to go on with: the consumer was shown out. */
const saysGoodbye = ({ reading }: PageLook): boolean =>
  reading.text.length <= 120 &&
  GOODBYE.test(reading.text) &&
  reading.fields.length === 0 &&
  reading.controls.every(({ role }) => role !== 'forward');

function sameReading(a: PageLook, b: PageLook): boolean {
  return (
    a.reading.text === b.reading.text &&
    a.surface.nodes.length === b.surface.nodes.length &&
    a.reading.ticks.map((tick) => tick.state).join() === b.reading.ticks.map((tick) => tick.state).join()
  );
}

import type { ChoiceRole, GateNeed } from '../../../facts/fact.ts';
import type { ChoiceReading, ControlReading, PromptReading } from '../../../surface/model.ts';
import { WALK_END_NOTE, type WalkEnd } from '../../../facts/derive/visit/walk.ts';
import { answerPrompts, needOf } from './answer-prompts.ts';
import {
  chooseForward,
  chooseOther,
  closedByForm,
  controlKey,
  goalControl,
  hidesMore,
  intoBasket,
  namedEnd,
  shutUntil,
} from './choose-forward.ts';
import { fillFields } from './fill-fields.ts';
import type { SceneGoal } from './goals.data.ts';
import { centreOf, type Page, type PageLook, type Stance } from './page.ts';
import { press } from './press.ts';
import { openFormsHere, openOtherForms } from './other-forms.ts';
import { isDone, showsContent } from './shows-function.ts';

const MAX_STEPS = 16;
/** Time a page gets to open after the last answer, before it is held for shut. */
const SLOW_MS = 1000;
const MAX_RETREATS = 3;
/** Controls without a known purpose that are tried when no way forward is named. */
const MAX_EXPLORED = 5;

interface WalkOptions {
  readonly goal: SceneGoal;
  readonly stance: Stance;
  readonly canary: Readonly<Record<string, string>>;
  /** The refusing arm gives nothing beyond what it must: it leaves fields empty. */
  readonly fill: boolean;
  /** The consent choice already ended the visit: the page threw the consumer out. */
  readonly thrownOut: boolean;
}

/**
 * Walks towards the basic function as a consumer would, answering what comes up by the stance of the arm, and stops before the
 * control that would submit, order or pay. Records the end of the walk in the ledger.
 */
export async function walk(page: Page, start: PageLook, options: WalkOptions): Promise<WalkEnd> {
  const pressed = new Set<string>();
  const watched: Page = {
    ...page,
    record(type, data) {
      if (type === 'input' && 'text' in data && data.text !== null) pressed.add(data.text);
      return page.record(type, data);
    },
  };
  const end = await walkOn(watched, start, options);
  page.record('note', { code: WALK_END_NOTE, detail: JSON.stringify(end) });
  if (options.stance === 'refuse' && !options.thrownOut) await watchOn(page, options.canary);
  // Coming to the first page again would ask whoever refused once more: that is for the page to do, not for us.
  const settled = end.reached === 'yes' || end.stoppedBy === 'no-way-forward';
  const others = { ...options, pressed, step: end.steps };
  if (end.reached === 'yes' && options.stance !== 'refuse') await openFormsHere(page, start, others);
  // Who agreed and was stopped all the same may still use what stands beside.
  const gated = options.stance === 'agree' && GATES.some((need) => need === end.stoppedBy);
  if ((settled && options.stance !== 'refuse') || gated) await openOtherForms(page, start, others);
  return end;
}

const GATES: readonly GateNeed[] = ['phone', 'profile', 'membership', 'login', 'follow', 'location'];

/** Long enough for what a page sends every second or two. Our own line. */
const WATCH_MS = 2500;

/** The way is walked; what the page still takes from whoever refused shows when he stays a while and types, and sends nothing. */
async function watchOn(page: Page, canary: WalkOptions['canary']): Promise<void> {
  const began = Date.now();
  if (page.timeLeft() > WATCH_MS) await fillFields(page, await seeNextSteps(page), canary, new Set());
  const rest = WATCH_MS - (Date.now() - began);
  if (rest > 0 && page.timeLeft() > rest) await page.pause(rest);
}

const NEXT_STEP = /^(下一步|下一页|继续|继续填写|next|continue)( ?\(\d\/\d\))?$/i;
const MAX_NEXT = 4;

/** Forms in several steps: with every field still empty nothing can be handed in, and what the next step would ask may be seen. */
async function seeNextSteps(page: Page): Promise<PageLook> {
  let look = await page.look('still there');
  for (let count = 0; count < MAX_NEXT && page.timeLeft() > WATCH_MS; count += 1) {
    const control = look.reading.controls.find(({ text }) => NEXT_STEP.test(text.trim()));
    if (!control || look.reading.fields.length === 0) return look;
    const effect = await press(page, look, control.node, 'explore', control.text);
    if (!effect || effect.nothing) return look;
    look = effect.look;
    if (effect.left || look.reading.prompts.some(({ blocking }) => blocking)) return look;
  }
  return look;
}

async function walkOn(page: Page, start: PageLook, { goal, stance, canary, fill, thrownOut }: WalkOptions): Promise<WalkEnd> {
  const stop = (steps: number, stoppedBy: WalkEnd['stoppedBy'], exhausted = false): WalkEnd => ({
    function: goal.function,
    reached: stoppedBy === null ? 'yes' : stoppedBy === 'no-way-forward' || stoppedBy === 'time' ? 'unknown' : 'no',
    steps,
    stoppedBy,
    exhausted,
  });
  if (thrownOut) return stop(0, 'agreement');
  const home = hostOf(page.url());
  const blockedBy = new Map<string, string>();
  const deadEnds = new Set<string>();
  const tried = new Set<string>();
  const filled = new Set<string>();
  const uncovered = new Set<string>();
  let look = start;
  let lastPressed: string | null = null;
  let depth = 0;
  let retreats = 0;
  let explored = 0;
  let more = false;
  let basketFilled = false;
  let serves: string | null = null;
  for (let step = 1; step <= MAX_STEPS; step += 1) {
    if (page.timeLeft() <= 0) return stop(step - 1, 'time');
    page.setStage('use', step, `step ${step}`);
    const before = look;
    // An order sheet drawn over the page holds the end of the way: it is where we wanted to go, not something in front of it.
    const sheet = look.reading.prompts.find(({ blocking, role }) => blocking && role === 'unknown');
    if (sheet && !(fill ? undefined : requiredNeed(look)) && goalControl(look, goal)) return stop(step - 1, null);
    let answered = await answerPrompts(page, look, stance);
    // Shut for good, or only slow to open? One more try tells; the arm that leaves consent alone has nothing to try.
    if (answered.blockedBy && !answered.left && stance === 'agree' && page.timeLeft() > 0) {
      await page.pause(SLOW_MS);
      answered = await answerPrompts(page, await page.look('still shut'), stance);
    }
    look = answered.look;
    if (answered.left || hostOf(page.url()) !== home) return stop(step - 1, answered.blockedBy ?? 'left-site');
    if (answered.blockedBy) {
      // A form that shuts the way is not sent, but what leaves while it is filled in is seen.
      if (fill) await fillFields(page, look, canary, filled);
      return stop(step - 1, answered.blockedBy);
    }
    look = await fillFields(page, look, fill ? canary : needed(canary), filled);
    // A layer that came up over the form is answered before the way is held for open.
    if (look.reading.prompts.some(({ blocking, key }) => blocking && !answered.look.reading.prompts.some((known) => known.key === key)))
      continue;
    const unfilled = fill ? undefined : requiredNeed(look);
    const goalEnd = goalControl(look, goal);
    if (goalEnd || isDone(look, goal) || (depth > 0 && namedEnd(look, goal)))
      return stop(step - 1, unfilled ?? shutUntil(look, goalEnd) ?? null);
    if (!serves && !unfilled && showsContent(look, goal)) serves = goal.content?.function ?? null;
    more ||= hidesMore(look);
    const closedWays = new Set([...tried, ...deadEnds]);
    const first = basketFilled ? undefined : intoBasket(look, goal);
    const next = first ?? chooseForward(look, goal, closedWays);
    if (!next && hasMoreBelow(look)) {
      look = await scrollOn(page, look);
      continue;
    }
    const closed = next ? undefined : closedByForm(look);
    if (closed) return stop(step - 1, closed);
    const other = next ?? (explored < MAX_EXPLORED ? chooseOther(look, closedWays) : undefined);
    if (!other) {
      // A dead end: go back and try the next way.
      const back = unfilled || depth === 0 || retreats >= MAX_RETREATS ? null : await retreat(page, look);
      if (!back && serves && !unfilled) return { ...stop(step - 1, null, !more), function: serves };
      if (!back) return stop(step - 1, unfilled ?? 'no-way-forward', !unfilled && !more);
      retreats += 1;
      depth -= 1;
      if (lastPressed) deadEnds.add(lastPressed);
      look = back;
      continue;
    }
    if (!next) explored += 1;
    const key = controlKey(other);
    const cover = coverOf(look, other);
    if (cover && !uncovered.has(cover.prompt.key)) {
      uncovered.add(cover.prompt.key);
      const { prompt, choice } = cover;
      look = (await press(page, look, choice.node, `prompt:${prompt.role}:${choice.role}`, choice.text))?.look ?? look;
      continue;
    }
    const effect = await press(page, look, other.node, next ? `forward:${goal.function}` : 'explore', other.text);
    tried.add(key);
    if (first) basketFilled = true;
    if (!effect) continue;
    look = effect.look;
    // The same control brings up the same prompt again after we put it aside: refusing it closes the way.
    const raised = look.reading.prompts.find(({ blocking, role }) => blocking || role === 'phone' || role === 'profile');
    // One dish that asks for more closes nothing: there are other dishes and other ways.
    if (raised && first) continue;
    if (raised) {
      if (blockedBy.get(key) === raised.key) {
        if (next) return stop(step, needOf(raised.role));
        deadEnds.add(key);
      }
      blockedBy.set(key, raised.key);
      tried.delete(key);
    } else if (!effect.nothing) {
      depth += 1;
      lastPressed = key;
      // Exploring changes something on nearly every page; only a step forward opens closed ways again.
      if (next) tried.clear();
      if (look.sha256 !== before.sha256) tried.add(key);
    }
  }
  return stop(MAX_STEPS, 'no-way-forward');
}

/** What even whoever gives nothing must say to be served at all: which car stands there. */
const needed = ({ plate }: WalkOptions['canary']): WalkOptions['canary'] => (plate === undefined ? {} : { plate });

const hasMoreBelow = ({ surface: { viewport } }: PageLook): boolean => viewport.pageHeight > viewport.scrollY + viewport.height * 1.5;

async function scrollOn(page: Page, look: PageLook): Promise<PageLook> {
  page.record('input', { kind: 'scroll', aim: 'scroll', text: null, surface: look.sha256, node: null, x: null, y: null });
  await page.scroll(look.surface.viewport.height * 0.8);
  await page.settle('short');
  return page.look('scrolled');
}

const PUTS_ASIDE: readonly ChoiceRole[] = ['close', 'refuse', 'later', 'guest'];

/** A layer that shuts nothing but lies over what is to be pressed, with what puts it aside: a tap would hit the layer. */
function coverOf(
  { reading: { prompts }, surface }: PageLook,
  control: ControlReading,
): { prompt: PromptReading; choice: ChoiceReading } | undefined {
  const { x, y } = centreOf(control.box);
  const holders = new Set<number>();
  for (let at = control.node; at >= 0 && !holders.has(at); at = surface.nodes[at]?.parent ?? -1) holders.add(at);
  const prompt = prompts.find(
    ({ node, blocking, role, rendered, box }) =>
      !blocking &&
      role !== 'consent' &&
      rendered === 'text' &&
      !holders.has(node) &&
      x > box.x &&
      x < box.x + box.width &&
      y > box.y &&
      y < box.y + box.height,
  );
  const choice = prompt?.choices.find(({ role, weight }) => PUTS_ASIDE.includes(role) && weight !== 'hidden');
  return prompt && choice ? { prompt, choice } : undefined;
}

const BACK = /返回|^[‹<←]|back/i;

/** Back to the page before: by the page's own control, else by the browser. Null when nothing changes. */
async function retreat(page: Page, look: PageLook): Promise<PageLook | null> {
  const control = look.reading.controls.find((candidate) => !candidate.dangerous && BACK.test(candidate.text.trim()));
  if (control) {
    const effect = await press(page, look, control.node, 'back', control.text);
    if (effect && !effect.nothing && !effect.left) return effect.look;
  }
  page.record('input', { kind: 'back', aim: 'back', text: null, surface: look.sha256, node: null, x: null, y: null });
  await page.back();
  await page.settle('short');
  const before = await page.look('after going back');
  return before.sha256 === look.sha256 || before.reading.text.trim() === '' ? null : before;
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

/** What a required, empty field on view demands of someone who gives nothing. */
function requiredNeed(look: PageLook): GateNeed | undefined {
  const field = look.reading.fields.find(
    (candidate) => candidate.required === 'yes' && candidate.categories.some((category) => category !== 'plate'),
  );
  if (!field) return undefined;
  return field.categories.includes('phone') ? 'phone' : field.categories.includes('id-number') ? 'identity' : 'fields';
}

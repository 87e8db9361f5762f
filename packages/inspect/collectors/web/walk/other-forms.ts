import { answerPrompts } from './answer-prompts.ts';
import { insidePrompt } from './choose-forward.ts';
import { fillFields } from './fill-fields.ts';
import type { SceneGoal } from './goals.data.ts';
import type { Page, PageLook, Stance } from './page.ts';
import { press } from './press.ts';

const MAX_FORMS = 2;
/** Not begun with less time than this left. */
const NEEDS_MS = 8000;

interface OtherForms {
  readonly goal: SceneGoal;
  readonly stance: Stance;
  readonly canary: Readonly<Record<string, string>>;
  /** Words of what the walk pressed. */
  readonly pressed: ReadonlySet<string>;
  readonly step: number;
}

/**
 * Shops of some scenes have several functions side by side (a trial lesson and the enrolment, a price and a test drive). The walk ends at
 * one; here the others that stand on the first page are opened and looked at, filled in like the first, and never sent.
 */
export async function openOtherForms(page: Page, start: PageLook, { goal, stance, canary, pressed, step }: OtherForms): Promise<void> {
  const ways = waysBeside(start, goal, pressed);
  const entry = start.surface.url;
  for (const [index, words] of ways.entries()) {
    if (page.timeLeft() < NEEDS_MS) return;
    // Coming back is our own doing: what the page asks again then is not held against it.
    page.setStage('read', step, 'back to the first page');
    if (!(await page.goto(entry)).ok) return;
    await page.settle('arrive');
    const home = await answerPrompts(page, await page.look('entry again'), stance);
    const control = home.look.reading.controls.find(({ text, dangerous }) => text === words && !dangerous);
    if (home.left || home.blockedBy || !control) return;
    page.setStage('use', step + index + 1, `other form ${words}`);
    const effect = await press(page, home.look, control.node, `forward:${goal.function}`, words);
    if (!effect || effect.nothing || effect.left) continue;
    const answered = await answerPrompts(page, effect.look, stance);
    if (!answered.left) await fillFields(page, answered.look, canary, new Set());
  }
}

const waysBeside = (start: PageLook, goal: SceneGoal, pressed: ReadonlySet<string>): readonly string[] =>
  goal.severalForms
    ? [
        ...new Set(
          start.reading.controls
            .filter(
              ({ text, role, dangerous, node }) =>
                role === 'forward' &&
                !dangerous &&
                text.length <= 16 &&
                goal.ways[0]?.test(text) === true &&
                !pressed.has(text) &&
                !insidePrompt(start, node),
            )
            .map(({ text }) => text),
        ),
      ].slice(0, MAX_FORMS)
    : [];

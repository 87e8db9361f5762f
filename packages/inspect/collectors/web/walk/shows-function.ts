import type { PageLook } from './page.ts';
import type { SceneGoal } from './goals.data.ts';

/** The words a page shows once its function is done by something off the page, such as a code to scan. */
export const isDone = (look: PageLook, goal: SceneGoal): boolean =>
  goal.done !== undefined && !isShut(look) && goal.done.test(look.reading.text);

/**
 * Whether the page serves what a visitor of the scene comes to see (a listing with its price, courses with what they cost), so that
 * being there is the function. Not where it is behind a layer, or where words lead on to an enquiry or an order: then that is the end.
 */
export function showsContent(look: PageLook, goal: SceneGoal): boolean {
  if (!goal.content || isShut(look)) return false;
  const { text, controls } = look.reading;
  const leadsOn = controls.some(
    (control) => control.text.length <= 24 && (goal.ways[0]?.test(control.text) || goal.end.test(control.text)),
  );
  return !leadsOn && goal.content.shown.every((words) => words.test(text));
}

const isShut = ({ reading }: PageLook): boolean => reading.prompts.some(({ blocking }) => blocking);

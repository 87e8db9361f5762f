import type { ControlReading } from '../../../surface/model.ts';
import type { PageLook } from './page.ts';
import type { SceneGoal } from './goals.data.ts';

/** Identity of a control across looks: its words and rough place, because node numbers change. */
export const controlKey = (control: ControlReading): string =>
  `${control.text.replaceAll(/[\d.,¥￥()（）]+/g, '')}@${Math.round(control.box.x / 40)}`;

/** The control that ends the basic function, if it is on the page. */
export function goalControl(look: PageLook, goal: SceneGoal): ControlReading | undefined {
  return look.reading.controls.find((control) => goal.end.test(control.text) && control.text.length <= 24);
}

/**
 * The next control to press on the way to the basic function: nearest to the end first; controls that did nothing since the
 * last progress are left out; nothing that submits, pays, sends a code, calls or leaves is ever chosen.
 */
export function chooseForward(look: PageLook, goal: SceneGoal, tried: ReadonlySet<string>): ControlReading | undefined {
  const open = look.reading.controls.filter(
    (control) =>
      !control.dangerous &&
      !['dangerous', 'document', 'login', 'account', 'back', 'member'].includes(control.role) &&
      control.text.length > 0 &&
      control.text.length <= 40 &&
      !tried.has(controlKey(control)) &&
      !insidePrompt(look, control.node),
  );
  for (const way of goal.ways) {
    const match = open.find((control) => way.test(control.text));
    if (match) return match;
  }
  return open.find((control) => control.role === 'forward');
}

const insidePrompt = (look: PageLook, node: number): boolean =>
  look.reading.prompts.some((prompt) => prompt.choices.some((choice) => choice.node === node));

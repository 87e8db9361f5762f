import type { Box } from '../../facts/fact.ts';
import type { ControlReading, FieldReading, PromptReading } from '../model.ts';

const inside = (inner: Box | null, outer: Box): boolean =>
  inner !== null && inner.x + inner.width / 2 >= outer.x && inner.x + inner.width / 2 <= outer.x + outer.width && inner.y + inner.height / 2 >= outer.y;

/**
 * A full page with a form (checkout, application) laid over the one before it is where the consumer went, not a layer put in
 * front: it asks to be filled in, and its agreement line is judged as a tick, not as a dialog.
 */
export function isFormPage(prompt: PromptReading, fields: readonly FieldReading[], controls: readonly ControlReading[]): boolean {
  if (prompt.role !== 'consent' && prompt.role !== 'unknown' && prompt.role !== 'address') return false;
  const asked = fields.filter((field) => field.categories.length > 0 && inside(field.box, prompt.box));
  const sends = controls.some((control) => control.dangerous && inside(control.box, prompt.box));
  return asked.length >= 2 && sends;
}

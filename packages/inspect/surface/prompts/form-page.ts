import type { ControlReading, FieldReading, PromptReading } from '../model.ts';

/** Whether a node lies within another, shadow roots and frames included. */
type Within = (node: number, ancestor: number) => boolean;

/**
 * A full page with a form (checkout, application) laid over the one before it is where the consumer went, not a layer put in
 * front: it asks to be filled in, and its agreement line is judged as a tick, not as a dialog.
 */
export function isFormPage(
  prompt: PromptReading,
  fields: readonly FieldReading[],
  controls: readonly ControlReading[],
  within: Within,
): boolean {
  if (prompt.role !== 'consent' && prompt.role !== 'unknown' && prompt.role !== 'address') return false;
  const asked = fields.filter((field) => field.categories.length > 0 && within(field.node, prompt.node));
  const sends = controls.some((control) => control.dangerous && within(control.node, prompt.node));
  return asked.length >= 2 && sends;
}

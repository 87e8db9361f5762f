import type { Reader } from '../reader.ts';
import type { SurfaceNode } from '../surface.ts';
import { promptText } from '../words/prompt-text.ts';
import { TICK_LABEL } from '../words/consent.data.ts';

/** Whether a pressable thing is the label of a tick box (「我已阅读并同意《…》」 beside a square) and not a button. */
export function isTickLabel(reader: Reader, node: SurfaceNode, text: string): boolean {
  const role = node.attributes['role'] ?? '';
  if (/^(checkbox|radio|switch)$/.test(role) || 'aria-checked' in node.attributes) return true;
  if (node.tag === 'label' || holdsTick(reader, node)) return true;
  if (!TICK_LABEL.test(promptText(text))) return false;
  // A picture of a whole dialog says all of it in its alternative text.
  if (/^(img|canvas|svg)$/.test(node.tag)) return false;
  // A label names documents or stands in small type beside a square; a button says it in a filled box.
  if (/《/.test(text) || text.length > 16) return true;
  const parent = node.parent >= 0 ? reader.node(node.parent) : null;
  return parent !== null && holdsTick(reader, parent);
}

function holdsTick(reader: Reader, node: SurfaceNode): boolean {
  return reader.descendants(node.id).some((id) => {
    const below = reader.node(id);
    if (below.tag === 'input') return below.attributes['type'] === 'checkbox' || below.attributes['type'] === 'radio';
    return (
      /^(checkbox|radio|switch)$/.test(below.attributes['role'] ?? '') ||
      /(^|[-_ ])(checkbox|check-?box|radio|tick)([-_ ]|$)/i.test(below.attributes['class'] ?? '')
    );
  });
}
